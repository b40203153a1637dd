using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>
/// Reads the head of a platform's log line: <c>2026-11-20 09:33:11,146 ERROR logger message</c>, <c>[time] level: message</c>, and JSON lines
/// (<c>{"at": …, "level": …, "message": …}</c> with the names that common loggers use).
/// </summary>
internal static partial class LogLineFormat
{
    /// <param name="At">Wall-clock time as written; without an offset, it is used unchanged.</param>
    /// <param name="AsWritten">The message as written in the line, if that differs: JSON escapes quotation marks.</param>
    public sealed record Start(LogLevel Level, DateTime? At, string Message, string? AsWritten = null);

    private static readonly string[] TimeNames = ["at", "time", "timestamp", "ts", "@timestamp", "Timestamp", "date", "@t"];
    private static readonly string[] LevelNames = ["level", "severity", "lvl", "Level", "log.level", "@l"];
    private static readonly string[] MessageNames = ["message", "msg", "Message", "event", "error", "@m", "@mt"];

    /// <summary>Null if the line does not begin an entry.</summary>
    public static Start? Parse(string line)
    {
        if (line[0] == '{')
            return Json(line);
        var match = Head().Match(line);
        if (!match.Success)
            return null;
        return new Start(Level(match.Groups["level"].Value), Time(match.Groups["time"].Value), match.Groups["message"].Value);
    }

    private static Start? Json(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (Text(root, MessageNames) is not { } message)
                return null;
            var detail = Text(root, ["err", "error", "exception", "stack"]);
            var said = detail is not null && !message.Contains(detail, StringComparison.Ordinal) ? $"{message} {detail.Split('\n')[0]}" : message;
            return new Start(Level(Text(root, LevelNames) ?? ""), Time(Text(root, TimeNames) ?? ""), said, AsWritten(root));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Also half of a surrogate pair, which text cannot contain.
            return null;
        }
    }

    private static string? AsWritten(JsonElement root)
    {
        foreach (var name in MessageNames)
            if (root.TryGetProperty(name, out var value))
                return value.ValueKind == JsonValueKind.String ? value.GetRawText()[1..^1] : null;
        return null;
    }

    private static string? Text(JsonElement root, string[] names)
    {
        foreach (var name in names)
            if (root.TryGetProperty(name, out var value))
                return value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Number => value.GetRawText(),
                    JsonValueKind.Object => Text(value, ["message", "msg"]),
                    _ => null,
                };
        return null;
    }

    /// <summary>Words, and the numbers of pino and bunyan (50 is error, 60 is fatal).</summary>
    private static LogLevel Level(string word) => word.ToLowerInvariant() switch
    {
        "fatal" or "critical" or "crit" or "panic" or "emergency" or "alert" or "60" => LogLevel.Fatal,
        "error" or "err" or "severe" or "fail" or "e" or "50" => LogLevel.Error,
        "warning" or "warn" or "w" or "40" => LogLevel.Warning,
        "info" or "notice" or "information" or "i" or "30" => LogLevel.Info,
        "debug" or "trace" or "verbose" or "d" or "20" or "10" => LogLevel.Debug,
        _ => LogLevel.Unknown,
    };

    private static DateTime? Time(string text) =>
        DateTime.TryParse(text.Replace(',', '.'), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    [GeneratedRegex("""
        ^\[?(?<time>\d{4}-\d\d-\d\d[T\ ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)\]?\s+
        (?:\[?(?<level>[A-Za-z]{1,11})\]?:?\s+)?(?<message>.*)$
        | ^\[?(?<level>FATAL|CRITICAL|ERROR|WARN(?:ING)?|INFO|DEBUG)\]?:?\s+(?<message>.*)$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Head();
}
