using System.Diagnostics;
using Whybot.Testing.GitHub;

namespace Whybot.Testing;

/// <summary>The real service as a process of its own; it can be killed as the machine's power would.</summary>
public sealed class ServiceProcess(string folder, FakeGitHub? github = null, string? postgres = null) : TestedService(folder, github, postgres), IDisposable
{
    private readonly Lock _lock = new();
    private Process? _process;

    public bool Runs
    {
        get
        {
            lock (_lock)
                return _process is { HasExited: false };
        }
    }

    public override ServiceProcess With(string setting, string value)
    {
        base.With(setting, value);
        return this;
    }

    /// <summary>Leaves settings out, such as an earlier program does not know.</summary>
    /// <param name="beginning">Of their names.</param>
    public ServiceProcess Without(string beginning)
    {
        Remove(beginning);
        return this;
    }

    /// <summary>The most memory it has had at once, in bytes, as Linux counts it.</summary>
    public long PeakMemory()
    {
        lock (_lock)
            return File.ReadLines($"/proc/{_process!.Id}/status").Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], System.Globalization.CultureInfo.InvariantCulture) * 1024)
                .Single();
    }

    /// <summary>Starts it and waits until it answers, or was killed again.</summary>
    public override async Task<ServiceProcess> StartAsync()
    {
        Launch();
        while (true)
            try
            {
                await Http.GetStringAsync("/health");
                return this;
            }
            catch (HttpRequestException) when (Runs)
            {
                await Task.Delay(20);
            }
            catch (HttpRequestException) when (_process is null)
            {
                return this;
            }
            catch (HttpRequestException refused)
            {
                throw new InvalidOperationException($"the service ended:\n{Output}", refused);
            }
    }

    /// <summary>For a start that is expected to fail.</summary>
    public async Task<int> StartAndEndAsync()
    {
        Launch();
        await _process!.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: it gets no chance to finish anything.</summary>
    public void Kill()
    {
        lock (_lock)
        {
            if (_process is null)
                return;
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            _process = null;
        }
    }

    /// <summary>SIGTERM, as an orderly stop sends it.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public override ValueTask DisposeAsync()
    {
        Kill();
        return base.DisposeAsync();
    }

    public void Dispose()
    {
        Kill();
        Http.Dispose();
    }

    private void Launch()
    {
        _process = Process.Start(Start("serve"))!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(object sender, DataReceivedEventArgs line) => Text.WriteLine(line.Data);
}
