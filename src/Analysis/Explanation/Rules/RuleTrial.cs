using System.Text;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Rules;

/// <summary>A run on which a rule is tried out.</summary>
/// <param name="Name">Commit or deployment.</param>
/// <param name="Place">Environment or branch; null if unknown.</param>
public sealed record TrialRun(string Name, string? Place, IReadOnlyList<TestCase> Tests);

/// <summary>The result of trying an issue's rules on earlier runs.</summary>
/// <param name="Refused">Passing tests that show what the rule looks for, so the rule proves nothing.</param>
public sealed record TrialResult(RuleReading Reading, IReadOnlyList<(string Run, string Test)> Matched, IReadOnlyList<string> Refused)
{
    public bool Accepted => Reading.Rule is not null && Refused.Count == 0;
}

/// <summary>Tries an issue's rules on earlier runs, so their author sees what they would have done.</summary>
public static class RuleTrial
{
    private const int MaxShown = 10;

    /// <param name="settings">Determines which suite and category a test belongs to.</param>
    public static IReadOnlyList<TrialResult> Try(IReadOnlyList<RuleReading> readings, IReadOnlyList<TrialRun> runs, RepositorySettings settings)
    {
        var suites = new SuiteLookup(settings);
        return [.. readings.Select(r => r.Rule is { } rule ? Try(r, rule, runs, suites) : new TrialResult(r, [], []))];
    }

    private static TrialResult Try(RuleReading reading, KnownIssueRule rule, IReadOnlyList<TrialRun> runs, SuiteLookup suites)
    {
        var matched = new List<(string, string)>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in runs)
            foreach (var test in run.Tests.Where(t => rule.IsHere([run.Place, t.Suite, suites.Of(t).Name, suites.Of(t).Category])))
                if (test.Bad && rule.Matches(test))
                    matched.Add((run.Name, test.Id));
                else if (test is { Outcome: TestOutcome.Passed, Output: { } output } && rule.Names(test) && rule.Shows(output))
                    refused.Add(test.Id);
        return new TrialResult(reading, matched, [.. refused]);
    }

    /// <summary>The result for the issue's thread.</summary>
    /// <param name="runs">How many runs they were tried on.</param>
    public static string Write(IReadOnlyList<TrialResult> results, int runs)
    {
        var text = new StringBuilder();
        foreach (var result in results)
            text.Append(One(result, runs)).Append('\n');
        return text.ToString();
    }

    private static string One(TrialResult result, int runs)
    {
        var where = $"The rule in line {result.Reading.Block.Line}";
        if (result.Reading.Rule is null)
            return $"❌ {where} is not used:\n\n"
                + $"{string.Concat(result.Reading.Problems.Take(MaxShown).Select(p => $"- line {p.Line}: {Markdown.Code(p.Message)}\n"))}";
        if (result.Refused.Count > 0)
            return $"❌ {where} is not used: {Numbers.Count(result.Refused.Count, "passing test")} {(result.Refused.Count == 1 ? "shows" : "show")} what it "
                + $"looks for, so it proves nothing:\n\n{Names(result.Refused)}";
        if (result.Matched.Count == 0)
            return $"✅ {where} is used from now on. In the last 7 days ({Numbers.Count(runs, "run")}) it would have matched no failure, and no passing test.\n";
        var tests = result.Matched.Select(m => m.Test).Distinct().ToList();
        return $"✅ {where} is used from now on. In the last 7 days it would have matched {Numbers.Count(result.Matched.Count, "failure")} in "
            + $"{result.Matched.Select(m => m.Run).Distinct().Count()} of {Numbers.Count(runs, "run")}, and no passing test:\n\n{Names(tests)}";
    }

    private static string Names(IReadOnlyList<string> tests) =>
        string.Concat(tests.Take(MaxShown).Select(t => $"- {Markdown.Code(t)}\n"))
            + (tests.Count > MaxShown ? $"- and {tests.Count - MaxShown} more\n" : "");
}
