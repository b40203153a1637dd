using System.Diagnostics;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Metrics;

namespace Whybot.Foundation.Logging;

/// <summary>Traces of the service's own work; none if nobody collects traces.</summary>
internal static class Traces
{
    private static readonly ActivitySource Source = new(WhybotMetrics.MeterName);

    /// <param name="delivery">The delivery that asked for the job; null if the bot created it.</param>
    public static Activity? Job(string kind, RepositoryName repository, string? delivery) =>
        Source.StartActivity($"job {kind}")?.SetTag("whybot.repository", repository).SetTag("whybot.delivery", delivery);
}
