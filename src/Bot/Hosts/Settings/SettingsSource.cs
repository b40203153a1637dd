using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;

namespace Whybot.Hosts.Settings;

/// <summary>A key that does not exist, or whose value is not what it must be.</summary>
/// <param name="Key">As the documentation writes it.</param>
/// <param name="What">What is wrong, and what to do.</param>
internal sealed record UnreadableSetting(string Key, string What)
{
    public override string ToString() => $"{Key}: {What}";
}

/// <summary>
/// The settings as they were given. What cannot be read does not hide what else is wrong: it is noted, and left out of what the sections are read from.
/// </summary>
internal sealed class SettingsSource
{
    private const int MostCharacters = 500;
    private readonly IReadOnlyList<UnreadableSetting> _unreadable;

    public SettingsSource(IConfiguration given)
    {
        var shape = new SettingsShape();
        shape.Read(given);
        _unreadable = shape.Unreadable;
        Readable = new ConfigurationBuilder().AddInMemoryCollection(shape.Readable).Build();
    }

    /// <summary>Settings that the program itself makes.</summary>
    public static SettingsSource Of(IEnumerable<KeyValuePair<string, string?>> values) => new(new ConfigurationBuilder().AddInMemoryCollection(values).Build());

    /// <summary>Sections <c>Whybot</c> and <c>Serilog</c> without what cannot be read.</summary>
    public IConfiguration Readable { get; }

    /// <summary>All that is wrong for a use: every key that cannot be read, wherever it is, and what else is wrong with the sections that are needed.</summary>
    public IReadOnlyList<string> Problems(IReadOnlyCollection<SettingsSection> needed) =>
        [.. SettingsSections.All.SelectMany(s => needed.Contains(s) ? s.Problems(this) : UnreadableIn(s))];

    /// <summary>The keys of a section that cannot be read; those of no section are with the keys of <c>Whybot</c> itself.</summary>
    public IEnumerable<string> UnreadableIn(SettingsSection section) => _unreadable.Where(u => SectionOf(u.Key) == section).Select(u => WithoutSecrets($"{u}"));

    public bool IsReadable => _unreadable.Count == 0;

    /// <summary>A sentence as it may be printed: who mistakes one key for another may have given it a secret.</summary>
    public static string WithoutSecrets(string problem) => SafeText.OneLine(Secrets.Redact(problem), MostCharacters);

    private static SettingsSection SectionOf(string key) =>
        SettingsSections.All.FirstOrDefault(s => s.Name.Length > 0 && $"{key}:".StartsWith($"{s.Path}:", StringComparison.OrdinalIgnoreCase)) ?? SettingsSections.Listen;
}
