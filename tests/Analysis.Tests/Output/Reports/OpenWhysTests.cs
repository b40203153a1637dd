using Shouldly;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Reports;

public sealed class OpenWhysTests
{
    private static Why Answered(WhyStep step) => new(0, step, "?", $"It is.", WhyStatus.Established, [Citation.OfLines("log", 1, 1, "x")]);

    private static Why Open(WhyStep step, Prose onward) => Why.Unknown(0, step, "?", onward);

    [Fact]
    public void What_is_answered_comes_first_and_is_numbered_without_gaps()
    {
        var whys = WhyChain.InOrder(
            [Answered(WhyStep.Symptom), Open(WhyStep.Mechanism, $"Read it."), Answered(WhyStep.Change), Open(WhyStep.System, $"Wait.")]);

        whys.Select(w => (w.Level, w.Rung)).ShouldBe([(1, WhyStep.Symptom), (2, WhyStep.Change), (3, WhyStep.Mechanism), (4, WhyStep.System)]);
    }

    [Fact]
    public void All_that_is_open_is_one_line_with_what_to_do() =>
        OpenWhys.Of([Answered(WhyStep.Symptom), Open(WhyStep.Condition, $"Read the log."), Open(WhyStep.Change, $"Compare.")])!.ToString()
            .ShouldBe("where it is, which change brought it. Read the log. Compare.");

    [Fact]
    public void Without_a_change_nothing_is_said_about_finding_out_what_let_it_pass() =>
        OpenWhys.Of([Open(WhyStep.Change, $"Compare."), Open(WhyStep.Escape, $"No change is named."), Open(WhyStep.System, $"Keep results.")])!.ToString()
            .ShouldBe("which change brought it, why it got this far, whether it happened before. Compare.");

    [Fact]
    public void With_a_change_what_let_it_pass_is_asked() =>
        OpenWhys.Of([Answered(WhyStep.Change), Open(WhyStep.Escape, $"Read its checks.")])!.ToString().ShouldBe("why it got this far. Read its checks.");

    [Fact]
    public void Nothing_is_said_if_all_is_answered() => OpenWhys.Of([Answered(WhyStep.Symptom)]).ShouldBeNull();
}
