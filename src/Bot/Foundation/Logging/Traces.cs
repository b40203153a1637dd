using System.Diagnostics;

namespace Whybot.Foundation.Logging;

/// <summary>What the service traces of its own work; nothing where nobody collects traces.</summary>
internal static class Traces
{
    private static readonly ActivitySource Source = new(Measurements.MeterName);

    /// <param name="delivery">The delivery that asked for the job; null for one of the bot's own.</param>
    public static Activity? Job(string kind, string repository, string? delivery) =>
        Source.StartActivity($"job {kind}")?.SetTag("whybot.repository", repository).SetTag("whybot.delivery", delivery);
}
