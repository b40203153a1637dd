using System.Globalization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>Numbers that a runner printed.</summary>
internal static class Figure
{
    /// <summary>More tests than any log reports; sums of several such figures do not overflow.</summary>
    public const int Most = 10_000_000;

    /// <summary>0 for a group that matched nothing, or for digits of another script.</summary>
    public static int Of(Capture group) => int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? Math.Min(number, Most) : 0;
}
