using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Resolutions;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>The findings of the analysis of one run. Everything in it is redacted, and every citation was re-read.</summary>
public sealed record Report
{
    public int Schema { get; init; } = 1;
    public required Deployment Deployment { get; init; }
    public required Decision Decision { get; init; }
    public bool IsGo => Decision == Decision.Go;
    public bool IsNoGo => Decision == Decision.NoGo;
    public bool IsVoid => Decision == Decision.Void;

    /// <summary>The rule that made the decision.</summary>
    public required Prose Reason { get; init; }
    public required RunTotals Totals { get; init; }

    /// <summary>The last earlier run, for comparison; null if none is known.</summary>
    public PreviousRun? Previous { get; init; }
    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>The facts that decide whether anything may be started after the run.</summary>
    public ActionFacts Acting { get; init; } = ActionFacts.None;

    /// <summary>What happened to the causes of the last run.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Causes of runs before the last whose tests all ran and passed.</summary>
    public IReadOnlyList<Answer> Cleared { get; init; } = [];

    /// <summary>What was planned to run; null if no plan is known.</summary>
    public PlanFile? Plan { get; init; }

    /// <summary>Files of the repository with which the change that did it could be named better; null if they would not help.</summary>
    public WantedSources? Wanted { get; init; }

    /// <summary>The changes that are named or listed, named ones first.</summary>
    public IReadOnlyList<SuspectedCommit> Suspected { get; init; } = [];

    /// <summary>Tests that should run again on the same commit, because nothing is known about why they fail.</summary>
    public IReadOnlyList<TestToRecheck> Recheck { get; init; } = [];

    /// <summary>One per cause, most serious first.</summary>
    public required IReadOnlyList<ReportedCluster> Clusters { get; init; }
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }
    public required IReadOnlyList<NewIssue> NewIssues { get; init; }
    public required IReadOnlyList<SuiteResult> Suites { get; init; }
    public IReadOnlyList<ServiceReadiness> Services { get; init; } = [];

    /// <summary>The issue that the bot itself has filed for each cause, open or closed.</summary>
    public IReadOnlyDictionary<ClusterId, int> Filed { get; init; } = new Dictionary<ClusterId, int>();

    /// <summary>False if GitHub's comparison with the last good deployment is not known.</summary>
    public bool ChangesKnown { get; init; }

    /// <summary>Inputs that are not completely known; as long as there are any, the run cannot be go.</summary>
    public IReadOnlyList<InputProblem> Unread { get; init; } = [];

    /// <summary>How the run's jobs ended.</summary>
    public IReadOnlyList<JobEnd> Jobs { get; init; } = [];

    /// <summary>Tests that failed first and passed when they were retried in this run.</summary>
    public IReadOnlyList<FlakyTest> Flaky { get; init; } = [];

    /// <summary>Tests that failed in an earlier attempt at the commit and passed in this one.</summary>
    public IReadOnlyList<PassedLater> PassedLater { get; init; } = [];

    /// <summary>Notes on the input, and problems with the run itself.</summary>
    public required IReadOnlyList<Prose> Warnings { get; init; }

    /// <summary>What was read, on one line.</summary>
    public required string Coverage { get; init; }

    /// <summary>The result of checking the report against the evidence again.</summary>
    public SelfChecked SelfCheck { get; init; } = new(new Checked(0, 0), new Checked(0, 0));
}

/// <summary>How much of a finished report was checked against the stored evidence, and how much of it could not be confirmed and was dropped.</summary>
/// <param name="Claims">Parts of sentences, and figures, that state something about the evidence.</param>
/// <param name="Citations">Quoted places.</param>
public sealed record SelfChecked(Checked Claims, Checked Citations);

/// <param name="Count">Includes those that were dropped.</param>
public sealed record Checked([property: System.Text.Json.Serialization.JsonPropertyName("checked")] int Count, int Dropped)
{
    /// <summary><c>41 checked, 0 dropped</c>.</summary>
    public override string ToString() => $"{Count} checked, {Dropped} dropped";
}

/// <param name="Tries">How often it ran; the last try passed.</param>
public sealed record FlakyTest(string Test, int Tries);

/// <summary>A test that failed in one attempt at the commit and passed in a later one.</summary>
/// <param name="FailedAt">The attempt's number, from 1; null if the attempts' numbers are not known, and so for <paramref name="PassedAt"/>.</param>
/// <param name="OfJob">Only the pass of its job is known.</param>
public sealed record PassedLater(string Test, int? FailedAt, int? PassedAt, bool OfJob);

/// <param name="Fixed">Tests that failed then and pass now.</param>
/// <param name="Broken">Tests that passed then and fail now.</param>
public sealed record PreviousRun(CommitSha Sha, double? PassRate, int Fixed, int Broken);

/// <summary>A suite with what it protects and how it went.</summary>
/// <param name="Impact">What is at risk, in the user's words; null if the settings do not say.</param>
/// <param name="Seconds">Sum of its tests' times; null if the files do not say.</param>
/// <param name="Unproved">Passes in 0.00 s that usually take time.</param>
/// <param name="Flaky">Failures that are flaky.</param>
public sealed record SuiteResult(string Name, string Category, Priority? Priority, string? Impact, RunTotals Totals, double? Seconds, int Unproved,
    int Flaky = 0);

/// <summary>One cause of failures.</summary>
public sealed record ReportedCluster
{
    /// <summary>Stable across runs.</summary>
    public required ClusterId Id { get; init; }
    public required string Title { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>Other signatures that its failures have, or had in earlier runs; empty if all fail alike.</summary>
    public IReadOnlyList<ClusterId> Signatures { get; init; } = [];

    /// <summary>Id of the kind of fault.</summary>
    public required string Cause { get; init; }
    public required Prose RootCause { get; init; }

    /// <summary>What broke and because of what, in a clause.</summary>
    public Prose Brief { get; init; } = Prose.Empty;

    /// <summary>What failed, by id: tests, fixtures, and jobs without a failing test.</summary>
    public required IReadOnlyList<string> Tests { get; init; }

    /// <summary>Those of <see cref="Tests"/> that stand for jobs.</summary>
    public IReadOnlyList<string> JobFailures { get; init; } = [];

    /// <summary>Those jobs, each by its log and its name; one job can fail for two causes.</summary>
    public IReadOnlyList<string> Jobs { get; init; } = [];
    public required IReadOnlyList<string> Suites { get; init; }

    /// <summary>Commands that run some of its tests again on a developer's machine; empty if their runner is not known.</summary>
    public IReadOnlyList<string> Reproduce { get; init; } = [];
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The highest priority of its suites; null if the settings give none.</summary>
    public Priority? Priority { get; init; }
    public string? Impact { get; init; }

    /// <summary>The open issue that it belongs to; null for none.</summary>
    public MatchedIssue? Issue { get; init; }

    /// <summary>The closed issue that the bot filed for it; null for none.</summary>
    public int? ClosedIssue { get; init; }

    /// <summary>The issue that the bot filed for it and that was closed so long ago that this is a new occurrence; null for none.</summary>
    public int? EarlierIssue { get; init; }

    /// <summary>The key under which an issue is filed for it; a new key if it has had an issue already.</summary>
    public string IssueKey { get => field ?? Id.Value; init; }

    /// <summary>Open issues that may be about it, best first, at most three: shown only, with no effect.</summary>
    public IReadOnlyList<MatchedIssue> Related { get; init; } = [];

    /// <summary>All its tests passed when they ran again on the same commit.</summary>
    public bool PassedAgain { get; init; }

    /// <summary>At least one of its tests failed again in that second run.</summary>
    public bool FailedAgain { get; init; }

    /// <summary>How many earlier runs had a result for any of its tests, and how many of those had the same failure.</summary>
    public (int Ran, int Failed) Earlier { get; init; }

    /// <summary>Issues that share anything with it, best first; its own issue excluded.</summary>
    public IReadOnlyList<ScoredIssue> Scored { get; init; } = [];

    /// <summary>Closed issues that look similar.</summary>
    public IReadOnlyList<MatchedIssue> SeenBefore { get; init; } = [];
    public required IReadOnlyList<NamedSuspect> Suspects { get; init; }

    /// <summary>The changes that may have caused it, one file of each commit, likeliest first; at most five. Being listed is no blame.</summary>
    public IReadOnlyList<NamedSuspect> Ranked { get; init; } = [];

    /// <summary>If nobody is named: the likeliest changes, each with how likely it is and why.</summary>
    public IReadOnlyList<Prose> Shortlist { get; init; } = [];
    public required IReadOnlyList<Why> Whys { get; init; }
    public required IReadOnlyList<RuledOut> RuledOut { get; init; }
    public required IReadOnlyList<ActionItem> Actions { get; init; }

    /// <summary>Lines of the repository's code where its tests failed.</summary>
    public IReadOnlyList<FailurePlace> Places { get; init; } = [];

    /// <summary>Who owns the code that it is about, as written in CODEOWNERS.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>What is new in the logs of its jobs compared with their last passes, the cause before its consequences.</summary>
    public IReadOnlyList<EvidenceBlock> Evidence { get; init; } = [];

    /// <summary>Why groups of failures were treated as one cause.</summary>
    public IReadOnlyList<Prose> Joined { get; init; } = [];

    /// <summary>Something outside the code stopped the job, as its own log says.</summary>
    public bool Outside { get; init; }
}

/// <param name="Own">Whether the bot itself filed it for this cause.</param>
public sealed record MatchedIssue(int Number, string Title, double Confidence, IReadOnlyList<Prose> Because, bool Own = false);

/// <summary>Where in the repository's own code a test failed.</summary>
/// <param name="Path">Relative to the repository's root.</param>
public sealed record FailurePlace(string Path, int Line, string Test);

/// <param name="Pull">Number of its pull request; null if none is known.</param>
public sealed record NamedSuspect(CommitSha Sha, string Path, string Title, string? Author, int? Pull, bool Established, IReadOnlyList<Prose> Because,
    IReadOnlyList<Citation> Citations)
{
    /// <summary>How likely it is, from 0 to 1; null if that was not estimated.</summary>
    public double? Probability { get; init; }
}

/// <summary>An issue that would be filed.</summary>
/// <param name="Cluster">Id of the cluster that it is about.</param>
public sealed record NewIssue(ClusterId Cluster, string Title);

public enum Urgency
{
    Now,
    Next,
    Prevent,
}

/// <summary>Something to do, linked to the step of the whys that calls for it.</summary>
public sealed record ActionItem(Urgency Urgency, Prose What, WhyStep Rung);
