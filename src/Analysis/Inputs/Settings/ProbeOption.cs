using System.Globalization;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>A key that a kind of probe takes besides its target.</summary>
public abstract record ProbeOption(string Name)
{
    /// <summary>A single value; null if it is absent.</summary>
    public static ProbeOption<string?> Text(string name) => new(name, null, map => map.Text(name));

    /// <summary>A whole number within bounds; null if it is absent.</summary>
    public static ProbeOption<int?> Number(string name, int least, int most) => new(name, null, map => Number(map, name, least, most));

    /// <summary>A list of texts; empty if it is absent.</summary>
    public static ProbeOption<IReadOnlyList<string>> List(string name) => new(name, [], map => map.List(name));

    /// <summary>Texts by key; empty if it is absent.</summary>
    public static ProbeOption<IReadOnlyDictionary<string, string>> Map(string name) =>
        new(name, new Dictionary<string, string>(StringComparer.Ordinal), map => map.Map(name)?.Texts(_ => null));

    /// <summary>The value in the settings; null if it is absent or wrong, which is noted as a problem.</summary>
    internal abstract object? Read(SettingsMap map);

    private static int? Number(SettingsMap map, string key, int least, int most)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        map.Problem(key, $"'{text}' is not a number from {least} to {most}");
        return null;
    }
}

/// <summary>A key that a kind of probe takes, with the type of its value.</summary>
public sealed record ProbeOption<T> : ProbeOption
{
    private readonly Func<SettingsMap, object?> _read;

    internal ProbeOption(string name, T absent, Func<SettingsMap, object?> read) : base(name) => (Absent, _read) = (absent, read);

    /// <summary>The value where the settings give none.</summary>
    public T Absent { get; }

    internal override object? Read(SettingsMap map) => _read(map);
}
