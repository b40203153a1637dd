using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Explaining;

/// <summary>Has a commit's checks analyzed, and stores the report and everything to be said about it in one transaction.</summary>
internal sealed partial class CommitExplainer(RunFetcher fetcher, SourcedAnalysis analysis, RunStore runs, ReportStore reports, Announcer announcer,
    IDatabase database, WhybotMetrics metrics, ILogger<CommitExplainer> logger)
{
    public async Task ExplainAsync(Job job, RunRecord run, Subject subject, CommitState state, RepositorySettings settings, CancellationToken cancel)
    {
        using var folder = await fetcher.FetchAsync(job.Ref, subject, state, cancel);
        var output = await analysis.RunAsync(job.Ref, subject.Sha, folder.Path, cancel);
        var drafts = output.Drafts ?? Unreadable.Drafts(run.Sha, output.Problem!, state.Failing, settings.CheckGates);
        var results = ResultsOf(folder.Path);
        await database.WriteAsync(job, async session =>
        {
            await runs.AnalysedAsync(session, run, new RunOutcome(state.Origin, state.Fingerprint, drafts.Decision,
                !drafts.Failing && !state.Failing, results));
            await reports.PutAsync(session, job.Repository, ReportStore.OfCommit(run.Id), output.Report, output.Passages);
            await announcer.AnnounceAsync(session, job.Ref, subject, drafts, job.Delivery);
        }, cancel);
        metrics.Concluded(drafts.Decision, drafts.Causes.Select(c => c.Verdict));
        var from = state.Origin is CommitOrigin.Unknown(var why) ? $"{state.Origin.Word}, {why}" : state.Origin.Word;
        var decision = DecisionTable.Of(drafts.Decision).Json;
        Analysed(run.Sha, from, decision, drafts.Causes.Count, output.Problem);
    }

    private static List<StoredResult> ResultsOf(string folder)
    {
        var results = Path.Combine(folder, "results");
        return !Directory.Exists(results) ? [] : [.. Directory.EnumerateFiles(results).Order(StringComparer.Ordinal)
            .Select(f => new StoredResult(Path.GetFileName(f), File.ReadAllBytes(f)))];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Analysed {Sha} ({Origin}): {Decision}, {Causes} causes {Problem}")]
    private partial void Analysed(CommitSha sha, string origin, string decision, int causes, string? problem);
}
