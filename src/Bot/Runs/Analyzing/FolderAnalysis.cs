using System.Diagnostics;
using System.Text.Json;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.GitHub;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Analyzing;

/// <summary>Has a run's folder analyzed, and reads the files that the analysis leaves.</summary>
internal sealed class FolderAnalysis(ICommandRunner commands, GitHubSettings github)
{
    private const long MaxDrafts = 20L * 1024 * 1024;

    public async Task<AnalysisOutput> RunAsync(string folder, CancellationToken cancel)
    {
        var (output, problem) = await RunAsync(folder, ["analyze", folder, "--format", "json", "--server", github.WebUrl], cancel);
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
        var (code, problem) = await commands.RunAsync(folder, [.. arguments, "--output", output], cancel);
        return (output, problem ?? code switch
        {
            _ when DecisionTable.Rows.Any(r => r.ExitCode == code) => null,
            ExitCodes.Unreadable when arguments[0] == "plan" => "there is no suite to run",
            ExitCodes.Unreadable => "no result file and no log could be read",
            _ => $"the analysis ended with exit code {code}",
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
