using System.Globalization;

namespace Whybot.Features.Dashboard.Pictures;

/// <summary>What flaky causes cost in a week.</summary>
/// <param name="From">The first day of the week.</param>
public sealed record WeekBar(DateTimeOffset From, TimeSpan Cost)
{
    private const int DaysInWeek = 7;

    /// <summary>The week in words.</summary>
    public string Label => $"From {From.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {Ages.Length(Cost)}";

    /// <summary>All weeks, oldest first; one that has no cost is there too.</summary>
    /// <param name="costs">Milliseconds by week before now; 0 is the current one.</param>
    public static IReadOnlyList<WeekBar> Of(IReadOnlyList<(long Week, long Cost)> costs, int weeks, DateTimeOffset now) =>
        [.. Enumerable.Range(0, weeks).Reverse().Select(week => new WeekBar(now.AddDays(-DaysInWeek * (week + 1)),
            TimeSpan.FromMilliseconds(costs.Where(c => c.Week == week).Sum(c => c.Cost))))];

    /// <summary>How high each bar is, from 0 to 1; the most expensive week is 1.</summary>
    public static IReadOnlyList<double> Heights(IReadOnlyList<WeekBar> weeks) =>
        weeks.Max(w => w.Cost) is { Ticks: > 0 } most ? [.. weeks.Select(w => w.Cost / most)] : [.. weeks.Select(_ => 0.0)];
}
