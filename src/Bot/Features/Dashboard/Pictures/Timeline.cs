namespace Whybot.Features.Dashboard.Pictures;

/// <summary>A run in a timeline.</summary>
/// <param name="Rate">The share of tests that passed, from 0 to 1; null if none ran.</param>
/// <param name="Kind">go, no-go, inconclusive or open; decides the colour.</param>
/// <param name="Accepted">It gets a ring.</param>
/// <param name="Label">Everything that it shows, in words.</param>
public sealed record TimelinePoint(double? Rate, string Kind, bool Accepted, string Label, string Address);

/// <summary>Where a timeline's marks are drawn, in pixels; the pass rates are zoomed to the data, so that 97% and 99% can be told apart.</summary>
/// <param name="Low">The pass rate at the bottom, from 0 to 1; the one at the top is 1.</param>
/// <param name="Marks">In the order of the points.</param>
/// <param name="Gate">The height of the gate; null for none.</param>
internal sealed record Timeline(double Low, int Width, IReadOnlyList<TimelineMark> Marks, double? Gate)
{
    public const int Height = 120;
    public const int Left = 44;
    public const double Top = 12;

    /// <summary>The height of the lowest rate; runs without one lie below it.</summary>
    public const double Bottom = 92;
    public const double Without = 110;
    private const int Step = 18;

    /// <param name="points">Oldest first.</param>
    /// <param name="gate">From 0 to 1; null for none.</param>
    public static Timeline Of(IReadOnlyList<TimelinePoint> points, double? gate)
    {
        var low = Floor(points.Select(p => p.Rate).Append(gate).OfType<double>().DefaultIfEmpty(0).Min());
        return new Timeline(low, Left + (points.Count * Step) + 4,
            [.. points.Select((p, i) => new TimelineMark(p, Left + (i * Step) + (Step / 2), p.Rate is { } rate ? Y(rate, low) : Without))],
            gate is { } line ? Y(line, low) : null);
    }

    /// <summary>The rates at which lines are drawn: the top, the middle, the bottom.</summary>
    public IReadOnlyList<(double Rate, double Y)> Lines => [(1, Y(1, Low)), ((1 + Low) / 2, Y((1 + Low) / 2, Low)), (Low, Y(Low, Low))];

    /// <summary>The width of a run's column, which is a link.</summary>
    public static int Column => Step;

    private static double Y(double rate, double low) => Bottom - ((Math.Clamp(rate, low, 1) - low) / (1 - low) * (Bottom - Top));

    /// <summary>A round number below the lowest rate, and never all too near to 1: one point of the scale is at least a tenth of a percent.</summary>
    private static double Floor(double least) => least switch
    {
        >= 0.99 => 0.98,
        >= 0.9 => Math.Floor((least * 100) - 0.5) / 100,
        _ => Math.Max(0, Math.Floor((least * 10) - 0.001) / 10),
    };
}

/// <summary>The centre of a run's mark.</summary>
internal sealed record TimelineMark(TimelinePoint Point, double X, double Y);
