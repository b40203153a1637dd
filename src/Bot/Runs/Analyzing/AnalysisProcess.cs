using System.Diagnostics;
using System.Text.Json;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.GitHub;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Analyzing;

/// <summary>
/// Analyzes a run's folder in a separate process: the same program, with limits on memory and time and with an environment that holds no token. What outsiders
/// wrote is only ever parsed there, so a malicious file costs only one job and cannot reach any token.
/// </summary>
internal sealed partial class AnalysisProcess(EvidenceSettings settings, GitHubSettings github, ILogger<AnalysisProcess> logger)
{
    private const long MaxDrafts = 20L * 1024 * 1024;
    private const int MaxErrors = 4000;
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(100);

    public async Task<AnalysisOutput> RunAsync(string folder, CancellationToken cancel)
    {
        var (output, problem) = await RunAsync(folder, ["analyze", folder, "--format", "json"], cancel);
        if (problem is not null)
            return new AnalysisOutput(null, problem);
        var (drafts, unreadable) = await ReadAsync(output, ReportFiles.Drafts, RunDrafts.FromJson, cancel);
        return new AnalysisOutput(drafts, unreadable)
        {
            Worklog = (await ReadAsync(output, ReportFiles.Worklog, text => text, cancel)).Read ?? "",
            Report = (await ReadAsync(output, ReportFiles.Report, text => text, cancel)).Read,
            Passages = (await ReadAsync(output, ReportFiles.Passages, text => text, cancel)).Read,
        };
    }

    /// <summary>Plans the suites of a run's folder.</summary>
    public async Task<(PlanFile? Plan, string? Problem)> PlanAsync(string folder, string focus, CancellationToken cancel)
    {
        var (output, problem) = await RunAsync(folder, ["plan", folder, "--focus", focus, "--failed-first"], cancel);
        return problem is not null ? (null, problem) : await ReadAsync(output, IncidentFolder.PlanName, PlanFile.FromJson, cancel);
    }

    /// <summary>Tests the rules in a folder.</summary>
    /// <returns>The text to report, and for each rule whether it is used.</returns>
    public async Task<(string Text, IReadOnlyList<bool> Accepted, string? Problem)> RulesAsync(string folder, CancellationToken cancel)
    {
        var (output, problem) = await RunAsync(folder, ["rules", folder], cancel);
        if (problem is not null)
            return ("", [], problem);
        var (text, unreadable) = await ReadAsync(output, RuleFiles.Output, t => t, cancel);
        var (accepted, _) = await ReadAsync(output, RuleFiles.Accepted, t => t, cancel);
        return (text ?? "", [.. (accepted ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim() == "accepted")], unreadable);
    }

    private async Task<(string Output, string? Problem)> RunAsync(string folder, string[] arguments, CancellationToken cancel)
    {
        // A unique name: the child of a service that was killed may still be writing.
        var output = Path.Combine(folder, $"report-{Environment.ProcessId}-{Stopwatch.GetTimestamp()}");
        using var process = Process.Start(Start(folder, [.. arguments, "--output", output]))!;
        var problem = await WaitAsync(process, cancel);
        return (output, problem ?? process.ExitCode switch
        {
            var code when IsDecision(code) => null,
            ExitCodes.Unreadable when arguments[0] == "plan" => "there is no suite to run",
            ExitCodes.Unreadable => "no result file and no log could be read",
            var code => $"the analysis ended with exit code {code}",
        });
    }

    private static async Task<(T? Read, string? Problem)> ReadAsync<T>(string output, string name, Func<string, T> read, CancellationToken cancel) where T
        : class
    {
        try
        {
            var file = new FileInfo(Path.Combine(output, name));
            return file.Length > MaxDrafts ? (null, "the analysis wrote more than it may") : (read(await File.ReadAllTextAsync(file.FullName, cancel)), null);
        }
        catch (Exception broken) when (broken is IOException or JsonException)
        {
            return (null, $"the analysis left nothing that can be read ({broken.Message})");
        }
    }

    private ProcessStartInfo Start(string folder, string[] arguments)
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
        start.Environment[AnalyzedServer.Variable] = github.WebUrl;
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

/// <summary>What an analysis produced.</summary>
/// <param name="Problem">Why there are no drafts, in words for people who read the check; null if there are.</param>
internal sealed record AnalysisOutput(RunDrafts? Drafts, string? Problem)
{
    /// <summary>Markdown.</summary>
    public string Worklog { get; init; } = "";

    /// <summary><c>report.json</c>; null if there is none.</summary>
    public string? Report { get; init; }

    /// <summary>The surroundings of each place that the report cites, as JSON; null if there is none.</summary>
    public string? Passages { get; init; }
}
