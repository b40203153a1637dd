using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Gates;
using Whybot.Analysis.History;
using Whybot.Analysis.Planning;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Settings;
using Whybot.Analysis.Verdicts;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Filing;

/// <summary>All that a run would have GitHub show, as values: the output of the analysis for whoever publishes it.</summary>
/// <param name="Failing">Something fails, or could not be judged.</param>
/// <param name="Gates">The settings want the check to fail where something fails.</param>
/// <param name="Comment">Markdown for the pull request; bears its marker.</param>
/// <param name="Issues">New ones; at most one when very much is new at once.</param>
/// <param name="Notes">For open issues that causes belong to and that the bot did not file itself.</param>
/// <param name="Causes">All that were seen, for the ledger.</param>
public sealed record RunDrafts(int Schema, string Decision, bool Failing, bool Gates, CheckDraft Check, string Comment,
    IReadOnlyList<IssueDraft> Issues, IReadOnlyList<NoteDraft> Notes,
    IReadOnlyList<SeenCause> Causes)
{
    public static RunDrafts Of(Report report, RepositorySettings settings) =>
        report.IsVoid ? Void(report, settings) : Whole(report, settings);

    /// <summary>What a void run found is nobody's: no issue, no note, nothing for the ledger. Its check says what was seen.</summary>
    private static RunDrafts Void(Report report, RepositorySettings settings) =>
        new(1, DecisionTable.Of(report.Decision).Json, Failing: false, settings.CheckGates, CheckDraft.Of(report), CommentWriter.Write(report), [], [], [])
        {
            Reason = report.Reason.ToString(),
        };

    /// <summary>
    /// Whether somebody is to be told. A commit whose tests pass is not spoken of only since fewer suites ran than usual; what was not read, or did not end, is.
    /// </summary>
    private static bool IsFailing(Report report) =>
        report.Totals.Bad > 0 || report.Clusters.Count > 0 || (report.Totals.Ran == 0 && !report.IsGo) || report.Unread.Count > 0 || report.IsNoGo
        || report.Jobs.Any(j => j.CutShort) || (report.Deployment.Environment is not null && !report.IsGo);

    private static RunDrafts Whole(Report report, RepositorySettings settings) => new(
        1, DecisionTable.Of(report.Decision).Json, IsFailing(report),
        settings.CheckGates, CheckDraft.Of(report), CommentWriter.Write(report),
        IssueDrafter.Draft(report, settings), NoteWriter.Write(report),
        [.. Environment(report), .. report.Clusters.Select(SeenCause.Of)])
    {
        Reason = report.Reason.ToString(),
        Suites = [.. report.Suites.Select(s => new SuiteCount(s.Name, s.Category, s.Totals.Passed, s.Totals.Bad, s.Totals.Skipped, s.Flaky) { Partial = report.Acting.WhyPartial(s.Name, s.Totals.Bad > 0) })],
        Acting = report.Acting,
        Recheck = report.Recheck,
        Replaced = [.. report.Answers.Where(a => a.Kind == AnswerKind.Replaced && a.By.Count > 0).Select(a => new ReplacedCause(a.Cause.Cluster, a.By))],
        Contradicted = [.. report.Contradictions.Select(c => new ContradictedIssue(c.Issue, c.Title, Prose.Join("; ", c.Because).ToString()))],
        Cleared = [.. report.Answers.Where(a => a.Kind == AnswerKind.Answered).Select(a => ClearedCause.Of(a, ofLastRun: true)), .. report.Cleared.Select(a => ClearedCause.Of(a, ofLastRun: false))],
    };

    /// <summary>The rule that decided, in words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How the suites ended.</summary>
    public IReadOnlyList<SuiteCount> Suites { get; init; } = [];

    /// <summary>Tests that should run once more on the same commit.</summary>
    public IReadOnlyList<TestToRecheck> Recheck { get; init; } = [];

    /// <summary>What decides whether anything may be started after the run.</summary>
    public ActionFacts Acting { get; init; } = ActionFacts.None;

    /// <summary>Causes of earlier runs whose tests all ran and passed.</summary>
    public IReadOnlyList<ClearedCause> Cleared { get; init; } = [];

    /// <summary>Causes of the last run whose tests fail now for others.</summary>
    public IReadOnlyList<ReplacedCause> Replaced { get; init; } = [];

    /// <summary>Open issues that say what this run shows to be otherwise.</summary>
    public IReadOnlyList<ContradictedIssue> Contradicted { get; init; } = [];

    /// <summary>An environment that is not ready is a cause too.</summary>
    private static IEnumerable<SeenCause> Environment(Report report) =>
        EnvironmentIssue.CauseOf(report) is { } cause ? [new SeenCause(cause, $"{report.Deployment.Environment} is not ready", 0, "environment",
            report.Filed.TryGetValue(cause, out var issue) ? issue : null) { RootCause = report.Reason.ToString() }] : [];

    public string ToJson() => JsonSerializer.Serialize(this, RunDraftsJson.Default.RunDrafts);

    /// <exception cref="JsonException">The text is none.</exception>
    public static RunDrafts FromJson(string json) => JsonSerializer.Deserialize(json, RunDraftsJson.Default.RunDrafts) ?? throw new JsonException("null");
}

/// <param name="Issue">The issue that the bot filed for it; null where there is none.</param>
/// <remarks>It is kept: what a later version adds is absent in what was written before.</remarks>
public sealed record SeenCause(string Cluster, string Title, int Tests, string Verdict, int? Issue)
{
    /// <summary>Ids of more are not kept.</summary>
    private const int MaxTests = 500;

    public string RootCause { get => field ?? ""; init; }
    public IReadOnlyList<string> TestIds { get => field ?? []; init; }

    /// <summary>P0 to P6; null where the settings give none.</summary>
    public string? Priority { get; init; }
    public IReadOnlyList<string> Categories { get => field ?? []; init; }

    /// <summary>Earlier runs in which any of its tests ended.</summary>
    public int RanBefore { get; init; }

    /// <summary>Those of them in which one failed alike.</summary>
    public int FailedBefore { get; init; }

    /// <summary>The open issue that it belongs to, whoever filed it.</summary>
    public int? Matched { get; init; }
    public PastSuspect? Suspect { get; init; }

    /// <summary>All its tests passed when they ran once more on the same commit.</summary>
    public bool PassedAgain { get; init; }

    /// <summary>Any of its tests failed again then.</summary>
    public bool FailedAgain { get; init; }
    public IReadOnlyList<string> Suites { get => field ?? []; init; }

    /// <summary>For whoever asks about it later; null for an environment that is not ready.</summary>
    public Dossier? Dossier { get; init; }

    /// <summary>The kind of fault is none that is known, or the evidence does not say what it is.</summary>
    public bool Unclassified { get; init; }

    /// <summary>Pull request of the suspect.</summary>
    public int? SuspectPull { get; init; }

    internal static SeenCause Of(ReportedCluster cluster) =>
        new(cluster.Id, cluster.Title, cluster.Tests.Count, Wording.Of(cluster.Verdict.Kind), cluster.Issue is { Own: true } own ? own.Number : cluster.ClosedIssue)
        {
            RootCause = cluster.RootCause.ToString(),
            PassedAgain = cluster.PassedAgain,
            FailedAgain = cluster.FailedAgain,
            Suites = cluster.Suites,
            Unclassified = cluster.Verdict.Kind == VerdictKind.Inconclusive || (cluster.Cause == Mechanism.Unknown.Id && cluster is { Suspects: [], Issue: null }),
            Priority = cluster.Priority,
            Categories = cluster.Categories,
            RanBefore = cluster.Earlier.Ran,
            FailedBefore = cluster.Earlier.Failed,
            TestIds = [.. cluster.Tests.Take(MaxTests)],
            Matched = cluster.Issue?.Number,
            Dossier = DossierWriter.Write(cluster),
            Suspect = cluster.Suspects is [var suspect, ..] ? new PastSuspect(suspect.Sha, suspect.Path, suspect.Established) : null,
            SuspectPull = cluster.Suspects is [var named, ..] ? named.Pull : null,
        };

    public string ToJson() => JsonSerializer.Serialize(this, RunDraftsJson.Default.SeenCause);

    /// <exception cref="JsonException">The text is none.</exception>
    public static SeenCause FromJson(string json) => JsonSerializer.Deserialize(json, RunDraftsJson.Default.SeenCause) ?? throw new JsonException("null");

    /// <summary>For the run after this one.</summary>
    public PastCause AsPast => new(Cluster, Title, RootCause, Issue ?? Matched, TestIds, Suspect);
}

/// <param name="Issue">Where it is written down; null for nowhere.</param>
/// <param name="OfLastRun">The last run saw it: that it is over is news.</param>
public sealed record ClearedCause(string Cluster, string Title, int? Issue, bool OfLastRun)
{
    internal static ClearedCause Of(Answer answer, bool ofLastRun) => new(answer.Cause.Cluster, answer.Cause.Title, answer.Cause.Issue, ofLastRun);
}

/// <param name="Because">Plain text, on one line.</param>
public sealed record ContradictedIssue(int Issue, string Title, string Because);

/// <param name="By">The causes for which its tests fail now.</param>
public sealed record ReplacedCause(string Cluster, IReadOnlyList<string> By);

/// <summary>A comment for an issue that a cause belongs to.</summary>
public sealed record NoteDraft(int Issue, string Cluster, string Body);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunDrafts))]
[JsonSerializable(typeof(SeenCause))]
internal sealed partial class RunDraftsJson : JsonSerializerContext;
