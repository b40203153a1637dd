using Shouldly;
using Whybot.Analysis.Inputs.Logs;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Logs;

/// <summary>Each rule finds its example, no rule before it does, and it gives what it says.</summary>
public sealed class LogRuleTests
{
    public static TheoryData<int> Ends() => new(Enumerable.Range(0, EndRule.All.Count));

    public static TheoryData<int> Turns() => new(Enumerable.Range(0, TurnRule.All.Count));

    public static TheoryData<int> Signs() => new(Enumerable.Range(0, SignRule.All.Count));

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_rule_of_an_end_finds_its_example(int number)
    {
        var rule = EndRule.All[number];

        EndRule.All.First(r => r.Find(rule.Example) is not null).ShouldBeSameAs(rule);
        EndRule.Index.Candidates(rule.Example).ToArray().ShouldContain(number);
        // What a process says counts where nothing follows.
        var reader = new JobEndReader("job", "logs/job.txt");
        reader.Feed(1, rule.Example);
        var end = reader.Finish().End;
        $"{end.State}{(end.ExitCode is { } code ? $" {code}" : "")}".ShouldBe(rule.Gives);
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public void A_rule_of_a_tests_turn_finds_its_example(int number)
    {
        var rule = TurnRule.All[number];

        TurnRule.All.First(r => r.Find(rule.Example) is not null).ShouldBeSameAs(rule);
        TurnRule.Index.Candidates(rule.Example).ToArray().ShouldContain(number);
        rule.Find(rule.Example)!.Groups["name"].Value.ShouldBe(rule.Gives);
    }

    [Theory]
    [MemberData(nameof(Signs))]
    public void A_sign_is_known_in_its_example(int number) => SignRule.Of(SignRule.All[number].Example).ShouldBe(SignRule.All[number].What);
}
