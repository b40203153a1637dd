using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Rules;

/// <summary>Finds the issue whose rule matches all failures of a cluster; people wrote it, so it outranks similarity.</summary>
internal sealed class RuleMatch(IReadOnlyList<KnownIssueRule> rules, IReadOnlyList<KnownIssue> issues, IReadOnlyList<TestCase> tests)
{
    /// <param name="places">Environment, branch, suites and categories of the cluster.</param>
    /// <param name="not">Issues that people have said the cluster does not belong to.</param>
    public IssueMatch? Of(IReadOnlyList<TestCase> failed, IReadOnlyList<string?> places, IReadOnlyList<int> not)
    {
        foreach (var rule in rules.Where(r => !not.Contains(r.Issue) && r.IsHere(places) && failed.All(r.Matches)))
            if (issues.FirstOrDefault(i => i.Number == rule.Issue && i.Open) is { } issue && PassingThatShow(rule) == 0)
                return new IssueMatch(issue, 1, "a person's rule matches", [Prose.Of($"{new RuleMatches(rule, failed)}")], []) { BySomebody = true };
        return null;
    }

    private int PassingThatShow(KnownIssueRule rule) => tests.Count(t => t is { Outcome: TestOutcome.Passed, Output: { } output } && rule.Names(t)
        && rule.Shows(output));
}
