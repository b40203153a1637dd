using Whybot.Analysis.Filing;

namespace Whybot.Analysis.Upkeep;

/// <summary>
/// When a cause counts as over: after n clean runs with (1 − f)^n below 5 %, where f is the rate at which it failed while it was there; never fewer
/// than three. A test that does not run proves nothing: such a run is no clean one.
/// </summary>
public static class ClosingRule
{
    /// <summary>Chance that so many clean runs come about although nothing was mended.</summary>
    public const double Chance = 0.05;
    public const int Least = 3;

    /// <param name="rate">Above 0, at most 1.</param>
    public static int Needed(double rate) => rate >= 1 ? Least : Math.Max(Least, (int)Math.Floor(Math.Log(Chance) / Math.Log(1 - rate)) + 1);

    public static double ChanceOf(double rate, int clean) => Math.Pow(1 - rate, clean);

    /// <summary>How often it failed while it was there.</summary>
    public static FailureRate RateOf(KeptCause cause)
    {
        var until = cause.Rows.Skip(cause.Clean).ToList();
        // Running once more on the very commit on which it had failed is a run too.
        var failed = until.Count(r => !r.Cleared) + until.Count(r => r.FailedAfter);
        var ran = until.Count + until.Count(r => r.FailedAfter) + until.Count(r => r.PassedAfter);
        var all = new FailureRate(failed + cause.FailedBefore, ran + cause.RanBefore);
        return IsNew(cause, failed, ran, all.Rate) ? new FailureRate(failed, ran) : all;
    }

    /// <summary>
    /// Whether it was not there before it was first seen: a change has brought it, or it failed so often in a row that it would have failed before.
    /// Anything else may have been there for long and seldom have failed.
    /// </summary>
    private static bool IsNew(KeptCause cause, int failed, int ran, double rate) =>
        !cause.Rows.Any(r => r.PassedAfter) && (cause.Brought || (failed == ran && Math.Pow(rate, failed - 1) < Chance));

    /// <summary>The clean runs that count: after the change that mends it came along, where there is one.</summary>
    public static int CleanOf(KeptCause cause, LinkedFix? fix) => fix switch
    {
        null => cause.Clean,
        { Deployed: { } since } => cause.Rows.TakeWhile(r => r.Cleared && r.At >= since).Count(),
        _ => 0,
    };
}

/// <summary>Failed runs of those in which its tests ended.</summary>
public sealed record FailureRate(int Failed, int Ran)
{
    public double Rate => Ran == 0 ? 1 : Math.Min(1, (double)Failed / Ran);
}
