using Whybot.Analysis.Filing;

namespace Whybot.Analysis.Upkeep;

/// <summary>
/// When a cause counts as over: after n clean runs with (1 − f)^n below 5%, where f is the rate at which it failed while it was there; never fewer
/// than three. A test that does not run proves nothing: such a run is no clean one.
/// <para>
/// What comes and goes has been seen to fail only a few times as a rule, and its rate is then a guess. Where no change is known that fixes it, the
/// guess is reckoned with: after k failures in N runs, n clean ones come about by chance in (N / (N + n))^k of cases (the mean of (1 − f)^n over the
/// rates that such a record leaves possible). And each of the k times that it failed was a chance to be taken in by the clean runs before: all k together
/// are to stay below 5%.
/// </para>
/// </summary>
public static class ClosingRule
{
    /// <summary>Chance that so many clean runs come about although nothing was fixed.</summary>
    public const double Chance = 0.05;
    public const int Least = 3;

    /// <param name="isFixed">A change that says it fixes it is deployed.</param>
    public static int Needed(FailureRate rate, bool isFixed)
    {
        if (rate.Rate >= 1)
            return Least;
        var known = (int)Math.Floor(Math.Log(Chance) / Math.Log(1 - rate.Rate)) + 1;
        var guessed = isFixed ? 0 : (int)Math.Floor(rate.Ran * (Math.Pow(Chance / rate.Failed, -1.0 / rate.Failed) - 1)) + 1;
        return Math.Max(Least, Math.Max(known, guessed));
    }

    /// <summary>Chance of so many clean runs although nothing was fixed.</summary>
    public static double ChanceOf(FailureRate rate, int clean, bool isFixed) =>
        Math.Max(Math.Pow(1 - rate.Rate, clean), isFixed || rate.Rate >= 1 ? 0 : Math.Min(1, rate.Failed * Math.Pow((double)rate.Ran / (rate.Ran + clean), rate.Failed)));

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

    /// <summary>The clean runs that count: after the change that fixes it came along, where there is one.</summary>
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
