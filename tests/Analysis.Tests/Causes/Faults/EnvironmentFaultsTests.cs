using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Faults;

/// <summary>What is broken around the tests, as probes and the platform's log show it.</summary>
public sealed class EnvironmentFaultsTests
{
    private static readonly ServiceReadiness Gone = Service("store", Probe("connection refused", target: "store.internal:5432", kind: "postgres"));

    private static IReadOnlyList<EnvironmentFault> Find(ReadinessReport? readiness, params LogEvent[] logged) =>
        EnvironmentFaults.Find(readiness, new LogCorrelation(Runs.Of() with { PlatformLogs = [new PlatformLog("logs/api.log", 9, logged)] }));

    private static IReadOnlyList<EnvironmentFault> Find(params ServiceReadiness[] services) => Find(Probed(services));

    private static ServiceReadiness Api(string evidence, int? status = 503) =>
        Service("api", Probe(evidence, kind: "http", target: "https://api.example/health", status: status));

    [Fact]
    public void Where_every_probe_succeeds_and_nothing_is_logged_nothing_is_broken()
    {
        Find(Service("store", Probe("ok", ok: true))).ShouldBeEmpty();
        Find((ReadinessReport?)null).ShouldBeEmpty();
    }

    [Fact]
    public void A_service_that_refuses_connections_is_a_fault_of_that_kind()
    {
        var fault = Find(Gone).Single();

        (fault.Name, fault.Mechanism.Id, fault.Down, fault.OwnError).ShouldBe(("store", "connection-refused", true, false));
    }

    [Fact]
    public void A_service_that_names_the_one_it_waits_for_is_no_fault_itself() =>
        Find(Api("cannot reach store.internal:5432"), Gone).Select(f => f.Name).ShouldBe(["store"]);

    [Fact]
    public void A_service_that_only_calls_itself_unhealthy_follows_from_a_dependency_that_is_down()
    {
        Find(Api("unhealthy"), Gone).Select(f => f.Name).ShouldBe(["store"]);
        Find(Api("unhealthy", status: null), Gone).Select(f => f.Name).ShouldBe(["api", "store"], ignoreOrder: true);
        Find(Api("unhealthy"), Service("store", Probe("ok", ok: true))).Select(f => f.Name).ShouldBe(["api"]);
    }

    [Fact]
    public void A_service_that_names_another_that_answers_is_a_fault_beside_it() =>
        Find(Api("waiting for mailer"), Service("mailer", Probe("unhealthy", kind: "http", target: "https://mail.example/health", status: 500)))
            .Select(f => f.Name).ShouldBe(["api", "mailer"]);

    [Fact]
    public void A_service_that_broke_by_an_error_in_its_own_log_says_so()
    {
        var error = Event("startup failed", "logs/api.log", exception: "ModuleNotFoundError: No module named 'shop.cart'");

        var fault = Find(Probed(Api("connection refused", status: null)), error).Single();

        (fault.OwnError, fault.NeverStarted, fault.Mechanism.Id, fault.Said).ShouldBe((true, true, "import-error", error.Exception));
    }

    [Fact]
    public void An_error_in_the_log_of_another_service_is_not_its_own()
    {
        var error = Event("startup failed", "logs/mailer.log", exception: "ModuleNotFoundError: No module named 'shop.cart'");

        Find(Probed(Api("connection refused", status: null)), error)[0].OwnError.ShouldBeFalse();
    }

    [Fact]
    public void An_error_that_only_repeats_an_answer_is_no_reason_for_a_service_to_be_down() =>
        Find(Probed(Api("connection refused", status: null)), Event("Request failed with status code 502"))[0].OwnError.ShouldBeFalse();

    [Fact]
    public void The_last_fatal_error_of_its_log_tells_more_than_an_error_after_it()
    {
        var fatal = Event("STORE_URL is not set", level: LogLevel.Fatal, line: 1);
        var later = Event("no module named cart: ModuleNotFoundError", line: 2);

        Find(Probed(Api("connection refused", status: null)), fatal, later)[0].Mechanism.Id.ShouldBe("missing-setting");
    }

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1000, 1)]
    public void A_healthy_answer_is_slow_from_a_second_on(double latency, int faults)
    {
        var found = Find(Service("api", Probe("ok", ok: true, kind: "http", target: "https://api.example/health", latency: latency)));

        found.Count.ShouldBe(faults);
        found.ShouldAllBe(f => !f.Down && f.Mechanism.Id == "slow-dependency");
    }

    [Theory]
    [InlineData("{\"store_ms\": 5003.2}", "store")]
    [InlineData("{\"store_ms\": 503.2}", null)]
    [InlineData("{\"cart_ms\": 12, \"search_latency_ms\": 4000}", "search")]
    public void A_healthy_answer_may_say_itself_which_part_is_slow(string evidence, string? name) =>
        (Find(Service("api", Probe(evidence, ok: true, kind: "http"))).FirstOrDefault()?.Name).ShouldBe(name);

    [Fact]
    public void A_logged_error_is_a_fault_only_if_its_kind_is_one_or_another_service_answered_with_an_error()
    {
        Find(null, Event("connect ECONNREFUSED 10.0.0.5:5432")).Single().Name.ShouldBe("10.0.0.5:5432");
        Find(null, Event("KeyError: 'total'")).ShouldBeEmpty();
        Find(null, Event("the partner answered HTTP 503")).ShouldHaveSingleItem();
        Find(null, Event("the partner answered HTTP 404")).ShouldBeEmpty();
    }

    [Fact]
    public void A_warning_in_the_log_is_no_fault() => Find(null, Event("connect ECONNREFUSED 10.0.0.5:5432", level: LogLevel.Warning)).ShouldBeEmpty();

    [Fact]
    public void What_was_logged_at_the_port_of_a_fault_belongs_to_it_and_another_port_is_another_fault()
    {
        Find(Probed(Gone), Event("connect ECONNREFUSED 10.0.0.5:5432")).Single().Events.ShouldHaveSingleItem();
        Find(Probed(Gone), Event("connect ECONNREFUSED 10.0.0.5:6379")).Select(f => f.Name).ShouldBe(["store", "10.0.0.5:6379"]);
    }

    [Fact]
    public void What_was_logged_without_an_address_belongs_to_the_fault_of_its_kind()
    {
        Find(Probed(Gone), Event("connection refused by a peer")).Single().Events.ShouldHaveSingleItem();
        Find(Probed(Gone), Event("429 Too Many Requests")).Select(f => f.Mechanism.Id).ShouldBe(["connection-refused", "rate-limited"]);
    }

    [Theory]
    [InlineData("the store is gone", true)]
    [InlineData("STORE: gone", true)]
    [InlineData("restore it", false)]
    [InlineData("stores are gone", false)]
    [InlineData("restored, then store", true)]
    public void A_name_is_mentioned_as_a_whole_word(string text, bool mentioned) => EnvironmentFaults.Mentions(text, "store").ShouldBe(mentioned);

    [Fact]
    public void A_port_is_mentioned_behind_any_host_and_not_within_a_longer_one()
    {
        EnvironmentFaults.Mentions("connect 10.0.0.5:5432", ":5432").ShouldBeTrue();
        EnvironmentFaults.Mentions("connect 10.0.0.5:54321", ":5432").ShouldBeFalse();
    }
}
