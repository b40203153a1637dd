using Shouldly;
using Whybot.Analysis.Inputs.Readiness;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Readiness;

public sealed class ReadinessJudgeTests
{
    private static ProbeReading Reading(bool ok, string evidence = "ok", string kind = "http", string target = "https://web.example/health") =>
        new(kind, target, ok, null, 1, evidence, "readiness.json", "/services/0/probes/0");

    [Fact]
    public void All_probes_good_is_ready() => ReadinessJudge.Judge("web", [new ProbeAttempt(Reading(true), null)]).Verdict.ShouldBe(ReadinessVerdict.Ready);

    [Theory]
    [InlineData("certificate: made for a.example, not for web.example", "the certificate of")]
    [InlineData("DNS: web.example does not resolve", "the DNS name of")]
    [InlineData("connection refused: web.example:443", "the service of")]
    public void A_working_fallback_names_what_is_broken(string evidence, string said)
    {
        var web = ReadinessJudge.Judge("web", [new ProbeAttempt(Reading(false, evidence), Reading(true, target: "https://web.run.example/health"))]);

        (web.Verdict, web.Ready).ShouldBe((ReadinessVerdict.Degraded, true));
        web.Because.ShouldStartWith(said);
    }

    [Fact]
    public void A_wrong_revision_is_wrong_by_whatever_way_it_is_read() =>
        ReadinessJudge.Judge("web", [new ProbeAttempt(Reading(false, "serves revision a", "version"),
            Reading(true, kind: "version"))]).Verdict.ShouldBe(ReadinessVerdict.NotReady);

    [Fact]
    public void One_broken_probe_without_a_fallback_is_not_ready_and_the_worst_service_counts()
    {
        var cache = ReadinessJudge.Judge("cache", [new ProbeAttempt(Reading(true), null),
            new ProbeAttempt(Reading(false, "connection refused", "redis", "cache:6379"), null)]);

        (cache.Verdict, cache.Because).ShouldBe((ReadinessVerdict.NotReady, "redis cache:6379: connection refused"));
        ReadinessJudge.Overall([cache, ReadinessJudge.Judge("web", [])]).ShouldBe(ReadinessVerdict.NotReady);
        ReadinessJudge.Overall([]).ShouldBe(ReadinessVerdict.Ready);
    }
}
