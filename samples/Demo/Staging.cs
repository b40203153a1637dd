using System.Diagnostics;
using System.Net.Sockets;
using Whybot.Testing;

namespace Whybot.Demo;

/// <summary>The staging environment: the shop and its store as processes of this machine.</summary>
public sealed class Staging(string folder) : IDisposable
{
    private readonly List<Process> _processes = [];

    public int WebPort { get; } = Ports.Free();
    public int StorePort { get; } = Ports.Free();
    public string Log => Path.Combine(folder, "shop.log");

    /// <summary>Where the suites were built.</summary>
    public static string Suites => Built("Suites", "Shop.Suites.dll");

    /// <summary>Puts a revision there, in place of what was there before.</summary>
    /// <param name="broken">Null for one that works.</param>
    public async Task DeployAsync(string sha, Breakage? broken)
    {
        Stop();
        if (broken is not { StoreDown: true })
            Start("store", "--port", $"{StorePort}", "--delay", broken is { StoreSlow: true } ? "1400" : "0");
        Start(["web", "--port", $"{WebPort}", "--store", $"127.0.0.1:{StorePort}", "--sha", sha, "--log", Log, .. broken?.Web is { } name
            ? new[] { "--break", name } : []]);
        await ListensAsync(WebPort);
        if (broken is not { StoreDown: true })
            await ListensAsync(StorePort);
    }

    public void Dispose() => Stop();

    private void Stop()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
        _processes.Clear();
    }

    private void Start(params string[] arguments) =>
        _processes.Add(Process.Start(new ProcessStartInfo("dotnet", [Built("Shop", "Shop.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true
        })!);

    private static async Task ListensAsync(int port)
    {
        for (var i = 0; i < 200; i++)
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        throw new InvalidOperationException($"nothing listens on port {port}");
    }

    /// <summary>Beside this program's own folder, in the same configuration.</summary>
    private static string Built(string project, string file)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "samples", "staging", project, "bin", own.Parent!.Name, own.Name, file);
    }
}
