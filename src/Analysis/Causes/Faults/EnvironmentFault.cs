using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;

namespace Whybot.Analysis.Causes.Faults;

/// <summary>Something around the tests that is broken or slow, as a probe or the platform's log shows.</summary>
/// <param name="Name">The service or partner, by its name in the settings or the log.</param>
/// <param name="Mechanism">What kind of fault it is.</param>
/// <param name="Down">True if a probe found it not ready.</param>
/// <param name="Probes">The readings that show it; empty if only the log does.</param>
/// <param name="Events">What the platform logged about it.</param>
/// <param name="Mentions">Words that failures use for it: names, addresses, ports.</param>
internal sealed record EnvironmentFault(string Name, Mechanism Mechanism, bool Down, IReadOnlyList<ProbeReading> Probes, IReadOnlyList<LogEvent> Events,
    IReadOnlyList<string> Mentions)
{
    /// <summary>The program is not ready because of its own error, not because of another service.</summary>
    public bool OwnError { get; init; }

    /// <summary>It never came up: nothing answers at all.</summary>
    public bool NeverStarted => OwnError && Probes.Count > 0 && Probes.All(p => p.Status is null);

    public IEnumerable<string> Words => Probes.Select(p => p.Evidence).Concat(Events.Select(e => e.Words));

    public IEnumerable<Citation> Citations => Probes.Select(p => p.Citation).Concat(Events.Select(e => e.Citation));

    /// <summary>The part of the probe's answer that shows it; null if the whole answer does.</summary>
    public string? Detail { get; init; }

    /// <summary>Its own words: the first error in the log, or else the probe's.</summary>
    public string Said => Detail ?? Events.Select(e => e.Words).Concat(Probes.Select(p => p.Evidence)).FirstOrDefault(w => w.Length > 0) ?? Name;
}
