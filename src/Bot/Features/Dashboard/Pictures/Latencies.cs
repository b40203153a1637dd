using System.Globalization;

namespace Whybot.Features.Dashboard.Pictures;

/// <summary>Latencies in words.</summary>
internal static class Latencies
{
    /// <summary><c>0.4 ms</c>, <c>12 ms</c>, <c>1.3 s</c>.</summary>
    /// <param name="milliseconds">Null if it was not timed.</param>
    public static string Of(double? milliseconds) => milliseconds switch
    {
        null => "not timed",
        < 10 => $"{milliseconds.Value.ToString("0.#", CultureInfo.InvariantCulture)} ms",
        < 1000 => $"{milliseconds.Value.ToString("0", CultureInfo.InvariantCulture)} ms",
        _ => $"{(milliseconds.Value / 1000).ToString("0.#", CultureInfo.InvariantCulture)} s",
    };
}
