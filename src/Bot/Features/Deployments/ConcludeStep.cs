using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Filing;
using Whybot.Features.Deployments.Probes;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments;

/// <summary>
/// Explains a run and decides: go, no-go or inconclusive. Failed tests that are not understood first run once more. Then everything to be said, done
/// and remembered is stored in one transaction.
/// </summary>
internal sealed partial class ConcludeStep(DeploymentFolder folders, DeploymentRuns runs, ReportStore reports, SuiteRuns suites, SuiteStart start,
    AnalysisProcess analysis,
    Prober prober, RepositoriesClient repositories, RepositorySettingsReader settingsReader, DeploymentStanding standing, SupersedeStep supersede,
    Rulings rulings, Outbox outbox, Announcer announcer, AfterRun after,
    LiveCheck live, IDatabase database, TimeProvider time, WhybotMetrics metrics, ILogger<ConcludeStep> logger)
{
    /// <summary>If more tests than this fail, running them again would not explain anything.</summary>
    private const int MostRechecked = 50;

    /// <summary>Commenting on more pull requests than this would be noise.</summary>
    private const int MostPulls = 3;

    /// <summary>Concludes a run after its suites.</summary>
    public async Task<Next> RunAsync(Job job, DeploymentRun run, EnvironmentSettings environment, CancellationToken cancel)
    {
        var looks = ProbeHistory.Read(run.Looks);
        if (environment.Services.Count > 0)
        {
            var seen = await prober.LookAsync(environment, run.Sha, wait: false, null, cancel);
            looks.Add(When.After, seen);
            if (OtherRevision.Seen(seen, run.Environment, run.Sha) is { } other)
                return await VoidAsync(job, run, other, cancel);
        }
        var output = await AnalyseAsync(run, environment, looks, cancel);
        var drafts = output.Drafts ?? Unreadable.Drafts(run.Sha, output.Problem!, failing: true, (await settingsReader.OfAsync(run.Ref, cancel)).CheckGates,
            run.Environment);
        if (environment.Run is { Recheck: true } && drafts.Recheck.Count is > 0 and <= MostRechecked
            && (await suites.OfAsync(run, cancel)).All(s => s.Phase > 0))
            return await RecheckAsync(job, run, environment, drafts, looks, cancel);
        if (environment.Run is { FastFail: false } && OnlyFlakyStopped(run, drafts))
            return await ResumeAsync(job, run, drafts, cancel);
        return await EndAsync(job, run, environment, output, drafts, cancel);
    }

    /// <summary>The folder is released afterwards: a run that turns out to be void is marked in it.</summary>
    private async Task<AnalysisOutput> AnalyseAsync(DeploymentRun run, EnvironmentSettings environment, ProbeHistory looks, CancellationToken cancel)
    {
        using var folder = await folders.WriteAsync(run, environment, looks, cancel);
        return await analysis.RunAsync(folder.Path, cancel);
    }

    private async Task<Next> VoidAsync(Job job, DeploymentRun run, string why, CancellationToken cancel)
    {
        await supersede.VoidAsync(job, run, why, cancel);
        return Next.Step;
    }

    /// <summary>Whether the gate that ended the run would have been met without tests that turned out to be flaky.</summary>
    private static bool OnlyFlakyStopped(DeploymentRun run, RunDrafts drafts) =>
        run is { Note.Length: > 0, Plan: not null } && drafts.Suites.Any(s => s.Flaky > 0)
        && PhaseGate.WhyClosed(PlanFile.FromJson(run.Plan).Phases[(int)run.Phase - 1], [.. drafts.Suites.Select(s => s.WithoutFlaky)]) is null;

    /// <summary>Continues with the next phase; the gate's verdict stays inconclusive.</summary>
    private async Task<Next> ResumeAsync(Job job, DeploymentRun run, RunDrafts drafts, CancellationToken cancel)
    {
        var all = await suites.OfAsync(run, cancel);
        await database.WriteAsync(job, session => DeploymentRuns.ResumedAsync(session, run, new Counts(all.Count(s => s.Ended), drafts.Suites).Write()),
            cancel);
        return Next.Step;
    }

    /// <summary>Concludes a run without suites: the report is about the environment itself.</summary>
    public async Task<Next> EnvironmentAsync(Job job, DeploymentRun run, ProbeHistory looks, CancellationToken cancel)
    {
        var output = await AnalyseAsync(run, new EnvironmentSettings(run.Environment, []), looks, cancel);
        if (output.Drafts is null)
            throw new NonRetryableException($"the readiness of {run.Environment} could not be analysed: {output.Problem}");
        return await EndAsync(job, run, new EnvironmentSettings(run.Environment, []), output, output.Drafts, cancel);
    }

    private async Task<Next> RecheckAsync(Job job, DeploymentRun run, EnvironmentSettings environment, RunDrafts drafts, ProbeHistory looks,
        CancellationToken cancel)
    {
        var asked = 0;
        await database.WriteAsync(job, async session =>
        {
            await DeploymentRuns.LookedAsync(session, run, looks.Write());
            await start.AskAsync(session, run, environment, 0, [.. drafts.Recheck.Select(t => t.Suite).Distinct()], drafts.Recheck, job.Delivery);
            var all = await SuiteRuns.OfAsync(session, run);
            asked = all.Count(s => s.Phase == 0);
            if (asked == 0)
                return;
            await DeploymentRuns.RecheckingAsync(session, run);
            await live.ShowAsync(session, run, PlanFile.FromJson(run.Plan!), all, job.Delivery);
        }, cancel);
        start.Wake();
        if (asked > 0)
            return Next.Step;
        // Suites without a command or a workflow cannot run again.
        return await RunAsync(job, run, environment with { Run = environment.Run! with { Recheck = false } }, cancel);
    }

    private async Task<Next> EndAsync(Job job, DeploymentRun run, EnvironmentSettings environment, AnalysisOutput output, RunDrafts drafts,
        CancellationToken cancel)
    {
        // Check right before writing anything: the environment may have received another deployment while this one was being concluded.
        var now = await standing.OfAsync(run, cancel);
        if (now.Void is { } replaced)
            return await VoidAsync(job, run, replaced, cancel);
        if (DecisionTable.Of(drafts.Decision)?.Decision == Decision.Void)
            return await VoidAsync(job, run, drafts.Reason, cancel);
        var last = (await runs.HistoryAsync(run, 1, cancel)) is [var before] ? Conclusion.Read(before.Conclusion) : null;
        // When a run is concluded again, it has already notified pull requests itself.
        var told = (last?.Pulls ?? []).Union(Conclusion.Read(run.Conclusion)?.Pulls ?? []).ToList();
        // If nothing is new, no further pull request is notified: people who deploy into a failure that is already reported, or that has an issue, see it in
        // the check run.
        var pulls = !drafts.Failing ? [] : IsKnown(drafts, last, Rulings.Muted(await rulings.StandingAsync(run.Repository, cancel)))
            ? told : await PullsAsync(run, drafts, cancel);
        var actions = AfterRun.Of(run, environment.Run, drafts, drafts.Acting with { Replaced = now.Replaced });
        var acceptance = Acceptance.Read(run.Accepted);
        drafts = Acceptance.Said(acceptance, AfterRun.Said(drafts, run, actions));
        // Pull requests that were told about a failure are told in the same place when it ends.
        var isFixed = !drafts.Failing || drafts.Cleared.Any(c => c.OfLastRun);
        var subject = Subject.OfDeployment(run.Sha, run.Environment, [.. isFixed ? pulls.Union(told) : pulls]);
        var conclusion = new Conclusion(new LastRun(run.Sha, drafts.Decision, drafts.Reason, time.GetUtcNow(), [.. drafts.Causes.Select(c => AsPast(c, last))]),
            [.. drafts.Failing ? pulls.Union(told) : []])
        { Unmet = actions.Unmet };
        var record = AfterRun.Said(output.Worklog, actions) + (acceptance is null ? "" : $"\n{acceptance.Said("")}");
        var newer = false;
        await database.WriteAsync(job, async session =>
        {
            // An event that arrived after GitHub was asked.
            newer = await RunStore.NewestDeploymentAsync(session, run.Repository, run.Environment) is { } newest && newest.Deployment > run.Deployment;
            if (newer)
                return;
            await runs.DoneAsync(session, run, new DeploymentOutcome(drafts.Decision, !drafts.Failing, conclusion.Write(), record));
            await reports.PutAsync(session, run.Repository, ReportStore.OfDeployment(run.Id), output.Report, output.Passages);
            // What is started comes first: the comment says whether it was.
            await after.AskAsync(session, run, environment.Run, actions, record, job.Delivery);
            await announcer.AnnounceAsync(session, run.Ref, subject, drafts, job.Delivery);
            // Once a person has accepted the run it stays accepted, even if it is concluded again.
            if (acceptance is not null)
                await outbox.AcceptAsync(session, run.Ref, subject.Target, check => check);
        }, cancel);
        if (newer)
            // The step that starts with the newer deployment ends this run.
            return Next.At(time.GetUtcNow());
        metrics.Decisions.Add(1, new KeyValuePair<string, object?>("decision", drafts.Decision));
        foreach (var cause in drafts.Causes)
            metrics.Verdicts.Add(1, new KeyValuePair<string, object?>("verdict", cause.Verdict));
        Concluded(run.Environment, run.Sha, drafts.Decision, drafts.Causes.Count);
        return Next.Step;
    }

    /// <summary>A person is named only once for a failure that continues; the person named first is remembered.</summary>
    private static PastCause AsPast(SeenCause cause, Conclusion? last) => cause.AsPast with
    {
        Suspect = cause.Suspect ?? last?.Run.Causes.FirstOrDefault(p => p.Cluster == cause.Cluster)?.Suspect,
    };

    private static bool IsKnown(RunDrafts drafts, Conclusion? last, IReadOnlySet<string> muted) =>
        drafts.Causes.Count > 0 && drafts.Causes.All(c => muted.Contains(c.Cluster)
            || ((c.Issue ?? c.Matched) is not null && c.Suspect is not { Established: true })
            || (last is { Pulls.Count: > 0 } && last.Run.Causes.Any(p => p.Cluster == c.Cluster)));

    /// <summary>The pull requests of changes that are established as the cause; if there are none, the pull request that was deployed.</summary>
    private async Task<List<int>> PullsAsync(DeploymentRun run, RunDrafts drafts, CancellationToken cancel)
    {
        var named = drafts.Causes.Where(c => c is { Suspect.Established: true, SuspectPull: not null }).Select(c => c.SuspectPull!.Value).Distinct()
            .Take(MostPulls).ToList();
        // If the environment is not ready, no change is to blame.
        if (named.Count > 0 || drafts.Suites.Count == 0)
            return named;
        return [.. (await repositories.PullsOfAsync(run.Ref, run.Sha, cancel)).OrderByDescending(p => p.Number).Select(p => p.Number).Take(1)];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {Decision}, {Causes} causes")]
    private partial void Concluded(string environment, string sha, string decision, int causes);
}
