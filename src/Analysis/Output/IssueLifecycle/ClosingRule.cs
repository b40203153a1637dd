namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>
/// When a cause counts as over: after n clean runs with (1 − f)^n below 5%, where f is its failure rate while it was there; never fewer than three. A test that
/// does not run proves nothing, so such a run is not clean.
/// <para>
/// A cause that comes and goes has usually been seen to fail only a few times, so its rate is a guess. If no change is known to fix it, that uncertainty is
/// taken into account: after k failures in N runs, the chance of n clean runs is (N / (N + n))^k (the mean of (1 − f)^n over the rates that such a record
/// allows). And each of the k failures was an opportunity to be misled by the clean runs before it: all k together must stay below 5%.
/// </para>
/// </summary>
public static class ClosingRule
{
    /// <summary>Accepted chance that this many clean runs occur although nothing was fixed.</summary>
    public const double Chance = 0.05;
    public const int Least = 3;

    /// <param name="isFixed">Whether a change that claims to fix it is deployed.</param>
    public static int Needed(FailureRate rate, bool isFixed)
    {
        if (rate.Rate >= 1)
            return Least;
        var known = (int)Math.Floor(Math.Log(Chance) / Math.Log(1 - rate.Rate)) + 1;
        var guessed = isFixed ? 0 : (int)Math.Floor(rate.Ran * (Math.Pow(Chance / rate.Failed, -1.0 / rate.Failed) - 1)) + 1;
        return Math.Max(Least, Math.Max(known, guessed));
    }

    /// <summary>Chance that this many clean runs occur although nothing was fixed.</summary>
    public static double ChanceOf(FailureRate rate, int clean, bool isFixed) =>
        Math.Max(Math.Pow(1 - rate.Rate, clean), isFixed || rate.Rate >= 1
            ? 0 : Math.Min(1, rate.Failed * Math.Pow((double)rate.Ran / (rate.Ran + clean), rate.Failed)));

    /// <summary>Its failure rate while it was there.</summary>
    public static FailureRate RateOf(TrackedCause cause)
    {
        var until = cause.Rows.Skip(cause.Clean).ToList();
        // Running again on the same commit on which it failed is a run too.
        var failed = until.Count(r => !r.Cleared) + until.Count(r => r.FailedAfter);
        var ran = until.Count + until.Count(r => r.FailedAfter) + until.Count(r => r.PassedAfter);
        var all = new FailureRate(failed + cause.FailedBefore, ran + cause.RanBefore);
        return IsNew(cause, failed, ran, all.Rate) ? new FailureRate(failed, ran) : all;
    }

    /// <summary>
    /// Whether it did not exist before it was first seen: either a change introduced it, or it failed so often in a row that it would have failed before.
    /// Anything else may have existed for a long time and failed rarely.
    /// </summary>
    private static bool IsNew(TrackedCause cause, int failed, int ran, double rate) =>
        !cause.Rows.Any(r => r.PassedAfter) && (cause.Brought || (failed == ran && Math.Pow(rate, failed - 1) < Chance));

    /// <summary>The clean runs that count; if a change fixes it, only those after its deployment.</summary>
    public static int CleanOf(TrackedCause cause, LinkedFix? fix) => fix switch
    {
        null => cause.Clean,
        { Deployed: { } since } => cause.Rows.TakeWhile(r => r.Cleared && r.At >= since).Count(),
        _ => 0,
    };
}

/// <summary>How many runs failed, out of those with a result for its tests.</summary>
public sealed record FailureRate(int Failed, int Ran)
{
    public double Rate => Ran == 0 ? 1 : Math.Min(1, (double)Failed / Ran);
}
