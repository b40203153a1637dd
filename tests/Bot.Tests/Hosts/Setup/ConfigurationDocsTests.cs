using System.Collections;
using Shouldly;
using Whybot.Foundation.WriteLimits;
using Whybot.Hosts.Settings;
using Whybot.Memory.Effects;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Setup;

/// <summary>The documented settings are the real ones, with their real defaults.</summary>
public sealed class ConfigurationDocsTests
{
    [Fact]
    public void Every_setting_stands_in_the_docs_with_its_default_and_no_other_does()
    {
        var documented = File.ReadLines(Path.Combine(Repository.Root, "docs", "configuration.md"))
            .Where(l => l.StartsWith("| `Whybot:", StringComparison.Ordinal))
            .Select(l => l.Split('|')).ToDictionary(c => c[1].Trim(' ', '`'), c => c[3].Trim().Split(':')[0] == "none" ? "" : c[3].Trim(' ', '`'),
                StringComparer.Ordinal);

        var real = SettingsSections.All.SelectMany(SettingsOf).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);

        documented.Keys.ShouldBe(real.Keys, ignoreOrder: true);
        documented.Where(d => d.Value != real[d.Key]).ShouldBeEmpty();
    }

    [Fact]
    public void The_shares_of_the_write_budget_are_documented_as_they_are()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "configuration.md")).SkipWhile(l => l != "### The write budget")
            .SkipWhile(l => !l.StartsWith("| results", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Split('|')[2..4].Select(c => c.Trim()));

        rows.ShouldBe(new[] { WriteBudget.Results, WriteBudget.Answers, WriteBudget.Person, WriteBudget.Repository,
            StrangerComments.MostAnHour * 100 / WriteBudget.MostAnHour }
            .Select(part => new[] { $"{part}%", $"{WriteBudget.MostAnHour * part / 100}" }));
    }

    private static IEnumerable<(string Key, string Value)> SettingsOf(SettingsSection section)
    {
        var settings = Activator.CreateInstance(section.Type);
        foreach (var property in section.Type.GetProperties().Where(p => p.CanWrite))
        {
            var value = property.GetValue(settings);
            yield return value is IDictionary ? ($"{section.Path}:{property.Name}:HOST", "")
                : value is IEnumerable and not string ? ($"{section.Path}:{property.Name}:0", "")
                : ($"{section.Path}:{property.Name}", $"{value}");
        }
    }
}
