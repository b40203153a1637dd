using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

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
        return Whitespace.Flat(Issue.Text).Contains(there.TrimEnd('…'), StringComparison.Ordinal) && Says(facts, here.TrimEnd('…'))
            ? Prose.Of($"it says {there:q} where {(Line.Logged ? "the log" : "a failing test"):t} says {here:q}") : null;
    }

    private bool Says(ClaimFacts facts, string words) => Line.Logged
        ? Cluster.Statements.Any(s => Whitespace.Flat(s.Words).Contains(words, StringComparison.Ordinal))
        || facts.Fault(Cluster)?.Words.Any(w => Whitespace.Flat(w).Contains(words, StringComparison.Ordinal)) == true
        : facts.Text.Showing(Cluster.Tests.DistinctBy(t => t.Failure!.Text).Take(ClusterText.MostTests), words) > 0;

    private static string Short(string text) => Whitespace.Flat(text) is var flat && flat.Length <= Longest ? flat : flat[..(Longest - 1)] + "…";
}

/// <summary><c>the platform logged “…” while they failed</c>.</summary>
internal sealed record PlatformLogged(GroupFacts Cluster, string Words) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        Cluster.Said(Speaker.Platform).Any(s => Whitespace.Flat(s.Words).Contains(Words, StringComparison.Ordinal) && facts.Reread(s.Citation) is not null)
            || facts.Fault(Cluster)?.Words.Any(w => Whitespace.Flat(w).Contains(Words, StringComparison.Ordinal)) == true
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
        if (passed.Count != wanted.Count || ran.Exists(t => t.Outcome != TestOutcome.Passed || facts.Authenticity.Unproved.Contains(t.Id)))
            return null;
        return passed.Count == 1 ? Prose.Of($"the test it names really ran and passed: {Name}")
            : Prose.Of($"all {passed.Count} tests it names really ran and passed: {Prose.List(passed.Select(t => t.Name))}");
    }
}
