using System.Collections;
using Shouldly;
using Whybot.Setup;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Setup;

/// <summary>The documented settings are the real ones, with their real defaults.</summary>
public sealed class ConfigurationDocsTests
{
    [Fact]
    public void Every_setting_stands_in_the_docs_with_its_default_and_no_other_does()
    {
        var documented = File.ReadLines(Path.Combine(Repository.Root, "docs", "configuration.md")).Where(l => l.StartsWith("| `Whybot:", StringComparison.Ordinal))
            .Select(l => l.Split('|')).ToDictionary(c => c[1].Trim(' ', '`'), c => c[3].Trim().Split(':')[0] == "none" ? "" : c[3].Trim(' ', '`'),
                StringComparer.Ordinal);

        var real = SettingsOf("Whybot", new ServeSettings()).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);

        documented.Keys.ShouldBe(real.Keys, ignoreOrder: true);
        documented.Where(d => d.Value != real[d.Key]).ShouldBeEmpty();
    }

    private static IEnumerable<(string Key, string Value)> SettingsOf(string path, object settings)
    {
        foreach (var property in settings.GetType().GetProperties().Where(p => p.CanWrite))
        {
            var value = property.GetValue(settings);
            if (value is IDictionary)
                yield return ($"{path}:{property.Name}:HOST", "");
            else if (value is IEnumerable and not string)
                yield return ($"{path}:{property.Name}:0", "");
            else if (value?.GetType().Name is { } type && (type.EndsWith("Settings", StringComparison.Ordinal) || type.EndsWith("Policy", StringComparison.Ordinal)))
                foreach (var inner in SettingsOf($"{path}:{property.Name}", value))
                    yield return inner;
            else
                yield return ($"{path}:{property.Name}", $"{value}");
        }
    }
}
