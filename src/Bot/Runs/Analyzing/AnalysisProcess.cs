using System.Diagnostics;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Language.Text;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Analyzing;

/// <summary>
/// Runs a command in a separate process: the same program, with limits on memory and time and with an environment that holds no token. What outsiders
/// wrote is only ever parsed there, so a malicious file costs only one job and cannot reach any token.
/// </summary>
internal sealed partial class AnalysisProcess(EvidenceSettings settings, ILogger<AnalysisProcess> logger) : ICommandRunner
{
    private const int MaxErrors = 4000;
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(100);

    public async Task<CommandEnd> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        using var process = Process.Start(Start(folder, arguments))!;
        return await WaitAsync(process, cancel) is { } problem ? new CommandEnd(ExitCodes.Internal, problem) : new CommandEnd(process.ExitCode, null);
    }

    private ProcessStartInfo Start(string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        var program = Path.Combine(AppContext.BaseDirectory, "whybot.dll");
        start.FileName = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : DotnetHost();
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)settings.AnalysisMegabytes << 20).ToString("X");
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["HOME"] = folder;
        return start;
    }

    /// <summary>The host that runs this program if it was started through its own executable.</summary>
    private static string DotnetHost() =>
        Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>Watches memory and time; kills the process if it exceeds its limits.</summary>
    private async Task<string?> WaitAsync(Process process, CancellationToken cancel)
    {
        // Its report is in files; its output is only drained from the pipe.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = ReadErrorsAsync(process.StandardError);
        var began = Stopwatch.GetTimestamp();
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                if (!process.HasExited && process.WorkingSet64 > ((long)settings.AnalysisMegabytes << 20) + (128L << 20))
                    return Kill(process, $"the analysis needed more than {settings.AnalysisMegabytes} MB of memory");
                if (Stopwatch.GetElapsedTime(began) > settings.AnalysisTime)
                    return Kill(process, $"the analysis took longer than {settings.AnalysisTime.TotalSeconds:0} s");
                await Task.WhenAny(process.WaitForExitAsync(cancel), Task.Delay(Watch, cancel));
                cancel.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            Kill(process, "stopped");
            throw;
        }
        await process.WaitForExitAsync(CancellationToken.None);
        if (!IsDecision(process.ExitCode))
            Ended(process.ExitCode, SafeText.OneLine(await errors, MaxErrors));
        return !IsDecision(process.ExitCode) && (await errors).Contains("OutOfMemory", StringComparison.Ordinal)
            ? $"the analysis needed more than {settings.AnalysisMegabytes} MB of memory" : null;
    }

    private static bool IsDecision(int code) => DecisionTable.Rows.Any(r => r.ExitCode == code);

    private static async Task<string> ReadErrorsAsync(StreamReader from)
    {
        var text = new char[MaxErrors];
        var length = await from.ReadBlockAsync(text);
        var rest = new char[MaxErrors];
        while (await from.ReadAsync(rest) > 0)
        {
            // Drained, so that the process does not block on it.
        }
        return new string(text, 0, length);
    }

    private static string Kill(Process process, string why)
    {
        process.Kill(entireProcessTree: true);
        return why;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The analysis ended with exit code {Code}: {Errors}")]
    private partial void Ended(int code, string errors);
}
