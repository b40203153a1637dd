using Whybot.Analysis.Correlation;
using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Evidence;
using Whybot.Analysis.Gates;
using Whybot.Analysis.History;
using Whybot.Analysis.Logs;
using Whybot.Analysis.Planning;
using Whybot.Analysis.Readiness;
using Whybot.Analysis.Results;
using Whybot.Analysis.Verdicts;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Reports;

/// <summary>What the analysis of one run found. Everything in it is redacted, and every citation was re-read.</summary>
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

    /// <summary>The last earlier run, for comparison; null when none is known.</summary>
    public PreviousRun? Previous { get; init; }
    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>What decides whether anything may be started after the run.</summary>
    public ActionFacts Acting { get; init; } = ActionFacts.None;

    /// <summary>What became of the causes of the last run.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Causes of runs before the last whose tests all ran and passed.</summary>
    public IReadOnlyList<Answer> Cleared { get; init; } = [];

    /// <summary>What was to be run; null where no plan is known.</summary>
    public PlanFile? Plan { get; init; }

    /// <summary>Tests that should run once more on the same commit, since nothing is known of why they fail.</summary>
    public IReadOnlyList<TestToRecheck> Recheck { get; init; } = [];

    /// <summary>One per cause, the gravest first.</summary>
    public required IReadOnlyList<ReportedCluster> Clusters { get; init; }
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }
    public required IReadOnlyList<NewIssue> NewIssues { get; init; }
    public required IReadOnlyList<SuiteResult> Suites { get; init; }
    public IReadOnlyList<ServiceReadiness> Services { get; init; } = [];

    /// <summary>By cause: the issue that the bot itself has filed, open or closed.</summary>
    public IReadOnlyDictionary<string, int> Filed { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>False when GitHub's comparison with the last good deployment is not known.</summary>
    public bool ChangesKnown { get; init; }

    /// <summary>Inputs that are not known as a whole; while there is one the run is no go.</summary>
    public IReadOnlyList<InputProblem> Unread { get; init; } = [];

    /// <summary>How the run's jobs ended.</summary>
    public IReadOnlyList<JobEnd> Jobs { get; init; } = [];

    /// <summary>Tests that failed first and passed when they were tried again in this run.</summary>
    public IReadOnlyList<FlakyTest> Flaky { get; init; } = [];

    /// <summary>Notes on what was read, and what is wrong with the run itself.</summary>
    public required IReadOnlyList<Prose> Warnings { get; init; }

    /// <summary>What was read, in one line.</summary>
    public required string Coverage { get; init; }

    /// <summary>What came of checking it against the evidence once more.</summary>
    public SelfChecked SelfCheck { get; init; } = new(new Checked(0, 0), new Checked(0, 0));
}

/// <summary>How much of a finished report was checked against the stored evidence, and how much of it did not hold and was dropped.</summary>
/// <param name="Claims">Sentences' parts and figures that say something about the evidence.</param>
/// <param name="Citations">Quoted places.</param>
public sealed record SelfChecked(Checked Claims, Checked Citations);

/// <param name="Count">With those that were dropped.</param>
public sealed record Checked([property: System.Text.Json.Serialization.JsonPropertyName("checked")] int Count, int Dropped)
{
    /// <summary><c>41 checked, 0 dropped</c>.</summary>
    public override string ToString() => $"{Count} checked, {Dropped} dropped";
}

/// <param name="Tries">How often it ran; the last try passed.</param>
public sealed record FlakyTest(string Test, int Tries);

/// <summary>A test as its runner calls it.</summary>
/// <param name="Suite">The suite's name in the settings.</param>
public sealed record TestToRecheck(string Suite, string? File, string ClassName, string Name)
{
    /// <summary>
    /// How its runner takes it: <c>FILE::CLASS::NAME</c> for Python (a node id), the bare name where a runner filters by titles (JavaScript), else
    /// <c>CLASS.NAME</c>; without the arguments of one variant, except for Python.
    /// </summary>
    public string Address => Path.GetExtension(File) switch
    {
        ".py" => string.Join("::", new[] { File!, InFile, Name }.Where(p => p.Length > 0)),
        ".js" or ".jsx" or ".ts" or ".tsx" or ".mjs" or ".cjs" => Name,
        _ when Name.StartsWith(ClassName + ".", StringComparison.Ordinal) => Plain,
        _ => $"{ClassName}.{Plain}",
    };

    private string Plain => Name.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? Name[..at] : Name;

    /// <summary>The class within the file: <c>tests.test_x.TestY</c> of <c>tests/test_x.py</c> is <c>TestY</c>.</summary>
    private string InFile
    {
        get
        {
            var module = Path.ChangeExtension(File!, null).Replace('/', '.');
            return ClassName.StartsWith(module + ".", StringComparison.Ordinal) ? ClassName[(module.Length + 1)..].Replace(".", "::", StringComparison.Ordinal) : "";
        }
    }
}

/// <param name="Fixed">Tests that failed then and pass now.</param>
/// <param name="Broken">Tests that passed then and fail now.</param>
public sealed record PreviousRun(string Sha, double? PassRate, int Fixed, int Broken);

/// <summary>A suite with what it protects and how it went.</summary>
/// <param name="Impact">What is at risk, in the user's words; null when settings do not say.</param>
/// <param name="Seconds">Sum of its tests' times; null when the files do not say.</param>
/// <param name="Unproved">Passes in 0.00 s that usually take time.</param>
/// <param name="Flaky">Failures that are flaky.</param>
public sealed record SuiteResult(string Name, string Category, string? Priority, string? Impact, RunTotals Totals, double? Seconds, int Unproved, int Flaky = 0);

/// <summary>One cause of failures.</summary>
public sealed record ReportedCluster
{
    /// <summary>Stable across runs.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>Id of the kind of fault.</summary>
    public required string Cause { get; init; }
    public required Prose RootCause { get; init; }
    public required IReadOnlyList<string> Tests { get; init; }
    public required IReadOnlyList<string> Suites { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The highest of its suites; null when settings give none.</summary>
    public string? Priority { get; init; }
    public string? Impact { get; init; }

    /// <summary>The open issue that it belongs to; null where none does.</summary>
    public MatchedIssue? Issue { get; init; }

    /// <summary>The issue that the bot filed for it and that is closed; null where there is none.</summary>
    public int? ClosedIssue { get; init; }

    /// <summary>The issue that the bot filed for it and that was closed so long ago that this is a new occurrence; null where there is none.</summary>
    public int? EarlierIssue { get; init; }

    /// <summary>What an issue that is filed for it is known by: one more where it has had one already.</summary>
    public string IssueKey { get => field ?? Id; init; }

    /// <summary>Open issues that may be about it, best first, at most three: shown, and nothing follows from them.</summary>
    public IReadOnlyList<MatchedIssue> Related { get; init; } = [];

    /// <summary>All its tests passed when they ran once more on the same commit.</summary>
    public bool PassedAgain { get; init; }

    /// <summary>Any of its tests failed again then.</summary>
    public bool FailedAgain { get; init; }

    /// <summary>Earlier runs in which any of its tests ended, and those of them in which one failed alike.</summary>
    public (int Ran, int Failed) Earlier { get; init; }

    /// <summary>Issues that share anything with it, best first; its own aside.</summary>
    public IReadOnlyList<ScoredIssue> Scored { get; init; } = [];

    /// <summary>Closed issues that look alike.</summary>
    public IReadOnlyList<MatchedIssue> SeenBefore { get; init; } = [];
    public required IReadOnlyList<NamedSuspect> Suspects { get; init; }
    public required IReadOnlyList<Why> Whys { get; init; }
    public required IReadOnlyList<RuledOut> RuledOut { get; init; }
    public required IReadOnlyList<ActionItem> Actions { get; init; }

    /// <summary>Lines of the repository's code at which its tests failed.</summary>
    public IReadOnlyList<FailurePlace> Places { get; init; } = [];

    /// <summary>Who owns the code that it is about, as CODEOWNERS writes them.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Why groups of failures were taken for one cause.</summary>
    public IReadOnlyList<Prose> Joined { get; init; } = [];
}

/// <param name="Own">The bot filed it itself for this cause.</param>
public sealed record MatchedIssue(int Number, string Title, double Confidence, IReadOnlyList<Prose> Because, bool Own = false);

/// <summary>Where in the repository's own code a test failed.</summary>
/// <param name="Path">Relative to the repository's root.</param>
public sealed record FailurePlace(string Path, int Line, string Test);

/// <param name="Pull">Number of its pull request; null when none is known.</param>
public sealed record NamedSuspect(string Sha, string Path, string Title, string? Author, int? Pull, bool Established, IReadOnlyList<Prose> Because,
    IReadOnlyList<Citation> Citations)
{
    public string ShortSha => Sha.Length > 8 ? Sha[..8] : Sha;
}

/// <summary>An issue that would be filed.</summary>
/// <param name="Cluster">Id of the cluster that it is about.</param>
public sealed record NewIssue(string Cluster, string Title);

public enum Urgency
{
    Now,
    Next,
    Prevent,
}

/// <summary>Something to do, tied to the rung of the whys that asks for it.</summary>
public sealed record ActionItem(Urgency Urgency, Prose What, Rung Rung);
