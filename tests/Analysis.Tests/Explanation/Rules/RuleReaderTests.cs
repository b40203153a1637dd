using Shouldly;
using Whybot.Analysis.Explanation.Rules;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Explanation.Rules;

public sealed class RuleReaderTests
{
    private static RuleReading Read(string yaml) => RuleReader.Read(12, RuleReader.Blocks($"Words.\n\n```whybot\n{yaml}\n```\n").ShouldHaveSingleItem());

    private static TestCase Test(string name, string? message, string? output = null) => new()
    {
        Id = $"tests.test_pay.TestPay::{name}",
        ClassName = "tests.test_pay.TestPay",
        Name = name,
        Suite = "pay",
        File = "tests/test_pay.py",
        Outcome = message is null ? TestOutcome.Passed : TestOutcome.Failed,
        Failure = message is null ? null : new Failure(null, message, message, 1, 1),
        Output = output,
        Source = "results/pay.xml",
        Line = 1,
        EndLine = 1,
    };

    [Fact]
    public void A_rule_is_a_block_of_the_top_level_and_knows_its_line()
    {
        var blocks = RuleReader.Blocks(
            "# It fails\n\n> ```whybot\n> text: quoted\n> ```\n\n- ```whybot\n  text: listed\n  ```\n\n```yaml\ntext: another\n```\n\n~~~whybot\ntext: reset "
            + "by peer\n~~~\n");

        blocks.ShouldBe([new RuleBlock(16, "text: reset by peer")]);
    }

    [Theory]
    [InlineData("text: reset by peer", "ConnectionResetError: [Errno 104] Connection RESET by peer", true)]
    [InlineData("text: reset by peer", "Timeout", false)]
    [InlineData("pattern: 'HTTP 50[234]'", "got HTTP 503 from gateway", true)]
    [InlineData("{text: HTTP, pattern: 'gate(way)?$'}", "got HTTP 503 from gateway", true)]
    [InlineData("{text: HTTP, tests: tests/test_pay.py}", "HTTP 500", true)]
    [InlineData("{text: HTTP, tests: ['*::test_a']}", "HTTP 500", true)]
    [InlineData("{text: HTTP, tests: ['*::test_b', 'tests.other*']}", "HTTP 500", false)]
    public void All_that_it_says_must_hold_of_a_failure(string yaml, string message, bool matches)
    {
        var reading = Read(yaml);

        reading.Problems.ShouldBeEmpty();
        reading.Rule!.Matches(Test("test_a", message)).ShouldBe(matches);
    }

    [Theory]
    [InlineData("tests: [a]", "#12:4: a rule needs 'text' or 'pattern': a test can fail for many reasons")]
    [InlineData("text: abc", "#12:4: fewer than four letters are found everywhere")]
    [InlineData("pattern: '.*'", "#12:4: it matches the empty text, and so everything")]
    [InlineData("text: words\nwher: [staging]", "#12:5: unknown key 'wher' in the rule; did you mean 'where'?")]
    [InlineData("text: [a", "#12:")]
    [InlineData("", "#12:4: the block is empty; write text or pattern")]
    public void What_is_wrong_is_named_with_the_line_of_the_issue(string yaml, string problem)
    {
        var reading = Read(yaml);

        reading.Rule.ShouldBeNull();
        reading.Problems[0].ToString().ShouldStartWith(problem);
    }

    [Theory]
    [InlineData("(?=x)y", "lookaround and backreferences are not supported")]
    [InlineData(@"(a)\1", "lookaround and backreferences are not supported")]
    [InlineData("(((", "no regular expression: ")]
    public void Expressions_that_are_none_or_could_run_away_are_refused(string pattern, string problem) =>
        Read($"pattern: '{pattern}'").Problems.ShouldHaveSingleItem().Message.ShouldStartWith(problem);

    [Fact]
    public void What_passing_tests_show_too_proves_nothing()
    {
        var runs = new[] { new TrialRun("a1", "staging", [Test("test_a", "HTTP 500"), Test("test_b", null, "GET / gave HTTP 200")]) };

        var result = RuleTrial.Try([Read("text: HTTP"), Read("text: HTTP 500"), Read("{text: HTTP 500, where: [production]}")], runs,
            RepositorySettings.Default);

        result.Select(r => (r.Accepted, r.Matched.Count, r.Refused.Count)).ShouldBe([(false, 1, 1), (true, 1, 0), (true, 0, 0)]);
        RuleTrial.Write(result, 1).ShouldContain(
            "❌ The rule in line 4 is not used: 1 passing test shows what it looks for, so it proves nothing:\n\n- `tests.test_pay.TestPay::test_b`");
        RuleTrial.Write(result, 1).ShouldContain(
            "✅ The rule in line 4 is used from now on. In the last 7 days it would have matched 1 failure in 1 of 1 run, and no passing test:");
    }
}
