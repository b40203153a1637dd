namespace Whybot.Features.Dashboard.Pictures;

/// <summary>Where the bars of a target's latencies are drawn, in pixels.</summary>
internal static class LatencyBars
{
    public const int Height = 28;
    public const int Step = 8;
    private const double Least = 2;

    /// <summary>
    /// The height of each bar: in proportion to the longest of all, but a failure without a time is as high as there is room, so that it is not overlooked.
    /// </summary>
    /// <param name="longest">The longest latency that the chart has to show, in milliseconds; null if there is none.</param>
    public static IReadOnlyList<double> Heights(IReadOnlyList<LatencyReading> readings, double? longest) =>
        [.. readings.Select(r => (r.Milliseconds, longest) switch
        {
            ({ } time, > 0) => Math.Max(Least, Height * Math.Min(1, time / longest.Value)),
            (null, _) when !r.Ok => Height,
            _ => Least,
        })];
}
