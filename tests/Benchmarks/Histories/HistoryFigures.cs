using System.Globalization;
using System.Text;

namespace Whybot.Benchmarks.Histories;

/// <summary>What events cost.</summary>
internal static class HistoryFigures
{
    /// <summary>For each kind of event: how many runs, and the median and the 95th percentile of their requests and seconds.</summary>
    public static string Table(IReadOnlyList<RunSample> samples)
    {
        var text = new StringBuilder();
        foreach (var kind in samples.GroupBy(s => s.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  {kind.Key,-16} {kind.Count(),5} runs  requests {At(kind, s => s.Requests, 0.5):0} "
                + $"(p95 {At(kind, s => s.Requests, 0.95):0})  seconds {At(kind, s => s.Took.TotalSeconds, 0.5):0.00} "
                + $"(p95 {At(kind, s => s.Took.TotalSeconds, 0.95):0.00})\n");
        return text.ToString();
    }

    private static double At(IEnumerable<RunSample> samples, Func<RunSample, double> figure, double part)
    {
        var sorted = samples.Select(figure).Order().ToList();
        return sorted[(int)Math.Ceiling(part * sorted.Count) - 1];
    }
}
