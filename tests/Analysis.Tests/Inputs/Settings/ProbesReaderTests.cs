using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Settings;

public sealed class ProbesReaderTests
{
    private static SettingsReading Read(string probes) =>
        SampleVocabulary.Read($"environments:\n  staging:\n    services:\n      - name: web\n        url: https://web.example\n        probes:\n{probes}");

    private static IReadOnlyList<ProbeSettings> Probes(string probes)
    {
        var reading = Read(probes);
        reading.Problems.ShouldBeEmpty();
        return reading.Settings.Environments["staging"].Services[0].Probes;
    }

    [Fact]
    public void Each_kind_takes_what_is_its_own()
    {
        var probes = Probes("""
                    - {http: /health, status: 204, json: {status: ok, db.up: "true"}, within: 500ms}
                    - {reports: /names, names: [JWT_SECRET]}
                    - {redis: "cache:6379", within: 2s}
                    - {postgres: "db:5432", query: select 1, within: 1m}
            """);

        probes.Select(p => p.Kind).ShouldBe(["http", "reports", "redis", "postgres"]);
        (probes[0].Get(SampleVocabulary.Status), probes[0].Within, probes[0].Get(SampleVocabulary.Json)["db.up"])
            .ShouldBe((204, TimeSpan.FromMilliseconds(500), "true"));
        (probes[1].Get(SampleVocabulary.Names)[0], probes[2].Within).ShouldBe(("JWT_SECRET", TimeSpan.FromSeconds(2)));
        (probes[3].Get(SampleVocabulary.Query), probes[3].Within).ShouldBe(("select 1", TimeSpan.FromMinutes(1)));
        (probes[2].Get(SampleVocabulary.Status), probes[2].Get(SampleVocabulary.Names).Count, probes[2].Get(SampleVocabulary.Json).Count)
            .ShouldBe((null, 0, 0));
    }

    [Fact]
    public void Several_kinds_in_one_map_are_several_probes() =>
        Probes("          - {http: /health, redis: \"cache:6379\"}\n")
            .ShouldBe([new ProbeSettings("http", "/health"), new ProbeSettings("redis", "cache:6379")]);

    [Theory]
    [InlineData("{htp: /}", "unknown probe 'htp'; did you mean 'http'?")]
    [InlineData("{http: /, days: 3}", "unknown key 'days'")]
    [InlineData("{http: /, within: soon}", "'soon' is not a duration; write for example 500ms or 2s")]
    [InlineData("{http: /, status: 999}", "'999' is not a number from 100 to 599")]
    [InlineData("{http: /, redis: x, within: 2s}", "a probe has one kind; this one has http, redis")]
    [InlineData("{within: 2s}", "unknown probe 'within'")]
    public void What_is_wrong_is_said_with_its_line(string probe, string said)
    {
        var problem = Read($"          - {probe}\n").Problems.ShouldHaveSingleItem();

        (problem.Line, problem.Message).ShouldSatisfyAllConditions(p => p.Line.ShouldBe(7), p => p.Message.ShouldContain(said));
    }
}
