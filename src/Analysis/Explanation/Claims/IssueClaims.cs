using Whybot.Analysis.Clusters;
using Whybot.Analysis.Correlation;
using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>An issue's title, read again.</summary>
internal sealed record IssueTitle(KnownIssue Issue) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Holds(Issue.Source, Issue.Pointer + "/title", Issue.Title) ? Prose.Of($"{Issue.Title:q}") : null;
}

/// <summary><c>no open issue describes it</c>.</summary>
internal sealed record NoOpenIssue(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Finding(Cluster).Issues.Match is null ? Prose.Of($"no open issue describes it") : null;
}

/// <summary><c>no issue mentions it</c>: none matched, none related, and no similar closed one.</summary>
internal sealed record NoIssueAtAll(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var issues = facts.Finding(Cluster).Issues;
        return issues is { Match: null, Related.Count: 0, SeenBefore.Count: 0 } ? Prose.Of($"no known issue mentions it")
            : issues.Match is null ? Prose.Of($"no open issue is known to describe it") : null;
    }
}

/// <summary><c>#12 “…” describes it and is still open</c>.</summary>
internal sealed record DescribedBy(GroupFacts Cluster, KnownIssue Issue) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Finding(Cluster).Issues.Match?.Issue.Number == Issue.Number && facts.Incident.Issues.Any(i => i.Number == Issue.Number && i.Open)
            && facts.Holds(Issue.Source, Issue.Pointer + "/title", Issue.Title)
            ? Prose.Of($"#{Issue.Number} {Issue.Title:q} describes it and is still open") : null;
}

/// <summary><c>2 of the 3 tests it names fail here</c>.</summary>
internal sealed record NamedTestsFail(IssueProfile Issue, GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var here = Cluster.Tests.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var failing = Issue.Tests.Where(t => t.Value.Any(here.Contains)).Select(t => t.Key).ToList();
        return (failing.Count, Issue.NamedTests) switch
        {
            (0, _) => null,
            (_, 1) => Prose.Of($"the test it names, {failing[0]}, fails here"),
            (var some, var named) => Prose.Of($"{some} of the {named} tests it names {(some == 1 ? "fails" : "fail"):t} here"),
        };
    }
}

/// <summary><c>it says “…” where a failing test says “…”</c>: each side in its own words.</summary>
/// <param name="Said">The issue's words.</param>
/// <param name="Line">The failures' line.</param>
internal sealed record BothSay(IssueProfile Issue, GroupFacts Cluster, string Said, ErrorLine Line) : Claim
{
    private const int Longest = 200;

    public override Prose? Evaluate(ClaimFacts facts)
    {
        var (there, here) = (Short(Said), Short(Line.Text));
        return IssueText.Flat(Issue.Text).Contains(there.TrimEnd('…'), StringComparison.Ordinal) && Says(facts, here.TrimEnd('…'))
            ? Prose.Of($"it says {there:q} where {(Line.Logged ? "the log" : "a failing test"):t} says {here:q}") : null;
    }

    private bool Says(ClaimFacts facts, string words) => Line.Logged
        ? Cluster.Statements.Any(s => IssueText.Flat(s.Words).Contains(words, StringComparison.Ordinal))
        || facts.Finding(Cluster).Fault?.Words.Any(w => IssueText.Flat(w).Contains(words, StringComparison.Ordinal)) == true
        : facts.Text.Showing(Cluster.Tests.DistinctBy(t => t.Failure!.Text).Take(ClusterText.MostTests), words) > 0;

    private static string Short(string text) => IssueText.Flat(text) is var flat && flat.Length <= Longest ? flat : flat[..(Longest - 1)] + "…";
}

/// <summary><c>the platform logged “…” while they failed</c>.</summary>
internal sealed record PlatformLogged(GroupFacts Cluster, string Words) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        Cluster.Said(Speaker.Platform).Any(s => IssueText.Flat(s.Words).Contains(Words, StringComparison.Ordinal) && facts.Reread(s.Citation) is not null)
            || facts.Finding(Cluster).Fault?.Words.Any(w => IssueText.Flat(w).Contains(Words, StringComparison.Ordinal)) == true
            ? Prose.Of($"the platform logged {Words:q} while they failed") : null;
}

/// <summary><c>all 3 tests it names really ran and passed</c>.</summary>
/// <param name="Tests">Ids of the tests that the issue names.</param>
internal sealed record NamedTestsPassed(string Name, IReadOnlyList<string> Tests) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var wanted = Tests.ToHashSet(StringComparer.Ordinal);
        var ran = facts.Incident.Tests.Where(t => wanted.Contains(t.Id)).ToList();
        var passed = ran.DistinctBy(t => t.Id).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        if (passed.Count != wanted.Count || ran.Exists(t => t.Outcome != Results.TestOutcome.Passed || facts.Authenticity.Unproved.Contains(t.Id)))
            return null;
        return passed.Count == 1 ? Prose.Of($"the test it names really ran and passed: {Name}")
            : Prose.Of($"all {passed.Count} tests it names really ran and passed: {Prose.List(passed.Select(t => t.Name))}");
    }
}

/// <summary><c>its rule matches 3 of 3 failing, 0 of 8 passing tests</c>.</summary>
internal sealed record RuleMatches(Rules.KnownIssueRule Rule, IReadOnlyList<Results.TestCase> Failed) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var passing = facts.Incident.Tests.Where(t => t.Outcome == Results.TestOutcome.Passed).ToList();
        var shown = passing.Count(t => t.Output is { } output && Rule.Names(t) && Rule.Shows(output));
        var matching = Failed.Count(Rule.Matches);
        return Prose.Of($"its rule matches {matching} of {Failed.Count} failing, {shown} of {passing.Count} passing tests ({Rule.Text ?? Rule.Pattern!:q})");
    }
}

/// <summary>The cause in a person's own words.</summary>
internal sealed record PersonSays(GroupFacts Cluster, PersonsCause Cause) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Incident.Rulings.GetValueOrDefault(Cluster.Id)?.Cause == Cause ? Prose.Of($"{Cause.By} says: {Cause.Text:q}.") : null;
}

/// <summary><c>#12</c>, a known issue.</summary>
internal sealed record IssueNumber(int Number) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Incident.Issues.Any(i => i.Number == Number) ? Prose.Of($"#{Number}") : null;
}

/// <summary><c>, closed on 2026-10-11</c>; nothing if the date is not known.</summary>
internal sealed record ClosedOn(KnownIssue Issue) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Incident.Issues.FirstOrDefault(i => i.Number == Issue.Number) switch
    {
        { Open: false, ClosedAt: { } at } => Prose.Of($", closed on {at:yyyy-MM-dd}"),
        { Open: false } => Prose.Empty,
        _ => null,
    };
}
