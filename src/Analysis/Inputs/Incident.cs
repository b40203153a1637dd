using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Coverage;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Inputs;

/// <summary>Everything known about one run: the input of <see cref="Analyst"/>.</summary>
public sealed record Incident
{
    public required Deployment Deployment { get; init; }
    public RepositorySettings Settings { get; init; } = RepositorySettings.Default;

    /// <summary>The settings' suites or gates could not be read completely, so the decision cannot be go.</summary>
    public bool GatesInDoubt { get; init; }
    public required IReadOnlyList<ResultFile> Results { get; init; }
    public IReadOnlyList<JobLog> JobLogs { get; init; } = [];
    public IReadOnlyList<PlatformLog> PlatformLogs { get; init; } = [];
    public ReadinessReport? Readiness { get; init; }

    /// <summary>What GitHub's status page reported when the run was examined; none if it was not asked.</summary>
    public IReadOnlyList<PlatformIncident> PlatformIncidents { get; init; } = [];
    public RunHistory History { get; init; } = RunHistory.None;
    public IReadOnlyList<KnownIssue> Issues { get; init; } = [];

    /// <summary>For each cluster, the issue that the bot itself filed for it.</summary>
    public IReadOnlyDictionary<ClusterId, int> Filed { get; init; } = new Dictionary<ClusterId, int>();

    /// <summary>
    /// For each signature that an earlier run joined with others, the cause that they became: what fails like that is this cause again, even if the others are
    /// fixed by now.
    /// </summary>
    public IReadOnlyDictionary<ClusterId, ClusterId> Joined { get; init; } = new Dictionary<ClusterId, ClusterId>();

    /// <summary>For each cluster, what people have decided about it.</summary>
    public IReadOnlyDictionary<ClusterId, Ruling> Rulings { get; init; } = new Dictionary<ClusterId, Ruling>();

    /// <summary>Rules that people have written into open issues.</summary>
    public IReadOnlyList<KnownIssueRule> Rules { get; init; } = [];

    /// <summary>For each cluster, how often it failed and then passed on the same commit.</summary>
    public IReadOnlyDictionary<ClusterId, int> Flipped { get; init; } = new Dictionary<ClusterId, int>();

    /// <summary>Rules that people have overruled too often, so they only suggest. Named by the verdict that they give.</summary>
    public IReadOnlySet<string> Doubted { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Who owns which paths; null if the repository does not say.</summary>
    public CodeOwners? Owners { get; init; }

    /// <summary>What was planned to run; null if no plan is known.</summary>
    public PlanFile? Plan { get; init; }

    /// <summary>What the last run of the environment concluded; null if none is known.</summary>
    public LastRun? Last { get; init; }

    /// <summary>Causes of earlier runs whose issues are kept up to date; this run may show whether they are over.</summary>
    public IReadOnlyList<PastCause> Watched { get; init; } = [];

    /// <summary>Results of running failed tests again on the same commit; empty if that was not done.</summary>
    public IReadOnlyList<ResultFile> Again { get; init; } = [];

    /// <summary>The tests that were to run again; empty if nothing was requested, or whole suites were.</summary>
    public IReadOnlyList<TestToRecheck> AskedAgain { get; init; } = [];

    /// <summary>Null if GitHub's comparison is not known.</summary>
    public ChangeSet? Changes { get; init; }

    /// <summary>Files of the repository at the tested commit; none if they were not fetched.</summary>
    public SourceTree Sources { get; init; } = SourceTree.None;

    /// <summary>What the run's tests ran of the files that changed, as far as it was measured.</summary>
    public IReadOnlyList<CoverageReport> Coverage { get; init; } = [];

    /// <summary>How the run's jobs ended, according to the system that ran them or to their logs.</summary>
    public IReadOnlyList<JobEnd> Jobs { get; init; } = [];

    /// <summary>What is new in the logs of failed jobs, compared with their last passes; nothing for jobs without an earlier log.</summary>
    public IReadOnlyList<JobDifference> Differences { get; init; } = [];

    /// <summary>Inputs that are not completely known: truncated, contradictory or unreadable files, and missing artifacts. Such a run cannot be go.</summary>
    public IReadOnlyList<InputProblem> Unread { get; init; } = [];

    /// <summary>Why the tested version is not the one that was to be tested, in words: another revision was deployed in the meantime. Null if nothing indicates
    /// that.</summary>
    public string? Void { get; init; }

    /// <summary>Notable facts about the input, each with file, line and reason.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IEnumerable<TestCase> Tests => Results.SelectMany(r => r.Cases);
}
