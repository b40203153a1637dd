using Whybot.Memory.Deployments;

namespace Whybot.Features.Dashboard;

/// <summary>Pass rates of runs.</summary>
internal static class Rates
{
    /// <summary>The share of tests that passed, of those that ran; null if none ran.</summary>
    /// <param name="counts">As they are stored.</param>
    public static double? Of(string? counts) =>
        Counts.Read(counts).Suites is var suites && suites.Sum(s => s.Ran) is > 0 and var ran ? (double)suites.Sum(s => s.Passed) / ran : null;
}
