using Shouldly;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Xunit;

namespace Whybot.Analysis.Tests.Decisions.Gates;

public sealed class DecisionTableTests
{
    public static TheoryData<Decision> All => [.. Enum.GetValues<Decision>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_decision_has_its_own_row(Decision decision)
    {
        DecisionTable.Of(decision).Decision.ShouldBe(decision);
        DecisionTable.Of(DecisionTable.Of(decision).Json).ShouldBe(DecisionTable.Of(decision));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Only_go_passes_anywhere(Decision decision)
    {
        var row = DecisionTable.Of(decision);
        string[] letsPass = ["success", "neutral", "skipped"];

        letsPass.Contains(row.RequiredCheck).ShouldBe(decision == Decision.Go);
        (row.OptionalCheck == "success").ShouldBe(decision == Decision.Go);
        (row.ExitCode == 0).ShouldBe(decision == Decision.Go);
        (row.Answer == GateAnswer.Approve).ShouldBe(decision == Decision.Go);
    }

    [Fact]
    public void Scripts_are_told_by_exit_codes() => DecisionTable.Rows.Select(r => r.ExitCode).ShouldBe([0, 1, 2, 2, 4]);

    [Theory]
    [InlineData(true, "failure")]
    [InlineData(false, "neutral")]
    public void A_go_beside_a_check_that_fails_is_no_success(bool gates, string conclusion) =>
        DecisionTable.CheckConclusion(Decision.Go, gates, alsoFailing: true).ShouldBe(conclusion);
}
