using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Logging;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Explaining;

/// <summary>
/// Examines a commit's checks: waits until they are complete, fetches the evidence, has it analyzed, and puts what should be said into the outbox.
/// Everything is read from GitHub again each time; the same state is never analyzed twice.
/// </summary>
internal sealed partial class ExplainHandler(ActionsClient actions, ChecksClient checks, RepositoriesClient repositories, OriginReader origins,
    GitHubSettings github,
    SuiteRuns suites, RepositorySettingsReader reader, RunFetcher fetcher, AnalysisProcess analysis, Outbox outbox, Announcer announcer, RunStore runs,
    ReportStore reports, IDatabase database,
        QueueSettings queue, TimeProvider time,
    WhybotMetrics metrics, ILogger<ExplainHandler> logger) : IJobHandler
{
    public string Kind => ExplainJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var arguments = ExplainJob.Of(job);
        var repository = job.Ref;
        if (await runs.FindAsync(job.Repository, arguments.Sha, cancel) is not { } run)
            return null;
        using var scope = LogScopes.Run(logger, run.Id);
        var state = await CommitState.ReadAsync(repository, run.Sha, actions, checks, repositories, origins, github,
            await suites.OwnAsync(job.Repository, cancel), cancel);
        if (state.Outdated)
            return await EndAsync(job, run, "obsolete", "its pull request has a newer commit", cancel);
        if (state.NothingRan)
            return await EndAsync(job, run, "analysed", "no check ran on it", cancel);
        var quietUntil = job.AskedAt + queue.Quiet;
        if (!state.Complete && time.GetUtcNow() < quietUntil)
            return Earlier(time.GetUtcNow() + queue.Poll, quietUntil);
        if (run.Inputs == state.Fingerprint)
            return await EndAsync(job, run, "analysed", "this state was analysed before", cancel);
        var settings = await reader.OfAsync(repository, cancel);
        var subject = Subject.Of(run.Sha, state, settings);
        if (!state.Failing && subject.Mandate is null && !await outbox.HasSpokenAsync(repository, run.Sha, state.Origin.Told?.Number, cancel)
            && !settings.CheckGates)
            return await EndAsync(job, run, "analysed", "all is green, and nothing was said before", cancel);
        await ExplainAsync(job, repository, run, subject, state, settings, cancel);
        return null;
    }

    private async Task ExplainAsync(Job job, RepositoryRef repository, RunRecord run, Subject subject, CommitState state, RepositorySettings settings,
        CancellationToken cancel)
    {
        using var folder = await fetcher.FetchAsync(repository, subject, state, cancel);
        var output = await analysis.RunAsync(folder.Path, cancel);
        var drafts = output.Drafts ?? Unreadable.Drafts(run.Sha, output.Problem!, state.Failing, settings.CheckGates);
        var results = ResultsOf(folder.Path);
        await database.WriteAsync(job, async session =>
        {
            await runs.AnalysedAsync(session, run, new RunOutcome(state.Origin, state.Fingerprint, drafts.Decision,
                !drafts.Failing && !state.Failing, results));
            await reports.PutAsync(session, repository.Id, ReportStore.OfCommit(run.Id), output.Report, output.Passages);
            await announcer.AnnounceAsync(session, repository, subject, drafts, job.Delivery);
        }, cancel);
        metrics.Decisions.Add(1, new KeyValuePair<string, object?>("decision", drafts.Decision));
        foreach (var cause in drafts.Causes)
            metrics.Verdicts.Add(1, new KeyValuePair<string, object?>("verdict", cause.Verdict));
        var from = state.Origin is CommitOrigin.Unknown(var why) ? $"{state.Origin.Word}, {why}" : state.Origin.Word;
        Analysed(run.Sha, from, drafts.Decision, drafts.Causes.Count, output.Problem);
    }

    private async Task<DateTimeOffset?> EndAsync(Job job, RunRecord run, string state, string why, CancellationToken cancel)
    {
        await database.WriteAsync(job, async session =>
        {
            await runs.EndAsync(session, run, state);
        }, cancel);
        Ended(run.Sha, state, why);
        return null;
    }

    private static List<StoredResult> ResultsOf(string folder)
    {
        var results = Path.Combine(folder, "results");
        return !Directory.Exists(results) ? [] : [.. Directory.EnumerateFiles(results).Order(StringComparer.Ordinal)
            .Select(f => new StoredResult(Path.GetFileName(f), File.ReadAllBytes(f)))];
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset two) => one < two ? one : two;

    [LoggerMessage(Level = LogLevel.Information, Message = "Analysed {Sha} ({Origin}): {Decision}, {Causes} causes {Problem}")]
    private partial void Analysed(string sha, string origin, string decision, int causes, string? problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Sha} is {State}: {Why}")]
    private partial void Ended(string sha, string state, string why);
}
