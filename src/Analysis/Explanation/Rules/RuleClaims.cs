using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Rules;

/// <summary><c>its rule matches 3 of 3 failing, 0 of 8 passing tests</c>.</summary>
internal sealed record RuleMatches(KnownIssueRule Rule, IReadOnlyList<TestCase> Failed) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var passing = facts.Incident.Tests.Where(t => t.Outcome == TestOutcome.Passed).ToList();
        var shown = passing.Count(t => t.Output is { } output && Rule.Names(t) && Rule.Shows(output));
        var matching = Failed.Count(Rule.Matches);
        return Prose.Of($"its rule matches {matching} of {Failed.Count} failing, {shown} of {passing.Count} passing tests ({Rule.Text ?? Rule.Pattern!:q})");
    }
}
