using System.Diagnostics;

namespace Whybot.Testing;

/// <summary>A Redis server of the test's own.</summary>
public sealed class RedisServer : IDisposable
{
    private readonly Process _process;

    public RedisServer(params string[] options)
    {
        Port = Ports.Free();
        var start = new ProcessStartInfo("redis-server", ["--port", $"{Port}", "--save", "", "--appendonly", "no", "--bind", "127.0.0.1",
            .. options])
        { RedirectStandardOutput = true, UseShellExecute = false };
        _process = Process.Start(start)!;
        while (!Ports.Listens(Port))
            if (_process.HasExited)
                throw new InvalidOperationException($"redis-server ended with {_process.ExitCode}");
            else
                Thread.Yield();
    }

    public int Port { get; }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
