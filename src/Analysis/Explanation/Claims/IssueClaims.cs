using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>An issue's title, read again.</summary>
internal sealed record IssueTitle(KnownIssue Issue) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Holds(Issue.Source, Issue.Pointer + "/title", Issue.Title) ? Prose.Of($"{Issue.Title:q}") : null;
}

/// <summary><c>no open issue describes it</c>.</summary>
internal sealed record NoOpenIssue(GroupFacts Cluster) : Claim<FindingFacts>
{
    protected override Prose? Of(FindingFacts facts) => facts.Finding(Cluster).Issues.Match is null ? Prose.Of($"no open issue describes it") : null;
}

/// <summary><c>no issue mentions it</c>: none matched, none related, and no similar closed one.</summary>
internal sealed record NoIssueAtAll(GroupFacts Cluster) : Claim<FindingFacts>
{
    protected override Prose? Of(FindingFacts facts)
    {
        var issues = facts.Finding(Cluster).Issues;
        return issues is { Match: null, Related.Count: 0, SeenBefore.Count: 0 } ? Prose.Of($"no known issue mentions it")
            : issues.Match is null ? Prose.Of($"no open issue is known to describe it") : null;
    }
}

/// <summary><c>#12 “…” describes it and is still open</c>.</summary>
internal sealed record DescribedBy(GroupFacts Cluster, KnownIssue Issue) : Claim<FindingFacts>
{
    protected override Prose? Of(FindingFacts facts) =>
        facts.Finding(Cluster).Issues.Match?.Issue.Number == Issue.Number && facts.Incident.Issues.Any(i => i.Number == Issue.Number && i.Open)
            && facts.Holds(Issue.Source, Issue.Pointer + "/title", Issue.Title)
            ? Prose.Of($"#{Issue.Number} {Issue.Title:q} describes it and is still open") : null;
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
