using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks;

/// <summary>Durable deliveries per second: the real service as a process of its own, with the load on the same machine.</summary>
internal static class IngestBenchmark
{
    private const string Secret = "benchmark";

    private const int Length = 10 * 1024;

    /// <summary>The push of a new branch: it is read as what it is, and asks for nothing.</summary>
    private static readonly byte[] Body = Whole();

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10, Description = "How long to measure." };
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 64, Description = "Requests in flight." };
        var postgres = new Option<string?>("--postgres")
        {
            Description =
            "Connection string of an empty PostgreSQL database, or 'own' for a server of its own; SQLite without it."
        };
        var program = new Option<string?>("--program") { Description = "DLL of another build of the service, to be compared; its own without it." };
        var command = new Command("ingest",
            "POST /webhooks/github with 10 KB bodies, each a new delivery, into a new store; the deliveries are read too, and ask for nothing.") { seconds,
            connections, postgres, program };
        command.SetAction((parse, cancel) => RunAsync(parse.GetValue(seconds), parse.GetValue(connections), parse.GetValue(postgres) is "own"
            ? PostgresServer.NewDatabase() : parse.GetValue(postgres), parse.GetValue(program) ?? Path.Combine(AppContext.BaseDirectory, "whybot.dll"),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(int seconds, int connections, string? postgres, string program, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("whybot-ingest-");
        var port = Ports.Free();
        using var service = Start(program, Path.Combine(folder.FullName, "whybot.db"), postgres, port);
        try
        {
            await WaitAsync(port, cancel);
            await LoadAsync(port, "warm", TimeSpan.FromSeconds(2), connections);
            service.Refresh();
            var before = service.TotalProcessorTime;
            var latencies = await LoadAsync(port, "run", TimeSpan.FromSeconds(seconds), connections);
            service.Refresh();
            Machine.Print();
            Print(latencies, seconds, connections, postgres is null ? "SQLite" : "PostgreSQL", service.TotalProcessorTime - before);
            return 0;
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Whole()
    {
        string Padded(int by) => Payload.Of("push", new JsonObject { ["before"] = new string('0', 40), ["compare"] = new string('x', by) }).ToJsonString();
        return Encoding.ASCII.GetBytes(Padded(Length - Padded(0).Length));
    }

    private static void Print(List<double> latencies, int seconds, int connections, string store, TimeSpan processor)
    {
        latencies.Sort();
        double At(double share) => latencies[(int)Math.Min(latencies.Count - 1, latencies.Count * share)];
        Console.WriteLine($"ingest, {store}, {connections} connections, {Body.Length / 1024} KB bodies, {seconds} s: {latencies.Count / (double)seconds:N0} "
            + $"durable deliveries/s, p50 {At(0.5):0.0} ms, p99 {At(0.99):0.0} ms; {processor.TotalMicroseconds / latencies.Count:0} µs of the processor each");
    }

    private static Process Start(string program, string file, string? postgres, int port)
    {
        var start = new ProcessStartInfo("dotnet", [program, "serve"]) { UseShellExecute = false };
        start.Environment["Whybot__Url"] = $"http://127.0.0.1:{port}";
        start.Environment["Whybot__Store__File"] = file;
        start.Environment["Whybot__Store__Postgres"] = postgres ?? "";
        start.Environment["Whybot__GitHub__Token"] = "not used";
        start.Environment["Whybot__GitHub__ApiUrl"] = "http://127.0.0.1:9";
        start.Environment["Whybot__Webhook__Secrets__0"] = Secret;
        start.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        return Process.Start(start)!;
    }

    private static async Task<List<double>> LoadAsync(int port, string prefix, TimeSpan duration, int connections)
    {
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(c => Task.Run(() => SendAsync(port, $"{prefix}-{c}", until))));
        return [.. all.SelectMany(l => l)];
    }

    /// <summary>One connection, one request after another; a plain socket, so that the load costs little beside the service.</summary>
    private static async Task<List<double>> SendAsync(int port, string prefix, long until)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Body));
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = socket.GetStream();
        var latencies = new List<double>();
        var answer = new byte[1024];
        for (var i = 0; Stopwatch.GetTimestamp() < until; i++)
        {
            var head = $"POST /webhooks/github HTTP/1.1\r\nHost: x\r\nX-GitHub-Event: push\r\nX-GitHub-Delivery: {prefix}-{i}\r\nX-Hub-Signature-256: "
                + $"sha256={signature}\r\nContent-Length: {Body.Length}\r\n\r\n";
            var began = Stopwatch.GetTimestamp();
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. Body]);
            var read = await stream.ReadAsync(answer);
            if (!Encoding.ASCII.GetString(answer, 0, read).StartsWith("HTTP/1.1 202", StringComparison.Ordinal))
                throw new InvalidOperationException("not acknowledged: " + Encoding.ASCII.GetString(answer, 0, read).Split('\r')[0]);
            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return latencies;
    }

    private static async Task WaitAsync(int port, CancellationToken cancel)
    {
        using var http = new HttpClient();
        while (true)
            try
            {
                await http.GetStringAsync($"http://127.0.0.1:{port}/health", cancel);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
    }
}
