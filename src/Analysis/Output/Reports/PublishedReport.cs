using System.Text.Json.Serialization;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// The report in its published form, <c>report.json</c>. Sentences are plain text on one line, with text from outside included and secrets masked. Properties
/// added in a later version are missing in older reports.
/// </summary>
public sealed record PublishedReport(
    int Schema, RepositoryName? Repository, string? Environment, CommitSha? Sha, Decision Decision, string Reason, PublishedTotals Totals,
    PreviousRun? Previous, IReadOnlyList<PublishedGate> Gates, IReadOnlyList<PublishedCause> Clusters,
    IReadOnlyList<PublishedContradiction> Contradictions, IReadOnlyList<NewIssue> NewIssues,
    IReadOnlyList<PublishedSuite> Suites, IReadOnlyList<PublishedService> Services, IReadOnlyList<string> Warnings, string Coverage)
{
    /// <summary>Inputs that are not completely known.</summary>
    public IReadOnlyList<PublishedInput> Unread { get => field ?? []; init; }

    /// <summary>How the run's jobs ended.</summary>
    public IReadOnlyList<PublishedJob> Jobs { get => field ?? []; init; }

    /// <summary>Tests that failed first and passed when they were retried in this run.</summary>
    public IReadOnlyList<FlakyTest> Flaky { get => field ?? []; init; }
    public IReadOnlyList<PassedLater> PassedLater { get => field ?? []; init; }

    /// <summary>How much of it was checked against the evidence again; null in reports of earlier versions.</summary>
    public SelfChecked? SelfCheck { get; init; }

    internal static PublishedReport Of(Report r) => new(
        r.Schema, r.Deployment.Repository, r.Deployment.Environment, r.Deployment.Sha, r.Decision, r.Reason.ToString(), PublishedTotals.Of(r.Totals),
            r.Previous,
        [.. r.Gates.Select(g => new PublishedGate(Secrets.Redact(g.Name), g.Required, Round(g.Actual), g.Outcome, g.Reason.ToString()))],
        [.. r.Clusters.Select(PublishedCause.Of)],
        [.. r.Contradictions.Select(PublishedContradiction.Of)],
        r.NewIssues,
        [.. r.Suites.Select(s => new PublishedSuite(Secrets.Redact(s.Name), Secrets.Redact(s.Category), s.Priority, PublishedTotals.Of(s.Totals), s.Seconds,
            s.Unproved))],
        [.. r.Services.Select(s => new PublishedService(s.Name, s.Ready))], Texts(r.Warnings), r.Coverage)
    {
        Unread = [.. r.Unread.Select(u => new PublishedInput(u.Source, u.Line, u.Extent, u.Reason))],
        Jobs = [.. r.Jobs.Select(PublishedJob.Of)],
        Flaky = r.Flaky,
        PassedLater = r.PassedLater,
        SelfCheck = r.SelfCheck,
    };

    internal static IReadOnlyList<string> Texts(IEnumerable<Prose> prose) => [.. prose.Select(p => p.ToString())];

    private static double? Round(double? rate) => rate is { } value ? Math.Round(value, 4) : null;
}

/// <param name="Tests">Fixtures, packages and jobs are not counted.</param>
/// <param name="Errors">Tests that broke, and failures outside tests.</param>
/// <param name="Skipped">All tests that neither passed nor failed.</param>
public sealed record PublishedTotals(int Tests, int Passed, int Failed, int Errors, int Skipped)
{
    /// <summary>Among the errors: failures of a fixture, a package or the run as a whole.</summary>
    public int Outside { get; init; }

    /// <summary>Among the skipped: tests that were not reached.</summary>
    public int NotRun { get; init; }
    public int Disabled { get; init; }
    public int ExpectedFailures { get; init; }
    public int UnexpectedPasses { get; init; }

    /// <summary>Among the passed: tests that failed first.</summary>
    public int Flaky { get; init; }

    internal static PublishedTotals Of(RunTotals t) => new(t.Tests, t.Passed, t.Failed, t.Errors, t.Skipped)
    {
        Outside = t.Outside,
        NotRun = t.NotRun,
        Disabled = t.Disabled,
        ExpectedFailures = t.ExpectedFailures,
        UnexpectedPasses = t.UnexpectedPasses,
        Flaky = t.Flaky,
    };
}

/// <param name="Line">1-based; null for none.</param>
public sealed record PublishedInput(string Source, int? Line, ReadExtent Extent, string Reason);

/// <param name="Said">The last line of output that says why; null for none.</param>
/// <param name="Allowed">Steps that failed and were allowed to.</param>
public sealed record PublishedJob(string Name, JobState State, string Source, int? ExitCode, string? Step, PublishedCitation? Said, string? LastStarted,
    IReadOnlyList<string> Allowed)
{
    internal static PublishedJob Of(JobEnd job) => new(Secrets.Redact(job.Name), job.State, Secrets.Redact(job.Source), job.ExitCode,
        job.Step is { } step ? Secrets.Redact(step) : null,
        job.Said is { } said ? PublishedCitation.Of([said])[0] : null, job.LastStarted is { } test ? Secrets.Redact(test) : null,
            [.. job.Allowed.Select(a => Secrets.Redact(a.Step))]);
}

/// <param name="Required">0 to 1.</param>
/// <param name="Actual">0 to 1; null if none of its tests ran.</param>
public sealed record PublishedGate(string Name, double Required, double? Actual, GateOutcome Outcome, string Reason);

/// <param name="Unproved">Passes in 0.00 s that usually take time.</param>
public sealed record PublishedSuite(string Name, string Category, Priority? Priority, PublishedTotals Totals, double? Seconds, int Unproved);

public sealed record PublishedService(string Name, bool Ready);

/// <summary>An open issue that the run proves wrong.</summary>
public sealed record PublishedContradiction(int Issue, string Title, IReadOnlyList<string> Because, IReadOnlyList<PublishedCitation> Citations)
{
    internal static PublishedContradiction Of(Contradiction c) => new(c.Issue, c.Title, PublishedReport.Texts(c.Because), PublishedCitation.Of(c.Citations));
}

/// <summary>A place in the evidence and the words found there when it was re-read.</summary>
/// <param name="Line">1-based; null with <paramref name="Pointer"/>.</param>
/// <param name="Pointer">JSON pointer; null with lines.</param>
public sealed record PublishedCitation(
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? EndLine,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer,
    string Excerpt)
{
    internal static IReadOnlyList<PublishedCitation> Of(IEnumerable<Citation> citations) =>
        [.. citations.Select(c => new PublishedCitation(Secrets.Redact(c.Source), c.Line, c.EndLine, c.Pointer, c.Excerpt))];

    /// <summary>The place in a form for people.</summary>
    public string ShortPlace() => new Citation(Source, Line, EndLine, Pointer, Excerpt).ShortPlace;
}

/// <param name="Rung">symptom, mechanism, condition, change, escape or system.</param>
public sealed record PublishedWhy(int Level, string Rung, string Question, string Answer, WhyStatus Status, IReadOnlyList<PublishedCitation> Citations);

/// <param name="Status">established or likely.</param>
public sealed record PublishedSuspect(CommitSha Sha, string Path, string Title, string? Author, int? Pull, string Status, IReadOnlyList<string> Because,
    IReadOnlyList<PublishedCitation> Citations);

/// <summary>A change that may have caused it. Being listed is no blame.</summary>
/// <param name="Probability">From 0 to 1, to two places.</param>
public sealed record PublishedCandidate(CommitSha Sha, string Path, string Title, int? Pull, double Probability, IReadOnlyList<string> Because)
{
    internal static PublishedCandidate Of(NamedSuspect suspect) => new(suspect.Sha, suspect.Path, suspect.Title, suspect.Pull,
        Math.Round(suspect.Probability ?? 0, 2), PublishedReport.Texts(suspect.Because));
}

public sealed record PublishedRuledOut(string What, string Because, IReadOnlyList<PublishedCitation> Citations);

public sealed record PublishedAction(Urgency When, string What, string Rung);

/// <param name="Own">Whether the bot itself filed it for this cause.</param>
public sealed record PublishedMatch(int Number, string Title, double Confidence, IReadOnlyList<string> Because, bool Own)
{
    internal static PublishedMatch? Of(MatchedIssue? match) => match is null
        ? null : new(match.Number, match.Title, match.Confidence, PublishedReport.Texts(match.Because), match.Own);
}

/// <summary>One cause of failures.</summary>
public sealed record PublishedCause(
    ClusterId Id, string Title, VerdictKind Verdict, string Because, string Cause, string RootCause, IReadOnlyList<string> Tests, IReadOnlyList<string> Suites,
    IReadOnlyList<string> Categories, Priority? Priority, string? Impact, PublishedMatch? Issue, IReadOnlyList<PublishedMatch> Related,
        IReadOnlyList<PublishedMatch> SeenBefore,
    IReadOnlyList<PublishedSuspect> Suspects, IReadOnlyList<PublishedWhy> Whys, IReadOnlyList<PublishedRuledOut> RuledOut,
        IReadOnlyList<PublishedAction> Actions,
    IReadOnlyList<string> Joined)
{
    /// <summary>What is new in the logs of its jobs compared with their last passes, the cause before its consequences.</summary>
    public IReadOnlyList<PublishedBlock> Evidence { get => field ?? []; init; }

    /// <summary>How many of <see cref="Tests"/> stand for jobs.</summary>
    public int JobFailures { get; init; }

    /// <summary>How many jobs those are; one job can fail for two reasons.</summary>
    public int Jobs { get; init; }

    /// <summary>What failed, counted: <c>2 tests and 1 job</c>.</summary>
    public string Counted() => Wording.Count(Tests.Count - JobFailures, Jobs);

    /// <summary>The changes that may have caused it, likeliest first; at most five.</summary>
    public IReadOnlyList<PublishedCandidate> Ranked { get => field ?? []; init; }

    internal static PublishedCause Of(ReportedCluster c) => new(
        c.Id, c.Title, c.Verdict.Kind, c.Verdict.Because.ToString(), c.Cause, c.RootCause.ToString(), c.Tests, [.. c.Suites.Select(Secrets.Redact)],
            [.. c.Categories.Select(Secrets.Redact)], c.Priority, c.Impact,
        PublishedMatch.Of(c.Issue), [.. c.Related.Select(s => PublishedMatch.Of(s)!)], [.. c.SeenBefore.Select(s => PublishedMatch.Of(s)!)],
        [.. c.Suspects.Select(s => new PublishedSuspect(s.Sha, s.Path, s.Title, s.Author, s.Pull, s.Established ? "established" : "likely",
            PublishedReport.Texts(s.Because), PublishedCitation.Of(s.Citations)))],
        [.. c.Whys.Select(w => new PublishedWhy(w.Level, w.Rung.ToString().ToLowerInvariant(), w.Question, w.Answer.ToString(), w.Status,
            PublishedCitation.Of(w.Citations)))],
        [.. c.RuledOut.Select(r => new PublishedRuledOut(r.What.ToString(), r.Because.ToString(), PublishedCitation.Of(r.Citations)))],
        [.. c.Actions.Select(a => new PublishedAction(a.Urgency, a.What.ToString(), a.Rung.ToString().ToLowerInvariant()))], PublishedReport.Texts(c.Joined))
    {
        Evidence = [.. c.Evidence.Select(PublishedBlock.Of)],
        Ranked = [.. c.Ranked.Select(PublishedCandidate.Of)],
        JobFailures = c.JobFailures.Count,
        Jobs = c.Jobs.Count,
    };
}

/// <summary>Lines of a job's log that its last passes do not have.</summary>
/// <param name="Line">The first line, 1-based.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="Excerpt">The line that says most.</param>
/// <param name="Telling">The few lines that matter.</param>
public sealed record PublishedBlock(string Source, int Line, int EndLine, string Excerpt, IReadOnlyList<string> Telling)
{
    internal static PublishedBlock Of(EvidenceBlock block) => new(Secrets.Redact(block.Place.Source), block.Place.Line!.Value, block.Place.EndLine!.Value,
        block.Place.Excerpt, block.Telling);
}
