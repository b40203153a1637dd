using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>
/// Finds the errors that the platform logged while failing tests ran. Suites report when they started and how long they took, by the runner's clock. If a log's
/// times match no suite at all, the log uses a different clock, and times are not compared.
/// </summary>
internal sealed class LogCorrelation
{
    /// <summary>Allowed difference between the runner's clock and the time of a log line.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(150);

    private readonly IReadOnlyDictionary<string, (DateTime From, DateTime To)> _windows;
    private readonly IReadOnlyList<LogEvent> _bad;
    private readonly DateTime? _start;

    public LogCorrelation(Incident incident)
    {
        _windows = incident.Results.Where(r => r.StartedAt is not null)
            .ToDictionary(r => r.Source, Window, StringComparer.Ordinal);
        _start = _windows.Count == 0 ? null : _windows.Values.Min(w => w.From);
        _bad = [.. incident.PlatformLogs.SelectMany(l => SameClock(l) ? l.Events : l.Events.Select(e => e with { Times = [] })).Where(e => e.Bad)];
    }

    /// <summary>Every error in the platform's logs.</summary>
    public IReadOnlyList<LogEvent> Bad => _bad;

    /// <summary>Errors before the first test: the service failed to start, or was already failing.</summary>
    public bool BeforeTests(LogEvent logged) => logged.Times.Count == 0 || (_start is { } start && logged.Times.All(t => t < start + Slack));

    /// <summary>Errors logged while these tests ran, if what the tests saw may be caused by an error elsewhere.</summary>
    public IReadOnlyList<LogEvent> During(FailureGroup group, Mechanism symptom)
    {
        if (!MayFollow(group, symptom))
            return [];
        var windows = group.Tests.Select(t => t.Source).Distinct().Where(_windows.ContainsKey).Select(s => _windows[s]).ToList();
        return [.. _bad.Where(e => Tells(e, symptom)
            && (e.Times.Count == 0 || windows.Count == 0 || e.Times.Any(t => windows.Any(w => t >= w.From && t <= w.To))))];
    }

    /// <summary>If the failure has a clear message itself, only an error of a known kind, or one with an exception, can be behind it.</summary>
    private static bool Tells(LogEvent logged, Mechanism symptom) =>
        symptom.MayBeConsequence || logged.Exception is not null || MechanismCatalogue.Of(logged.Words) != Mechanism.Unknown;

    /// <summary>The test got an error, no answer, or nothing where it expected something. A comparison of two real values is not such a failure.</summary>
    private static bool MayFollow(FailureGroup group, Mechanism symptom) =>
        symptom.MayBeConsequence
        || symptom.Family is FaultFamily.Unknown or FaultFamily.Contract or FaultFamily.Harness or FaultFamily.Crash or FaultFamily.Access
        || group.Tests.Any(t => t.Outcome == TestOutcome.Error || EmptyValues.Received(t.Failure!.Message));

    /// <summary>Some runners write whole seconds only; the suite may then have started any time within that second.</summary>
    private static (DateTime From, DateTime To) Window(ResultFile file)
    {
        var start = file.StartedAt!.Value;
        var rounding = start.Ticks % TimeSpan.TicksPerSecond == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        return (start - Slack, start + TimeSpan.FromSeconds(file.Seconds ?? 0) + rounding + Slack);
    }

    private bool SameClock(PlatformLog log)
    {
        if (_windows.Count == 0)
            return false;
        var (from, to) = (_windows.Values.Min(w => w.From), _windows.Values.Max(w => w.To));
        var hour = TimeSpan.FromMinutes(30);
        return log.Events.Any(e => e.Times.Any(t => t >= from - hour && t <= to + hour));
    }
}
