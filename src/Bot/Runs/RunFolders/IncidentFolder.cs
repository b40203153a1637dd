using System.Text.Json;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Explanation.Rules;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Reads a run's folder: <c>deployment_status.json</c>, <c>whybot.yml</c>, <c>plan.json</c>, <c>last-run.json</c>, <c>test-index.md</c>,
/// <c>readiness.json</c>, <c>jobs.json</c>, <c>unread.json</c>, <c>recheck.json</c>, <c>void.json</c>, <c>results/</c>, <c>logs/</c>, <c>again/</c>,
/// <c>history/</c>, <c>github/</c>, <c>sources/</c>, <c>coverage/</c>, <c>coverage.json</c>.
/// All of it is optional; anything broken becomes a warning and the rest is read.
/// </summary>
internal sealed class IncidentFolder(RunFolder folder, RepositorySettingsFile settingsFile, IProgress<string> progress)
{
    public const string PlanName = "plan.json";
    public const string IndexName = "test-index.md";
    private const long MaxSettings = 256 * 1024;
    private const long MaxIndex = 2 * 1024 * 1024;

    /// <param name="given">Settings to use instead of the folder's own; null to read <c>whybot.yml</c>.</param>
    public Incident Read(SettingsReading? given)
    {
        var (deployment, settings) = (Deployment(), WithIndex(given ?? Settings()));
        progress.Report("results");
        var files = ResultFiles.Read(folder, "results");
        var told = files.Any(r => r.Cases.Any(c => c.Bad));
        if (!told)
            files = [.. files, .. ConsoleLogs.Read(folder, alsoPassed: files.Count == 0)];
        var set = ResultSet.Of(files);
        var results = set.Files;
        var failed = results.SelectMany(r => r.Cases).Where(c => c.Bad).Select(c => c.Name).ToHashSet();
        var logs = LogFiles.Read(folder, failed, progress);
        progress.Report("history");
        var history = HistoryFolder.Read(folder, logs: files.Count > 0 && files.All(f => f.Source.StartsWith($"{LogFiles.Below}/", StringComparison.Ordinal)));
        progress.Report("GitHub's answers");
        var answers = Repository(deployment) is { } repository ? new RecordedAnswers(folder, repository) : null;
        var recorded = JobsFile.Read(folder);
        var checks = deployment.Sha is { } sha && answers is not null ? answers.Ended(sha) : [];
        var logged = JobEnds.Of(logs.Jobs, [.. recorded.Jobs, .. checks]);
        var passing = new PassingLogs(folder, progress);
        var (differences, ends) = JobFailures.Believed(passing.Compare(logs.Jobs, logged.EndedWell), logged);
        (results, ends) = JobFailures.Doubted(results, ends, differences, passing.Has);
        var others = told ? FailedJobLogs.Beside(folder, results, ends.Ends, differences) : new OtherJobs(results, null);
        (results, var jobs) = AllowedResults.Of(CutShortJobs.Of(JobFailures.Of(others.Results, differences, others.Own), ends.Ends, others.Own), ends);
        var changes = deployment.Sha is { } head && answers is not null ? answers.Changes(head, Bases(history)) : null;
        var jobsBefore = new JobHistory(folder, progress).Read(OfJobs(results, history, told), ends.Ends);
        var (ledger, last, readiness) = (LedgerFile.Read(folder), LastRunFile.Read(folder), ReadinessFile.Read(folder));
        var again = ResultSet.Of(ResultFiles.Read(folder, "again/results")).Files;
        return new Incident
        {
            Deployment = deployment,
            Settings = settings.Settings,
            GatesInDoubt = settings.GatesInDoubt,
            Results = results,
            JobLogs = logs.Jobs,
            PlatformLogs = logs.Platforms,
            Jobs = jobs,
            Differences = differences,
            Readiness = readiness,
            PlatformIncidents = StatusFile.Read(folder),
            History = history with { Jobs = jobsBefore, Base = deployment.Pull is null ? null : changes?.Base },
            Issues = answers?.Issues() ?? [],
            Filed = ledger.Filed,
            Joined = ledger.Joined(last),
            Rulings = ledger.Rulings,
            Rules = [.. ledger.Rules.Select(r => RuleReader.Read(r.Issue, r.Block).Rule).OfType<KnownIssueRule>()],
            Flipped = ledger.Causes.Where(c => c.Flipped > 0).DistinctBy(c => c.Cluster).ToDictionary(c => c.Cluster, c => c.Flipped),
            Doubted = ledger.Doubted.ToHashSet(StringComparer.Ordinal),
            Watched = [.. ledger.Causes.Select(c => c.Watched).OfType<PastCause>()],
            Plan = PlanOf(folder),
            Last = last,
            Again = again,
            AskedAgain = RecheckFile.Read(folder),
            Unread = [.. results.Concat(again).SelectMany(r => r.Problems), .. logs.Problems, .. recorded.Problems, .. UnreadFile.Read(folder)],
            Void = VoidFile.Read(folder, deployment, readiness, answers, ran: results.Any(r => r.Cases.Count > 0)),
            Owners = folder.Text("CODEOWNERS", MaxSettings) is { } owners ? new CodeOwners(owners) : null,
            Changes = changes,
            Coverage = CoverageFiles.Read(folder, changes, Repository(deployment)),
            Sources = SourceFiles.Read(folder),
            Warnings = [.. folder.Warnings, .. WarningsFile.Read(folder), .. set.Notes, .. results.SelectMany(r => r.Warnings)],
        };
    }

    /// <summary>
    /// Failures about which the ends of earlier jobs say something: those of jobs, and those of tests that are only known from a log, if no earlier log of that
    /// job names any test. Many runners name only what failed; if such a job passed, all its tests did.
    /// </summary>
    private static List<TestCase> OfJobs(IReadOnlyList<ResultFile> results, RunHistory history, bool told)
    {
        var named = history.Runs.SelectMany(r => r.Tests.Values.Select(t => t.Source)).Distinct().Select(s => LogNames.LogKey(PassingLogs.WithoutRun(s)))
            .ToHashSet(StringComparer.Ordinal);
        return [.. results.SelectMany(r => r.Cases).Where(c => c.Bad && (c.Scope == TestScope.Job
            || (!told && !named.Contains(LogNames.LogKey(c.Source))))).DistinctBy(c => c.Id)];
    }

    /// <summary>Takes suites from a Markdown index instead of from the settings.</summary>
    private SettingsReading WithIndex(SettingsReading reading) =>
        folder.Text(IndexName, MaxIndex) is { } index
            ? reading with { Settings = reading.Settings with { Suites = [.. TestIndex.Read(index).Select(s => s.Suite).DistinctBy(s => s.Name)] } } : reading;

    private static PlanFile? PlanOf(RunFolder folder)
    {
        try
        {
            return folder.Text(PlanName, RunFolder.MaxFile) is { } json ? PlanFile.FromJson(json) : null;
        }
        catch (JsonException broken)
        {
            folder.Warnings.Add($"{PlanName}:{(broken.LineNumber ?? 0) + 1}: not a plan; it is left out");
            return null;
        }
    }

    /// <summary>Commits that a comparison may start from, with the last green one first.</summary>
    private static List<CommitSha> Bases(RunHistory history) =>
        [.. new[] { history.LastGreen }.Concat(history.Runs.Reverse()).OfType<HistoricRun>().Select(r => r.Sha).Distinct()];

    private Deployment Deployment()
    {
        using var document = folder.Json("deployment_status.json");
        if (document is null)
            return RunFile.Read(folder);
        var root = document.RootElement;
        var deployment = root.Field("deployment");
        return new Deployment(RepositoryName.Of(root.Field("repository")?.Text("full_name")), deployment?.Text("environment")
            ?? root.Field("deployment_status")?.Text("environment"),
            CommitSha.Of(deployment?.Text("sha")), deployment?.Time("created_at"));
    }

    private SettingsReading Settings()
    {
        var reading = settingsFile.Read(folder.Text("whybot.yml", MaxSettings) ?? "", "whybot.yml");
        folder.Warnings.AddRange(reading.Problems.Select(p => p.ToString()));
        return reading;
    }

    /// <summary>The deployment's repository; without a deployment, the only repository whose answers are in the folder.</summary>
    private RepositoryName? Repository(Deployment deployment)
    {
        if (deployment.Repository is { } name)
            return name.IsValid ? name : null;
        var only = folder.Folders("github/repos").SelectMany(folder.Folders).ToList();
        return only is [var one] ? new RepositoryName(one["github/repos/".Length..]) : null;
    }
}
