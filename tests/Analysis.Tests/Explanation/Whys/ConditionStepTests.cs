using Shouldly;
using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation.Whys;

/// <summary>Where the fault is; the most direct evidence answers.</summary>
public sealed class ConditionRungTests
{
    private static readonly ServiceReadiness Ready = Service("api", Probe("ok", ok: true));

    private static WhyDraft Of(ClusterFinding finding, params ServiceReadiness[] services) =>
        ConditionStep.Of(finding, View(Runs.Of() with { Readiness = Probed(services) }));

    private static string Answer(ClusterFinding finding, params ServiceReadiness[] services) => Of(finding, services).Answer.ToString();

    [Fact]
    public void Without_any_evidence_it_is_unknown_and_asks_for_the_log()
    {
        var draft = Of(Finding());

        draft.Status.ShouldBe(WhyStatus.Unknown);
        draft.Next.ToString().ShouldEndWith("Collect the service's log for the time of the run and analyse again.");
    }

    [Fact]
    public void A_fault_is_where_it_was_seen_and_the_answer_says_how()
    {
        var logged = Event(Refused);

        Answer(Finding().Following(Down() with { OwnError = true })).ShouldStartWith("In store: it broke by an error of its own");
        Answer(Finding().Following(Down())).ShouldStartWith("In store: the probe found it not ready");
        Answer(Finding().Following(Down() with { Down = false })).ShouldStartWith("In store: the probe itself shows it");
        Answer(Finding().Following(Fault("connection-refused", logged) with { Name = "store" })).ShouldStartWith("In store: the platform logged");
    }

    [Fact]
    public void That_the_log_shows_a_service_that_is_down_too_is_said_only_if_it_does()
    {
        Answer(Finding().Following(Down() with { Events = [Event(Refused)] })).ShouldEndWith("The platform's log shows the same from its side.");
        Answer(Finding().Following(Down())).ShouldNotContain("from its side");
    }

    [Fact]
    public void A_fault_without_a_name_is_called_a_partner_that_the_log_does_not_name() =>
        Answer(Finding().Following(Fault("connection-refused", Event(Refused)))).ShouldStartWith("In a partner or dependency that the log does not name");

    [Fact]
    public void A_fault_outranks_the_log_the_log_a_suspect_and_a_suspect_the_health_of_the_services()
    {
        var logged = FactsOf().Logged(Event("worker stalled"));

        Answer(Finding(logged).Following(Down()).Blaming(Suspect()), Ready).ShouldStartWith("In store:");
        Answer(Finding(logged).Blaming(Suspect()), Ready).ShouldStartWith("In the service that logged");
        Answer(Finding().Blaming(Suspect()), Ready).ShouldStartWith("In src/cart.py: it added what the error names");
        Answer(Finding(FactsOf().Through("src/cart.py", 3)), Ready).ShouldStartWith("Not an availability problem");
        Answer(Finding(FactsOf().Through("src/cart.py", 3))).ShouldStartWith("The tests notice it at");
    }

    [Fact]
    public void What_a_fault_or_the_log_shows_is_established_and_the_rest_only_likely()
    {
        Of(Finding().Following(Down())).Status.ShouldBe(WhyStatus.Established);
        Of(Finding(FactsOf().Logged(Event("worker stalled")))).Status.ShouldBe(WhyStatus.Established);
        Of(Finding().Blaming(Suspect(established: true))).Status.ShouldBe(WhyStatus.Likely);
        Of(Finding(), Ready).Status.ShouldBe(WhyStatus.Likely);
        Of(Finding(FactsOf().Through("src/cart.py", 3))).Status.ShouldBe(WhyStatus.Likely);
    }

    [Fact]
    public void Where_one_service_is_not_ready_it_is_not_said_to_be_no_availability_problem() =>
        Of(Finding(), Ready, Service("store", Probe())).Status.ShouldBe(WhyStatus.Unknown);

    [Fact]
    public void A_frame_of_a_library_is_no_place()
    {
        Of(Finding(FactsOf().Through("lib/python/json.py", 3, library: true))).Status.ShouldBe(WhyStatus.Unknown);
        Of(Finding(FactsOf().Through("src/cart.py", 3).Through("lib/python/json.py", 3, library: true))).Answer.Claims.OfType<FrameAt>().Single().Frame.Path
            .ShouldBe("src/cart.py");
    }

    private static GroupFacts NotCompiling(string message)
    {
        var job = Failing(message, "job build") with { Scope = TestScope.Job };
        return FactsOf(job) with { Frames = JobPlaces.Of(job) };
    }

    [Theory]
    [InlineData("cart/cart.go:12:9: undefined: totl", "cart/cart.go:12", "cart/cart.go:12:9")]
    [InlineData("src/cart.ts(12,10): error TS2304: Cannot find name 'totl'.", "src/cart.ts:12", "src/cart.ts(12,10)")]
    [InlineData("/home/runner/work/shop/shop/src/Cart.cs(12,16): error CS0103: The name 'totl' does not exist in the current context", "src/Cart.cs:12",
        "/home/runner/work/shop/shop/src/Cart.cs(12,16)")]
    [InlineData("error[E0425]: cannot find function `totl` in this scope\n--> src/cart.rs:12:5", "src/cart.rs:12", "src/cart.rs:12:5")]
    [InlineData("[ERROR] src/Cart.java:[12,16] cannot find symbol\nsymbol:   method totl(int,int)", "src/Cart.java:12", "src/Cart.java:[12,16]")]
    [InlineData("src/cart.cpp:12:12: error: ‘totl’ was not declared in this scope; did you mean ‘total’?", "src/cart.cpp:12", "src/cart.cpp:12:12")]
    public void Code_that_does_not_compile_is_where_the_compiler_says_and_the_name_that_it_refuses_is_said(string message, string place, string printed)
    {
        var draft = Of(Finding(NotCompiling(message)).Blaming(Suspect()));

        draft.Answer.Claims.OfType<FrameAt>().Select(c => $"{c.Frame.Path}:{c.Frame.Line}").ShouldBe([place]);
        draft.Answer.Claims.OfType<InError>().Select(c => c.Words).ShouldBe(["totl"]);
        (draft.Status, draft.Citations.Single().Excerpt).ShouldBe((WhyStatus.Established, printed));
    }

    [Fact]
    public void For_a_suspect_the_line_of_the_failure_and_of_the_log_that_name_it_are_cited()
    {
        var finding = Finding(FactsOf("RuntimeError: no total yet")).Blaming(Suspect());
        var run = Runs.Of() with { PlatformLogs = [new PlatformLog("logs/api.log", 9, [Event("the total is 41", level: LogLevel.Info)])] };

        ConditionStep.Of(finding, View(run)).Citations.Select(c => c.Source).ShouldBe(["commit-a.json", "results/unit.xml", "logs/api.log"]);
        Of(Finding(FactsOf("RuntimeError: no lamp")).Blaming(Suspect())).Citations.Select(c => c.Source).ShouldBe(["commit-a.json"]);
    }
}
