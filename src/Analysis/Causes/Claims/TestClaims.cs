using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Claims;

/// <summary>
/// <c>All 5 failing tests say “…”</c>, <c>Both failing tests say “…”</c>, <c>3 of the 5 failing tests say “…”</c>: every test that is counted shows the words
/// in its own results.
/// </summary>
/// <param name="Words">A line from the most common message.</param>
internal sealed record FailingTestsSay(GroupFacts Cluster, string Words) : Claim, IAsksForWords
{
    public IReadOnlyList<string> Asked => [Words];

    public override Prose? Evaluate(ClaimFacts facts)
    {
        var (all, main) = (Cluster.Tests.Count, Cluster.Main.Count);
        var saying = facts.Text.Showing(Cluster.Tests, Words);
        if (saying == 0)
            return null;
        var what = Failing.Of(Cluster);
        Prose who = (saying, all) switch
        {
            (1, 1) => $"The failing test says",
            (2, 2) => $"Both {what:t} say",
            var (some, many) when some == many => $"All {many} {what:t} say",
            (1, _) => $"1 of the {all} {what:t} says",
            _ => $"{saying} of the {all} {what:t} say",
        };
        return main > saying ? $"{who} {Words:q}, and {main - saying} {(main - saying == 1 ? "says" : "say"):t} the same with other values"
            : Prose.Of($"{who} {Words:q}");
    }
}

/// <summary><c>The failing test gave no message</c>.</summary>
internal sealed record NoMessage(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var silent = Cluster.Tests.Count(t => t.Failure!.Message == FailureMessages.Silent);
        return (silent, Cluster.Tests.Count) switch
        {
            (0, _) => null,
            (1, 1) => Prose.Of($"The failing test gave no message"),
            (var some, var all) when some == all => Prose.Of($"None of the {all} {Failing.Of(Cluster):t} gave a message"),
            (var some, var all) => Prose.Of($"{some} of the {all} {Failing.Of(Cluster):t} gave no message"),
        };
    }
}

/// <summary><c>none of the 7 that passed does</c>.</summary>
internal sealed record PassingTestsSay(string Words) : Claim, IAsksForWords
{
    public IReadOnlyList<string> Asked => [Words];

    public override Prose? Evaluate(ClaimFacts facts)
    {
        var named = facts.Passing;
        if (named == 0)
            return facts.Totals.Passed > 0 ? Prose.Of($"what those that passed print is not known") : Prose.Of($"no test passed");
        var saying = facts.Text.PassingThatShow(Words);
        return (saying, named) switch
        {
            (0, 1) => Prose.Of($"the one that passed does not"),
            (0, _) => Prose.Of($"none of the {named} that passed does"),
            (1, 1) => Prose.Of($"the one that passed does too"),
            _ => Prose.Of($"{saying} of the {named} that passed {(saying == 1 ? "does" : "do"):t} too"),
        };
    }
}

/// <summary><c>6 of 6 failing, 0 of 9 passing tests show “…”</c>.</summary>
internal sealed record TestsShow(GroupFacts Cluster, string Words) : Claim, IAsksForWords
{
    public IReadOnlyList<string> Asked => [Words];

    public override Prose? Evaluate(ClaimFacts facts)
    {
        var failing = facts.Text.Showing(Cluster.Tests, Words);
        var passing = facts.Passing;
        return failing == 0 ? null
            : Prose.Of($"{failing} of {Cluster.Tests.Count} failing, {facts.Text.PassingThatShow(Words)} of {passing} passing tests show {Words:q}");
    }
}

/// <summary>How many tests belong to a cause in addition to those with the most common message.</summary>
internal sealed record OtherTests(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => (Cluster.Tests.Count - Cluster.Main.Count) switch
    {
        0 => null,
        1 => Prose.Of($"The other one belongs with it"),
        var others => Prose.Of($"The other {others} belong with it"),
    };
}

/// <summary><c>these 3 tests</c>, <c>this job</c>.</summary>
internal sealed record TheseTests(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => Cluster.Tests.Count == 1 ? Prose.Of($"this {Failing.One(Cluster):t}")
        : Prose.Of($"these {Cluster.Tests.Count} {Failing.One(Cluster):t}s");
}

/// <summary>What to call the failures of a cause: a job is no test.</summary>
internal static class Failing
{
    /// <summary><c>failing tests</c>, or <c>failures</c> if some are of jobs.</summary>
    public static string Of(GroupFacts cluster) => cluster.Tests.Any(t => t.Scope == TestScope.Job) ? "failures" : "failing tests";

    /// <summary><c>test</c>, <c>job</c>, or <c>failure</c> for some of each.</summary>
    public static string One(GroupFacts cluster) => cluster.Tests.Count(t => t.Scope == TestScope.Job) switch
    {
        0 => "test",
        var jobs when jobs == cluster.Tests.Count => "job",
        _ => "failure",
    };

    public static bool IsOneJob(GroupFacts cluster) => cluster.Tests is [{ Scope: TestScope.Job }];

    /// <summary><c>these tests</c>, <c>this job</c>.</summary>
    public static string These(GroupFacts cluster) => IsOneJob(cluster) ? "this job" : $"these {One(cluster)}s";
}

/// <summary>A claim that searches for words in the tests; all words are searched for in one pass.</summary>
internal interface IAsksForWords
{
    IReadOnlyList<string> Asked { get; }
}

/// <summary><c> They are in `cart` and `orders`.</c>; nothing if the run has no other suite.</summary>
internal sealed record InSuites(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Incident.Tests.Select(t => t.Suite).Distinct().Skip(1).Any()
        ? Prose.Of($" {(Cluster.Tests.Count == 1 ? "It is" : "They are"):t} in {new SuitesOf(Cluster).Evaluate(facts)!}.") : Prose.Empty;
}

/// <summary>The suites of a cause's tests, listed.</summary>
internal sealed record SuitesOf(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => Prose.List(Cluster.Tests.Select(t => t.Suite).Distinct().Order(StringComparer.Ordinal));
}

/// <summary><c>src/cart.py:12</c>, a place through which the failures, or an error logged while they happened, passed.</summary>
internal sealed record FrameAt(GroupFacts Cluster, StackFrame Frame) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        Cluster.Frames.Concat(Cluster.Events.SelectMany(e => e.Frames)).Contains(Frame) ? Prose.Of($"{$"{Frame.Path}:{Frame.Line}"}") : null;
}
