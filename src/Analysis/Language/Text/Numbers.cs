namespace Whybot.Analysis.Language.Text;

/// <summary>How figures are written, the same everywhere.</summary>
public static class Numbers
{
    /// <summary><c>1 test</c>, <c>1,200 tests</c>.</summary>
    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";

    /// <summary><c>4.2 s</c>, <c>42 s</c>.</summary>
    public static string Seconds(double seconds) => seconds < 10 ? $"{seconds:0.0} s" : $"{seconds:0} s";

    /// <summary>
    /// A share from 0 to 1 as <c>77.7%</c> or <c>78%</c>, rounded down: the decimal is shown unless it is 0, so that no rounding hides a missed gate.
    /// </summary>
    public static string Percent(double share)
    {
        var percent = Math.Floor(share * 1000) / 10;
        return percent == Math.Floor(percent) ? $"{percent:0}%" : $"{percent:0.0}%";
    }

    /// <summary>As <see cref="Percent"/>; a dash if it is not known.</summary>
    public static string Rate(double? share) => share is { } value ? Percent(value) : "–";
}
