namespace Whybot.Foundation.GitHub;

/// <summary>What GitHub's conclusions mean. An unknown conclusion is not a failure; it is ignored.</summary>
internal static class Conclusions
{
    public static bool IsFailure(string? conclusion) => conclusion is "failure" or "timed_out" or "startup_failure";

    /// <summary>Cancelled by a newer run of its concurrency group, or never needed: it says nothing about the code.</summary>
    public static bool IsVoid(string? conclusion) => conclusion is "cancelled" or "skipped" or "stale";
}
