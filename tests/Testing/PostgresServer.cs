using System.Diagnostics;

namespace Whybot.Testing;

/// <summary>A PostgreSQL server of the tests' own, in a temporary folder, for as long as the test program runs; each database is made anew.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> Started = new(() => new PostgresServer());
    private static int _databases;
    private readonly string _folder = Directory.CreateTempSubdirectory("whybot-postgres-").FullName;
    private readonly string _port = $"{Ports.Free()}";
    private readonly string _bin;

    private PostgresServer()
    {
        _bin = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(v => Path.Combine(v, "bin"))
            .Where(b => File.Exists(Path.Combine(b, "initdb"))).Max()
            ?? throw Missing() : throw Missing();
        // The server refuses to run as root.
        if (Environment.UserName == "root")
            Run("chown", "postgres", _folder);
        var data = Path.Combine(_folder, "data");
        AsServer("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C");
        var options = $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off";
        AsServer("pg_ctl", "-D", data, "-l", Path.Combine(_folder, "log"), "-w", "-o", options, "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Connection string of a new, empty database.</summary>
    public static string NewDatabase()
    {
        var server = Started.Value;
        var name = $"test{Interlocked.Increment(ref _databases)}";
        server.AsServer("createdb", "-h", "127.0.0.1", "-p", server._port, "-U", "postgres", name);
        return $"Host=127.0.0.1;Port={server._port};Database={name};Username=postgres;Timeout=15";
    }

    /// <summary>Stops it before the program ends; nothing where none was started.</summary>
    public static void Stop()
    {
        if (Started.IsValueCreated)
            Started.Value.Dispose();
    }

    public void Dispose()
    {
        if (!Directory.Exists(_folder))
            return;
        AsServer("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static InvalidOperationException Missing() => new("PostgreSQL is needed; run scripts/servers, which installs it");

    private void AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(_bin, program);
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Output goes to files of the server's own: a server that inherits a pipe would keep it open.
        using var process = Process.Start(new ProcessStartInfo("sh",
            ["-c", "cd /tmp && exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        { UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
