using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Resolutions;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.Filing;

/// <summary>Everything that a run should publish on GitHub, as values: the output of the analysis, for the publisher.</summary>
/// <param name="Failing">Something fails, or could not be judged.</param>
/// <param name="Gates">The settings want the check to fail if something fails.</param>
/// <param name="Comment">Markdown for the pull request; contains its marker.</param>
/// <param name="Issues">New issues; only one if very many things are new at once.</param>
/// <param name="Notes">Comments for open issues that causes belong to and that the bot did not file itself.</param>
/// <param name="Causes">All causes that were seen, for the ledger.</param>
public sealed record RunDrafts(int Schema, Decision Decision, bool Failing, bool Gates, CheckDraft Check, string Comment,
    IReadOnlyList<IssueDraft> Issues, IReadOnlyList<NoteDraft> Notes,
    IReadOnlyList<SeenCause> Causes)
{
    /// <param name="commands">Those that people may be told about.</param>
    public static RunDrafts Of(Report report, RepositorySettings settings, CommandCatalogue commands) =>
        report.IsVoid ? Void(report, settings, commands) : Whole(report, settings, commands);

    /// <summary>The findings of a void run are not attributed to anything: no issue, no note, no ledger entry. Only its check says what was seen.</summary>
    private static RunDrafts Void(Report report, RepositorySettings settings, CommandCatalogue commands) =>
        new(1, report.Decision, Failing: false, settings.CheckGates, CheckDraft.Of(report, commands), CommentWriter.Write(report),
            [], [], [])
        {
            Reason = report.Reason.ToString(),
        };

    /// <summary>
    /// Whether to notify anybody. If a commit's tests pass, fewer suites than usual is not a reason by itself; results that were not read, or jobs that did not
    /// end, are.
    /// </summary>
    private static bool IsFailing(Report report) =>
        report.Totals.Bad > 0 || report.Clusters.Count > 0 || (report.Totals.Ran == 0 && !report.IsGo) || report.Unread.Count > 0 || report.IsNoGo
        || report.Jobs.Any(j => j.CutShort) || (report.Deployment.Environment is not null && !report.IsGo);

    private static RunDrafts Whole(Report report, RepositorySettings settings, CommandCatalogue commands) => new(
        1, report.Decision, IsFailing(report),
        settings.CheckGates, CheckDraft.Of(report, commands), CommentWriter.Write(report),
        IssueDrafter.Draft(report, settings), NoteWriter.Write(report),
        [.. Environment(report), .. report.Clusters.Select(SeenCause.Of)])
    {
        Reason = report.Reason.ToString(),
        Suites = [.. report.Suites.Select(s => new SuiteCount(s.Name, s.Category, s.Totals.Passed, s.Totals.Bad, s.Totals.Skipped,
            s.Flaky) { Partial = report.Acting.WhyPartial(s.Name, s.Totals.Bad > 0) })],
        Acting = report.Acting,
        Wanted = report.Wanted,
        Suspected = report.Suspected,
        Recheck = report.Recheck,
        Broken = MergedPullWriter.Write(report),
        Replaced = [.. report.Answers.Where(a => a.Kind == ResolutionKind.Replaced && a.By.Count > 0).Select(a => new ReplacedCause(a.Cause.Cluster, a.By))],
        Contradicted = [.. report.Contradictions.Select(c => new ContradictedIssue(c.Issue, c.Title, Prose.Join("; ", c.Because).ToString()))],
        Cleared = [.. report.Answers.Where(a => a.Kind == ResolutionKind.Answered).Select(a => ClearedCause.Of(a, ofLastRun: true)),
            .. report.Cleared.Select(a => ClearedCause.Of(a, ofLastRun: false))],
    };

    /// <summary>The rule that decided, in words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How the suites ended.</summary>
    public IReadOnlyList<SuiteCount> Suites { get; init; } = [];

    /// <summary>Files of the repository with which the change that did it could be named better; null if they would not help.</summary>
    public WantedSources? Wanted { get; init; }

    /// <summary>The changes that are named or listed, named ones first.</summary>
    public IReadOnlyList<SuspectedCommit> Suspected { get; init; } = [];

    /// <summary>Tests that should run again on the same commit.</summary>
    public IReadOnlyList<TestToRecheck> Recheck { get; init; } = [];

    /// <summary>What the merged pull requests that broke the branch are told.</summary>
    public IReadOnlyList<MergedPullDraft> Broken { get; init; } = [];

    /// <summary>The facts that decide whether anything may be started after the run.</summary>
    public ActionFacts Acting { get; init; } = ActionFacts.None;

    /// <summary>Causes of earlier runs whose tests all ran and passed.</summary>
    public IReadOnlyList<ClearedCause> Cleared { get; init; } = [];

    /// <summary>Causes of the last run whose tests now fail because of other causes.</summary>
    public IReadOnlyList<ReplacedCause> Replaced { get; init; } = [];

    /// <summary>Open issues that this run proves wrong.</summary>
    public IReadOnlyList<ContradictedIssue> Contradicted { get; init; } = [];

    /// <summary>An environment that is not ready also counts as a cause.</summary>
    private static IEnumerable<SeenCause> Environment(Report report) =>
        EnvironmentIssue.CauseOf(report) is { } cause ? [new SeenCause(cause, $"{report.Deployment.Environment} is not ready", 0, VerdictKind.Environment,
            report.Filed.TryGetValue(cause, out var issue) ? issue : null) { RootCause = report.Reason.ToString() }] : [];

    public string ToJson() => JsonSerializer.Serialize(this, RunDraftsJson.Default.RunDrafts);

    /// <exception cref="JsonException">The text is not valid JSON of this kind.</exception>
    public static RunDrafts FromJson(string json) => JsonSerializer.Deserialize(json, RunDraftsJson.Default.RunDrafts) ?? throw new JsonException("null");
}

/// <param name="Issue">The issue that the bot filed for it; null if it filed none.</param>
/// <remarks>This is stored: properties added in a later version are missing in older records.</remarks>
public sealed record SeenCause(ClusterId Cluster, string Title, int Tests, VerdictKind Verdict, int? Issue)
{
    /// <summary>If there are more, the rest of the ids are not stored.</summary>
    private const int MaxTests = 500;

    public string RootCause { get => field ?? ""; init; }
    public IReadOnlyList<string> TestIds { get => field ?? []; init; }

    /// <summary>Other signatures that its failures have, or had in earlier runs.</summary>
    public IReadOnlyList<ClusterId> Signatures { get => field ?? []; init; }

    /// <summary>Those that stand for jobs.</summary>
    public IReadOnlyList<string> JobIds { get => field ?? []; init; }

    /// <summary>How many jobs those are; one job can fail for two reasons.</summary>
    public int Jobs { get; init; }

    /// <summary>What failed, counted: <c>2 tests and 1 job</c>.</summary>
    public string Counted() => Wording.Count(Tests - JobIds.Count, Jobs);

    /// <summary>Null if the settings give none.</summary>
    public Priority? Priority { get; init; }
    public IReadOnlyList<string> Categories { get => field ?? []; init; }

    /// <summary>How many earlier runs had a result for any of its tests.</summary>
    public int RanBefore { get; init; }

    /// <summary>How many of those had the same failure.</summary>
    public int FailedBefore { get; init; }

    /// <summary>The open issue that it belongs to, no matter who filed it.</summary>
    public int? Matched { get; init; }
    public PastSuspect? Suspect { get; init; }

    /// <summary>All its tests passed when they ran again on the same commit.</summary>
    public bool PassedAgain { get; init; }

    /// <summary>At least one of its tests failed again in that second run.</summary>
    public bool FailedAgain { get; init; }
    public IReadOnlyList<string> Suites { get => field ?? []; init; }

    /// <summary>For questions about it later; null for an environment that is not ready.</summary>
    public CauseExplanation? Dossier { get; init; }

    /// <summary>The kind of fault is not a known one, or the evidence does not say what it is.</summary>
    public bool Unclassified { get; init; }

    /// <summary>The store was lost: no more is known of it than its issue says, until it is seen again.</summary>
    public bool IsReadBack { get; init; }

    /// <summary>Whether a run can show that it is over: its tests are known, or it has none because an environment was not ready.</summary>
    [JsonIgnore]
    public bool CanBeCleared => TestIds.Count > 0 || Tests == 0;

    /// <summary>The suspect's pull request.</summary>
    public int? SuspectPull { get; init; }

    internal static SeenCause Of(ReportedCluster cluster) =>
        new(cluster.Id, cluster.Title, cluster.Tests.Count, cluster.Verdict.Kind, cluster.Issue is { Own: true } own
            ? own.Number : cluster.ClosedIssue)
        {
            RootCause = cluster.RootCause.ToString(),
            Signatures = cluster.Signatures,
            PassedAgain = cluster.PassedAgain,
            FailedAgain = cluster.FailedAgain,
            Suites = cluster.Suites,
            Unclassified = cluster.Verdict.Kind == VerdictKind.Inconclusive
                || (cluster.Cause == Mechanism.Unknown.Id && cluster is { Suspects: [], Issue: null }),
            Priority = cluster.Priority,
            Categories = cluster.Categories,
            RanBefore = cluster.Earlier.Ran,
            FailedBefore = cluster.Earlier.Failed,
            TestIds = [.. cluster.Tests.Take(MaxTests)],
            JobIds = cluster.JobFailures,
            Jobs = cluster.Jobs.Count,
            Matched = cluster.Issue?.Number,
            Dossier = CauseExplanationWriter.Write(cluster),
            Suspect = cluster.Suspects is [var suspect, ..] ? new PastSuspect(suspect.Sha, suspect.Path, suspect.Established) : null,
            SuspectPull = cluster.Suspects is [var named, ..] ? named.Pull : null,
        };

    public string ToJson() => JsonSerializer.Serialize(this, RunDraftsJson.Default.SeenCause);

    /// <exception cref="JsonException">The text is not valid JSON of this kind.</exception>
    public static SeenCause FromJson(string json) => JsonSerializer.Deserialize(json, RunDraftsJson.Default.SeenCause) ?? throw new JsonException("null");

    /// <summary>This cause in the form that the next run reads.</summary>
    public PastCause AsPast => new(Cluster, Title, RootCause, Issue ?? Matched, TestIds, Suspect) { Signatures = Signatures };
}

/// <param name="Issue">The issue about it; null for none.</param>
/// <param name="OfLastRun">The last run saw it, so it is news that it is over.</param>
public sealed record ClearedCause(ClusterId Cluster, string Title, int? Issue, bool OfLastRun)
{
    internal static ClearedCause Of(Answer answer, bool ofLastRun) => new(answer.Cause.Cluster, answer.Cause.Title, answer.Cause.Issue, ofLastRun);
}

/// <param name="Because">Plain text, on one line.</param>
public sealed record ContradictedIssue(int Issue, string Title, string Because);

/// <param name="By">The causes that make its tests fail now.</param>
public sealed record ReplacedCause(ClusterId Cluster, IReadOnlyList<ClusterId> By);

/// <summary>A comment for an issue that a cause belongs to.</summary>
public sealed record NoteDraft(int Issue, ClusterId Cluster, string Body);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(PriorityJson), typeof(KebabEnum<Decision>), typeof(KebabEnum<VerdictKind>)])]
[JsonSerializable(typeof(RunDrafts))]
[JsonSerializable(typeof(SeenCause))]
internal sealed partial class RunDraftsJson : JsonSerializerContext;
