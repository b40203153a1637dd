using System.Globalization;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>
/// Reads the probes of a service. Each entry is a map with one kind and that kind's options, <c>{KIND: TARGET, OPTION: VALUE, within: 500ms}</c>, or with
/// several kinds and no options.
/// </summary>
internal static class ProbesReader
{
    public static IEnumerable<ProbeSettings> Read(SettingsMap map, IReadOnlyList<ProbeSpec> known)
    {
        var kinds = known.Where(p => map.Keys.Contains(p.Kind)).ToList();
        var unknown = map.Keys.FirstOrDefault(k => !kinds.Exists(p => p.Kind == k));
        if (kinds.Count > 1 && unknown is null && map.Keys.Count == kinds.Count)
            return map.Keys.Select(k => new ProbeSettings(k, map.Required(k))).ToList();
        if (kinds.Count != 1)
        {
            map.Problem(unknown ?? "", kinds.Count == 0 ? $"unknown probe '{unknown}'{NearestWord.Hint(unknown ?? "", [.. known.Select(p => p.Kind)])}"
                : $"a probe has one kind; this one has {string.Join(", ", map.Keys.Where(k => kinds.Exists(p => p.Kind == k)))}");
            return [];
        }
        return [One(map, kinds[0])];
    }

    private static ProbeSettings One(SettingsMap map, ProbeSpec spec)
    {
        var probe = new ProbeSettings(spec.Kind, map.Required(spec.Kind)) { Within = Duration(map) };
        foreach (var option in spec.Options)
            if (option.Read(map) is { } value)
                probe = probe.With(option.Name, value);
        map.RefuseOthers();
        return probe;
    }

    /// <summary><c>500ms</c>, <c>2s</c>, <c>1m</c>, <c>1h</c>.</summary>
    private static TimeSpan? Duration(SettingsMap map)
    {
        if (map.Text("within") is not { } text)
            return null;
        if (Duration(text) is { } duration)
            return duration;
        map.Problem("within", $"'{text}' is not a duration; write for example 500ms or 2s");
        return null;
    }

    /// <returns>Null if the text is not a duration.</returns>
    internal static TimeSpan? Duration(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 7)
            return null;
        var number = int.Parse(text[..digits], CultureInfo.InvariantCulture);
        return text[digits..].Trim() switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => null,
        };
    }
}
