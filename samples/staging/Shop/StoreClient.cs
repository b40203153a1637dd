using System.Net.Sockets;

namespace Shop;

/// <summary>Asks the store, one connection for each question.</summary>
internal sealed class StoreClient(string address, ShopLog log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <exception cref="StoreException">It cannot be reached, or does not answer in time.</exception>
    public async Task<string> AskAsync(string question)
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Split(':')[0], int.Parse(address.Split(':')[1]), limit.Token);
            await using var writer = new StreamWriter(client.GetStream());
            await writer.WriteLineAsync(question);
            await writer.FlushAsync(limit.Token);
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadLineAsync(limit.Token) ?? throw new StoreException($"connection closed by {address}");
        }
        catch (SocketException refused)
        {
            throw Failed(refused.SocketErrorCode == SocketError.ConnectionRefused ? $"connection refused: {address}" : $"{refused.Message}: {address}");
        }
        catch (OperationCanceledException)
        {
            throw Failed($"timeout after {Longest.TotalMilliseconds:0} ms waiting for {address}");
        }
    }

    private StoreException Failed(string what)
    {
        log.Error("store", what);
        return new StoreException(what);
    }
}

internal sealed class StoreException(string message) : Exception(message);
