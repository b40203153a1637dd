using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Shop;

/// <summary>The dependency: keys and values over TCP, one line for each request: <c>SET key value</c>, <c>GET key</c>, <c>KEYS</c>.</summary>
internal static class StoreServer
{
    public static async Task RunAsync(int port, TimeSpan delay)
    {
        var values = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Console.WriteLine($"store listens on {port}");
        while (true)
            _ = ServeAsync(await listener.AcceptTcpClientAsync(), values, delay);
    }

    private static async Task ServeAsync(TcpClient client, ConcurrentDictionary<string, string> values, TimeSpan delay)
    {
        try
        {
            using var _ = client;
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream());
            while (await reader.ReadLineAsync() is { } line)
            {
                await Task.Delay(delay);
                await writer.WriteLineAsync(Answer(line.Split(' ', 3), values));
                await writer.FlushAsync();
            }
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }

    private static string Answer(string[] words, ConcurrentDictionary<string, string> values)
    {
        switch (words)
        {
            case ["SET", var key, var value]:
                values[key] = value;
                return "OK";
            case ["GET", var key]:
                return values.GetValueOrDefault(key, "");
            case ["KEYS"]:
                return string.Join(' ', values.Keys.Order(StringComparer.Ordinal));
            default:
                return "ERROR";
        }
    }
}
