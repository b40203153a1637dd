using System.Globalization;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>
/// Reads the probes of a service. Each entry is a map with one kind and that kind's options:
/// <code>
/// - {http: PATH, status: 200, json: {FIELD: TEXT}, within: 500ms}
/// - {version: PATH, field: FIELD}   - {reports: PATH, names: [NAME]}
/// - {websocket: PATH, subprotocols: [NAME], messages: [TEXT]}
/// - {tls: HOST:PORT, days: 14}   - {dns: HOST}   - {tcp: HOST:PORT}   - {redis: HOST:PORT}   - {postgres: HOST:PORT, query: SQL}
/// </code>
/// </summary>
internal static class ProbesReader
{
    private static readonly Dictionary<string, string[]> Options = new(StringComparer.Ordinal)
    {
        ["http"] = ["status", "json", "within"],
        ["version"] = ["field", "within"],
        ["reports"] = ["names", "within"],
        ["websocket"] = ["subprotocols", "messages", "within"],
        ["tls"] = ["days", "within"],
        ["dns"] = ["within"],
        ["tcp"] = ["within"],
        ["redis"] = ["within"],
        ["postgres"] = ["query", "within"],
    };

    public static IEnumerable<ProbeSettings> Read(SettingsMap map)
    {
        var kinds = map.Keys.Where(Options.ContainsKey).ToList();
        if (kinds.Count > 1 && map.Keys.All(Options.ContainsKey) && map.Keys.Count == kinds.Count)
            return kinds.Select(k => new ProbeSettings(k, map.Required(k))).ToList();
        if (kinds.Count != 1)
        {
            var unknown = map.Keys.FirstOrDefault(k => !Options.ContainsKey(k)) ?? "";
            map.Problem(unknown, kinds.Count == 0 ? $"unknown probe '{unknown}'{NearestWord.Hint(unknown, [.. Options.Keys])}"
                : $"a probe has one kind; this one has {string.Join(", ", kinds)}");
            return [];
        }
        return [One(map, kinds[0])];
    }

    private static ProbeSettings One(SettingsMap map, string kind)
    {
        var takes = Options[kind];
        var probe = new ProbeSettings(kind, map.Required(kind))
        {
            Status = takes.Contains("status") ? Number(map, "status", 100, 599) : null,
            Within = Duration(map),
            Field = takes.Contains("field") ? map.Text("field") : null,
            Query = takes.Contains("query") ? map.Text("query") : null,
            Days = takes.Contains("days") ? Number(map, "days", 0, 3650) : null,
        };
        if (takes.Contains("json") && map.Map("json") is { } json)
            probe = probe with { Json = json.Texts(_ => null) };
        if (takes.Contains("names"))
            probe = probe with { Names = map.List("names") };
        if (takes.Contains("subprotocols"))
            probe = probe with { Subprotocols = map.List("subprotocols"), Messages = map.List("messages") };
        map.RefuseOthers();
        return probe;
    }

    private static int? Number(SettingsMap map, string key, int least, int most)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        map.Problem(key, $"'{text}' is not a number from {least} to {most}");
        return null;
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
