using Shouldly;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Settings;

public sealed class SettingsReaderTests
{
    private static SettingsReading Read(string yaml) => SampleVocabulary.Read(yaml);

    [Fact]
    public void A_whole_file_is_read()
    {
        var reading = Read("""
            version: 1
            environments:
              staging:
                services:
                  - name: web
                    url: https://web.example
                    probes: [{http: /health}, {redis: "cache:6379"}]
            suites:
              - {name: api, category: core, priority: P1, files: [tests/api.py]}
            gates: {core: 95%, overall: 0.9}
            impact: {P1: "orders"}
            issues: {labels: [staging], priority-labels: {P1: prio-1}, priority-field: Urgency}
            """);

        reading.Problems.ShouldBeEmpty();
        reading.GatesInDoubt.ShouldBeFalse();
        reading.Settings.Gates["core"].ShouldBe(0.95);
        reading.Settings.Environments["staging"].Services[0].Probes.ShouldBe([new ProbeSettings("http", "/health"), new ProbeSettings("redis", "cache:6379")]);
        reading.Settings.Suites[0].Files.ShouldBe(["tests/api.py"]);
        reading.Settings.PriorityLabels[Priority.P1].ShouldBe("prio-1");
        reading.Settings.PriorityField.ShouldBe("Urgency");
    }

    [Fact]
    public void Folders_of_suites_are_read_and_one_that_leaves_the_repository_is_refused()
    {
        var reading = Read("""
            paths:
              cart: ./packages/cart/
              "*": web
              evil: ../../etc
              root: /
            """);

        reading.Settings.Paths.ShouldBe(new Dictionary<string, string> { ["cart"] = "packages/cart", ["*"] = "web" }, ignoreOrder: true);
        reading.Problems.Select(p => p.Line).ShouldBe([4, 5]);
        reading.Problems[0].Message.ShouldBe("'../../etc' is not a folder of the repository; write it from the root, for example packages/cart");
    }

    [Fact]
    public void All_problems_are_reported_at_once_each_with_its_line_and_the_nearest_word()
    {
        var reading = Read("version: 2\nsuits: []\nsuites:\n  - {nam: api, priority: P9}\ngates:\n  overall: 120%\nenvironments:\n  staging:\n    "
            + "services:\n      - name: web\n        url: web.example\n        probes: [{htp: /}]\n");

        reading.Problems.Select(p => p.ToString()).ShouldBe([
            "whybot.yml:1: version 2 is not known; this program reads version 1",
            "whybot.yml:2: unknown key 'suits' in the file; did you mean 'suites'?",
            "whybot.yml:4: an entry of 'suites' needs 'name'",
            "whybot.yml:4: 'P9' is not a priority; write P0 to P6",
            "whybot.yml:4: unknown key 'nam' in an entry of 'suites'; did you mean 'name'?",
            "whybot.yml:6: '120%' is not a pass rate; write 0% to 100%",
            "whybot.yml:11: 'web.example' is not a URL; write it with its scheme, for example https://host",
            "whybot.yml:12: unknown probe 'htp'; did you mean 'http'?",
        ]);
        reading.GatesInDoubt.ShouldBeTrue();
    }

    [Fact]
    public void Without_settings_there_is_no_percentage() => Read("").Settings.Gates.ShouldBeEmpty();

    public static TheoryData<string, string> Hostile => new()
    {
        { new string('[', 10_000), "nested deeper than 32" },
        { string.Concat(Enumerable.Repeat("- ", 20_000)), "nested deeper than 32" },
        { "a: &x [1]\nb: *x\n", "anchors and aliases" },
        { "a: &x {k: v}\nb:\n  <<: *x\n", "anchors and aliases" },
        { new string('a', 70_000), "at most 65,536" },
        { "a: [1\nb: 2", "not valid YAML" },
        { "? [a]\n: b", "a key must be a plain word" },
        { "- a\n- b", "must hold keys and values" },
        { "a: 1\n\tb: 2", "not valid YAML" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_and_broken_files_are_refused_with_a_line(string yaml, string reason)
    {
        var reading = Read(yaml);

        reading.Problems[0].ToString().ShouldContain(reason);
        reading.Problems[0].Line.ShouldBeGreaterThan(0);
        reading.GatesInDoubt.ShouldBeTrue();
    }

    [Fact]
    public void The_role_that_a_command_takes_can_be_changed_and_mistakes_name_the_nearest_command()
    {
        var reading = SampleVocabulary.Read("commands:\n  rerun: triage\n  acept: write\n  why: everybody\n");

        reading.Settings.LevelOf(SampleVocabulary.Rerun).ShouldBe(CommandLevel.Triage);
        reading.Settings.LevelOf(SampleVocabulary.Why).ShouldBe(CommandLevel.Read);
        reading.Problems.Select(p => p.ToString()).ShouldBe(["whybot.yml:3: there is no command 'acept'; did you mean 'accept'?",
            "whybot.yml:4: 'everybody' is no role; write read, triage, write or maintain"]);
    }
}
