using System.Globalization;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>Finds out when a log was written, by the stamps in front of its lines: <c>2026-11-20T12:00:00.0000000Z</c>, as GitHub writes them.</summary>
internal sealed class LogTimes
{
    private const int ToSeconds = 19;

    private string? _first;
    private string? _last;

    public (DateTimeOffset First, DateTimeOffset Last)? Written => Read(_first) is { } first && Read(_last) is { } last && first <= last ? (first, last) : null;

    public void Feed(string line)
    {
        if (line.Length <= ToSeconds || line[10] != 'T' || line[4] != '-' || line[13] != ':')
            return;
        _first ??= line;
        _last = line;
    }

    private static DateTimeOffset? Read(string? line) => line is not null && DateTimeOffset.TryParseExact(line.AsSpan(0, ToSeconds), "yyyy-MM-ddTHH:mm:ss",
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
