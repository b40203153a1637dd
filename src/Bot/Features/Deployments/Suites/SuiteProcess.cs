using System.Diagnostics;
using System.Runtime.InteropServices;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments.Suites;

/// <summary>How a suite's command ended.</summary>
/// <param name="Outcome">success, failure, killed, timed_out, cancelled or startup_failure.</param>
/// <param name="Note">The reason, if it did not end well.</param>
internal sealed record SuiteEnd(string Outcome, string? Note)
{
    /// <summary>A shell, and .NET, add this to the signal's number.</summary>
    private const int Signalled = 128;
    private const int LastSignal = 31;

    public int? ExitCode { get; init; }

    /// <summary>Number of the signal that ended it; null if none did.</summary>
    public int? Signal { get; init; }

    public static SuiteEnd Exited(int code) => code switch
    {
        0 => new SuiteEnd("success", null) { ExitCode = 0 },
        > Signalled and <= Signalled + LastSignal => new SuiteEnd("killed",
            $"its command was ended by signal {code - Signalled} (exit code {code})")
        { ExitCode = code, Signal = code - Signalled },
        _ => new SuiteEnd("failure", $"its command ended with exit code {code}") { ExitCode = code },
    };
}

/// <summary>
/// Runs a suite's command as a separate process group, with its output in a file, and kills the whole group if it takes too long, writes too much, or
/// is no longer wanted.
/// </summary>
internal sealed class SuiteProcess(LocalSuite suite, string folder)
{
    public const string Output = "output.txt";
    private const string Leader = "pid";
    private const long MaxOutput = 100L * 1024 * 1024;
    private const int Kill9 = 9;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Ask = TimeSpan.FromSeconds(2);
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER", "DOTNET_ROOT", "SystemRoot"];

    /// <param name="wanted">Called now and then; returns null, or the reason to end the suite.</param>
    public async Task<SuiteEnd> RunAsync(IReadOnlyList<string> arguments, CommandContext context, Func<Task<string?>> wanted, CancellationToken cancel)
    {
        using var process = Process.Start(Start(arguments, context))!;
        var began = Stopwatch.GetTimestamp();
        var asked = began;
        try
        {
            while (true)
            {
                await Task.WhenAny(process.WaitForExitAsync(cancel), Task.Delay(Watch, cancel));
                cancel.ThrowIfCancellationRequested();
                if (process.HasExited)
                    return SuiteEnd.Exited(process.ExitCode);
                if (Stopwatch.GetElapsedTime(began) > suite.Timeout)
                    return new SuiteEnd("timed_out", $"it took longer than {suite.Timeout.TotalSeconds:0} s and was ended");
                if (new FileInfo(Path.Combine(folder, Output)) is { Exists: true, Length: > MaxOutput })
                    return new SuiteEnd("killed", $"it wrote more than {MaxOutput >> 20} MB and was ended");
                if (Stopwatch.GetElapsedTime(asked) < Ask)
                    continue;
                asked = Stopwatch.GetTimestamp();
                if (await wanted() is { } unwanted)
                    return new SuiteEnd("cancelled", unwanted);
            }
        }
        finally
        {
            End(process);
            File.Delete(Path.Combine(folder, Leader));
        }
    }

    /// <summary>If the service was killed, its suite may still be running; it is ended before the suite runs again.</summary>
    public static void EndLeftover(string folder)
    {
        var leader = new FileInfo(Path.Combine(folder, Leader));
        if (!leader.Exists || leader.LinkTarget is not null || !int.TryParse(File.ReadAllText(leader.FullName), out var id))
            return;
        try
        {
            using var process = Process.GetProcessById(id);
            // Process ids are reused: a process that started after the file was written is a different one.
            if (process.StartTime.ToUniversalTime() < leader.LastWriteTimeUtc + Slack)
                End(process);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It has ended in the meantime.
        }
    }

    /// <summary>Kills the tree, then the group: a child whose parent has ended is only in the group.</summary>
    private static void End(Process process)
    {
        var group = process.Id;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        if (!OperatingSystem.IsWindows())
            _ = SendSignal(-group, Kill9);
    }

    private ProcessStartInfo Start(IReadOnlyList<string> arguments, CommandContext context)
    {
        var start = new ProcessStartInfo { UseShellExecute = false, WorkingDirectory = Path.GetFullPath(suite.Folder) };
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("suites are run on Linux and macOS only");
        // The shell writes down the process id before the command starts, and sends its output to a file, so that a grandchild that keeps a pipe open
        // does not delay anything. The command is passed as the shell's arguments, not in its script.
        start.FileName = "/bin/sh";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"echo $$ >\"$0/{Leader}\"; exec {(HasSetsid ? "setsid " : "")}\"$@\" >\"$0/{Output}\" 2>&1 </dev/null");
        start.ArgumentList.Add(folder);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var name in Inherited)
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        start.Environment["CI"] = "true";
        start.Environment["WHYBOT_SHA"] = context.Sha.Value;
        start.Environment["WHYBOT_ENVIRONMENT"] = context.Environment;
        start.Environment["WHYBOT_SUITE"] = context.Suite;
        start.Environment["WHYBOT_RESULTS"] = context.Results;
        start.Environment["WHYBOT_LOGS"] = context.Logs;
        start.Environment["WHYBOT_TESTS"] = string.Join('\n', context.Tests.Select(t => t.Address));
        foreach (var (name, value) in suite.Variables)
            start.Environment[name] = value;
        return start;
    }

    private static bool HasSetsid { get; } = new[] { "/usr/bin/setsid", "/bin/setsid" }.Any(File.Exists);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
