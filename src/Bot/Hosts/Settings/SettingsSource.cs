using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;

namespace Whybot.Hosts.Settings;

/// <summary>A key that does not exist, or one whose value is not valid.</summary>
/// <param name="Key">Spelled as in the documentation.</param>
/// <param name="What">What is wrong, and how to fix it.</param>
internal sealed record UnreadableSetting(string Key, string What)
{
    public override string ToString() => $"{Key}: {What}";
}

/// <summary>
/// The settings as they were given. Something that cannot be read does not hide other problems: it is noted, and left out when the sections are read.
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

    /// <summary>Settings created by the program itself.</summary>
    public static SettingsSource Of(IEnumerable<KeyValuePair<string, string?>> values) => new(new ConfigurationBuilder().AddInMemoryCollection(values).Build());

    /// <summary>Sections <c>Whybot</c> and <c>Serilog</c>, without what cannot be read.</summary>
    public IConfiguration Readable { get; }

    /// <summary>
    /// Everything that is wrong for a given use: every key that cannot be read, wherever it is, and other problems in the sections that are needed.
    /// </summary>
    public IReadOnlyList<string> Problems(IReadOnlyCollection<SettingsSection> needed) =>
        [.. SettingsSections.All.SelectMany(s => needed.Contains(s) ? s.Problems(this) : UnreadableIn(s))];

    /// <summary>The unreadable keys of a section; keys that belong to no section count as keys of <c>Whybot</c> itself.</summary>
    public IEnumerable<string> UnreadableIn(SettingsSection section) => _unreadable.Where(u => SectionOf(u.Key) == section).Select(u => WithoutSecrets($"{u}"));

    public bool IsReadable => _unreadable.Count == 0;

    /// <summary>A sentence that is safe to print: someone who confuses two keys may have put a secret into one.</summary>
    public static string WithoutSecrets(string problem) => SafeText.OneLine(Secrets.Redact(problem), MostCharacters);

    private static SettingsSection SectionOf(string key) =>
        SettingsSections.All.FirstOrDefault(s => s.Name.Length > 0 && $"{key}:".StartsWith($"{s.Path}:", StringComparison.OrdinalIgnoreCase))
            ?? SettingsSections.Listen;
}
