using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Signatures;

namespace Whybot.Benchmarks.Speed;

/// <summary>
/// Causes held against very many known issues, as <c>analyze</c> does it; each is the failure of one of the issues, with other variable parts.
/// </summary>
internal sealed class Matching(int issues, int seed)
{
    private IssueMatcher? _matcher;
    private IReadOnlyList<ClusterText> _causes = [];

    /// <returns>How many issues there are.</returns>
    public int Prepare()
    {
        var names = new TestNames([], []);
        var profiles = Generators.Issues(issues, seed).Select(
            (i, at) => new IssueProfile(new KnownIssue(at + 1, i.Title, i.Body, true, [], null, null, "issues.json", $"/{at}"), names)).ToList();
        _matcher = new IssueMatcher(profiles, new Dictionary<Priority, string>());
        return profiles.Count;
    }

    /// <summary>Failures, each taken apart, but not yet held against anything.</summary>
    public int PrepareCauses(int causes)
    {
        var random = new Random(seed + 1);
        _causes = [.. Enumerable.Range(0, causes).Select(_ => Cause(random, random.Next(issues)))];
        return _causes.Count;
    }

    /// <returns>How many were matched or are listed.</returns>
    public int Match() => _causes.Count(c => _matcher!.Correlate(c, []) is { Match: not null } or { Related.Count: > 0 });

    private static ClusterText Cause(Random random, int issue) => Cause($"tests::test_{issue}", Generators.FailureText(random, issue, 900));

    /// <summary>One failing test, as the matcher sees it.</summary>
    /// <param name="test">Its id.</param>
    public static ClusterText Cause(string test, string text)
    {
        var failed = new TestCase
        {
            Id = test,
            ClassName = test.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var at ? test[..at] : "",
            Suite = "unit",
            Outcome = TestOutcome.Failed,
            Seconds = 1,
            Source = "results/unit.xml",
            Line = 1,
            EndLine = 1,
            Failure = new Failure(null, text.Split('\n')[0], text, 1, 1),
        };
        var facts = new GroupFacts
        {
            Groups = [.. FailureGroup.Of([failed])],
            Statements = [new Statement(Speaker.Test, failed.Failure!.Message, Citation.OfLines(failed.Source, 1, 1, failed.Failure.Message))],
            Events = [],
            Frames = [],
            Symptom = Mechanism.Unknown,
        };
        return new ClusterText(facts, Mechanism.Unknown, null, new NegativeControl([failed]));
    }
}
