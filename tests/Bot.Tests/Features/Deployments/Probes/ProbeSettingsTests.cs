using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Features.Deployments.Probes;
using Whybot.Hosts.Setup;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Features.Deployments.Probes;

/// <summary>Each kind of probe as the settings ask for it, and as the documentation describes it.</summary>
public sealed class ProbeSettingsTests
{
    private static ProbeSettings Read(string probe)
    {
        var service = $"{{name: web, url: https://web.example, probes: [{probe}]}}";
        var reading = ProgramVocabulary.Settings.Read($"environments: {{staging: {{services: [{service}]}}}}", "whybot.yml");
        reading.Problems.ShouldBeEmpty();
        return reading.Settings.Environments["staging"].Services.Single().Probes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Each_kind_takes_what_is_its_own()
    {
        var http = Read("{http: /health, status: 204, json: {db.up: \"true\"}, within: 500ms}");
        var websocket = Read("{websocket: /ws, subprotocols: [v1], messages: [connected, ready]}");

        (http.Get(HttpProbe.Status), http.Get(HttpProbe.Json)["db.up"], http.Within).ShouldBe((204, "true", TimeSpan.FromMilliseconds(500)));
        Read("{version: /version, field: build.sha}").Get(VersionProbe.Field).ShouldBe("build.sha");
        Read("{reports: /names, names: [JWT_SECRET]}").Get(ReportsProbe.Names).ShouldBe(["JWT_SECRET"]);
        websocket.Get(WebSocketProbe.Subprotocols).ShouldBe(["v1"]);
        websocket.Get(WebSocketProbe.Messages).ShouldBe(["connected", "ready"]);
        Read("{tls: \"web.example:443\", days: 14}").Get(TlsProbe.Days).ShouldBe(14);
        Read("{postgres: \"db:5432\", query: select 1}").Get(PostgresProbe.Query).ShouldBe("select 1");
    }

    [Fact]
    public void The_docs_list_the_kinds_with_their_options()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "configuration.md")).SkipWhile(l => l != "## Probes").Skip(1)
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('|'));
        var documented = rows.SelectMany(r => r[1].Split(',').Select(k => $"{k.Trim(' ', '`').Split(':')[0]}: {r[3].Trim()}"));

        documented.ShouldBe(ProbeRegistration.Specs.Select(s => $"{s.Kind}: {string.Join(", ", s.Options.Select(o => $"`{o.Name}`").Append("`within`"))}"),
            ignoreOrder: true);
    }
}
