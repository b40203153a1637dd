using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Settings;

public sealed class ProbesReaderTests
{
    private static SettingsReading Read(string probes) =>
        SettingsReader.Read($"environments:\n  staging:\n    services:\n      - name: web\n        url: https://web.example\n        probes:\n{probes}",
            "whybot.yml");

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
                    - {version: /version, field: build.sha}
                    - {reports: /names, names: [JWT_SECRET]}
                    - {websocket: /ws, subprotocols: [v1], messages: [connected, ready], within: 2s}
                    - {tls: "web.example:443", days: 14}
                    - {postgres: "db:5432", query: select 1, within: 1m}
            """);

        probes.Select(p => p.Kind).ShouldBe(["http", "version", "reports", "websocket", "tls", "postgres"]);
        (probes[0].Status, probes[0].Within, probes[0].Json["db.up"]).ShouldBe((204, TimeSpan.FromMilliseconds(500), "true"));
        (probes[1].Field, probes[2].Names[0], probes[3].Subprotocols[0], probes[3].Messages.Count).ShouldBe(("build.sha", "JWT_SECRET", "v1", 2));
        (probes[3].Within, probes[4].Days, probes[5].Query, probes[5].Within).ShouldBe((TimeSpan.FromSeconds(2), 14, "select 1", TimeSpan.FromMinutes(1)));
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
