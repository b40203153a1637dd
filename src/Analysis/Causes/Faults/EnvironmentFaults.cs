using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Faults;

/// <summary>
/// Finds what is broken around the tests. If a service is not ready because another one is not, the other one is the fault. An error in the platform's log only
/// counts as a fault of the environment if its kind is one (refused, unresolved, limited, slow, full), or if it reports another service's failed answer (status
/// 500 or above).
/// </summary>
internal static partial class EnvironmentFaults
{
    /// <summary>A health answer that takes longer is slow, whatever its budget is.</summary>
    public const double SlowMilliseconds = 1000;

    public static IReadOnlyList<EnvironmentFault> Find(ReadinessReport? readiness, LogCorrelation logs)
    {
        var faults = new List<EnvironmentFault>();
        var down = readiness?.Services.Where(s => s.Probes.Count > 0 && (!s.Ready || s.Probes.Any(p => !p.Ok))).ToList() ?? [];
        foreach (var service in down.Where(s => !FollowsFromAnother(s, down)))
            faults.Add(OfService(service, logs.Bad));
        faults.AddRange((readiness?.Services ?? []).Except(down).SelectMany(s => s.Probes).Where(IsSlow).Select(Slow));
        foreach (var group in logs.Bad.Except(faults.SelectMany(f => f.Events)).GroupBy(e => (Kind: MechanismCatalogue.Of(e.Words), Address: Address(e.Words)))
            .Where(g => g.Key.Kind.OfEnvironment || g.All(e => OthersAnswer().IsMatch(e.Words))))
            AddLogged(faults, group.Key.Kind, group.Key.Address, [.. group]);
        return faults;
    }

    /// <summary>Its probe names another service that is not ready, or says only that it is unhealthy while a dependency refuses connections.</summary>
    private static bool FollowsFromAnother(ServiceReadiness service, IReadOnlyList<ServiceReadiness> down)
    {
        var said = string.Join('\n', service.Probes.Where(p => !p.Ok).Select(p => p.Evidence));
        var answers = service.Probes.Any(p => !p.Ok && p.Status is not null);
        return down.Where(o => o != service && !Answers(o))
            .Any(o => MentionsOf(o).Any(m => Mentions(said, m)) || (answers && IsDependency(o) && !IsDependency(service)));
    }

    private static bool Answers(ServiceReadiness service) => service.Probes.Any(p => p.Status is not null);

    private static bool IsDependency(ServiceReadiness service) => service.Probes.Any(p => p.Kind is not ("http" or "websocket"));

    private static EnvironmentFault OfService(ServiceReadiness service, IReadOnlyList<LogEvent> bad)
    {
        var probes = service.Probes.Any(p => !p.Ok) ? service.Probes.Where(p => !p.Ok).ToList() : [.. service.Probes];
        var mentions = MentionsOf(service);
        var kind = MechanismCatalogue.Of(probes.Select(p => p.Status is { } status ? $"HTTP {status} {p.Evidence}" : p.Evidence));
        var events = bad.Where(e => mentions.Any(m => Mentions(e.Words, m))).ToList();
        var own = bad.Where(e => OwnLog(e, service)).Except(events).ToList();
        if (!IsDependency(service) && OwnError(own) is { } error)
            return new EnvironmentFault(service.Name, error.Kind, true, probes,
                [error.Logged, .. own.Where(e => e != error.Logged && MechanismCatalogue.Of(e.Words) == error.Kind)], mentions)
            { OwnError = true };
        return new EnvironmentFault(service.Name, kind, true, probes, events, mentions);
    }

    /// <summary>Why it is not ready, according to its own log: the last exception or fatal error, otherwise any error of a kind that says what is
    /// wrong.</summary>
    private static (LogEvent Logged, Mechanism Kind)? OwnError(IReadOnlyList<LogEvent> own)
    {
        var known = own.Select(e => (Logged: e, Kind: MechanismCatalogue.Of(e.Words)))
            .Where(e => e.Kind != Mechanism.Unknown && e.Kind.Family is not (FaultFamily.Server or FaultFamily.Value)).ToList();
        var worst = known.Where(e => e.Logged.Exception is not null || e.Logged.Level == LogLevel.Fatal).ToList();
        return worst.Count > 0 ? worst[^1] : known.Count > 0 ? known[^1] : null;
    }

    private static bool OwnLog(LogEvent logged, ServiceReadiness service)
    {
        var file = logged.Source[(logged.Source.LastIndexOf('/') + 1)..];
        return file.StartsWith(service.Name, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSlow(ProbeReading probe) => probe.LatencyMs >= SlowMilliseconds || SlowField(probe) is not null;

    private static EnvironmentFault Slow(ProbeReading probe)
    {
        var field = SlowField(probe)?.Replace("\"", "", StringComparison.Ordinal);
        var name = SlowField(probe) is { } text ? Duration().Match(text).Groups["name"].Value : probe.Target;
        return new EnvironmentFault(name, MechanismCatalogue.All.First(m => m.Id == "slow-dependency"), false, [probe], [], [name])
        {
            Detail = field ?? $"{probe.Target} answered after {probe.LatencyMs:0} ms",
        };
    }

    /// <summary>A health answer may report how long its parts took: <c>"store_ms": 5003.2</c>.</summary>
    private static string? SlowField(ProbeReading probe) =>
        Duration().Matches(probe.Evidence).FirstOrDefault(m => double.TryParse(m.Groups["ms"].Value, out var ms) && ms >= SlowMilliseconds)?.Value;

    /// <summary>Errors at the address of a known fault belong to it; those without an address belong to the fault of the same kind.</summary>
    private static void AddLogged(List<EnvironmentFault> faults, Mechanism mechanism, string? address, IReadOnlyList<LogEvent> events)
    {
        var ports = address is null ? [] : Ports(address).ToHashSet();
        var same = faults.FindIndex(f => f.Mentions.Any(ports.Contains));
        if (same < 0 && address is null)
            same = faults.FindIndex(f => f.Mechanism == mechanism);
        if (same >= 0)
            faults[same] = faults[same] with { Events = [.. faults[same].Events, .. events] };
        else
            faults.Add(new EnvironmentFault(address ?? "", mechanism, false, [], events, address is null ? [] : [address, .. ports]));
    }

    private static string? Address(string words) => Tokens.Of(words).Values.FirstOrDefault(t => t.Kind == TermKind.Address).Text;

    private static List<string> MentionsOf(ServiceReadiness service) =>
        [service.Name, .. service.Probes.SelectMany(p => Ports(p.Target).Append(p.Kind).Append(p.Target))
            .Where(w => w is not ("http" or "tcp" or "websocket" or "tls" or "dns")).Distinct()];

    private static IEnumerable<string> Ports(string text) => Port().Matches(text).Select(m => m.Value);

    internal static bool Mentions(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || word[0] == ':')
                && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])))
                return true;
        return false;
    }

    /// <summary>What a service logs if a partner answered with an error: "answered HTTP 503", "Request failed with status code 502".</summary>
    [GeneratedRegex(@"(?:answered|responded|returned|replied|failed|got|received)\b.{0,30}\b(?:HTTP|status|code)?\s?(?:code\s?)?5\d\d\b|\b5\d\d Server Error",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OthersAnswer();

    /// <summary>Ports below 1024 say little; 443 is everywhere.</summary>
    [GeneratedRegex(@":(?:[1-9]\d{3,4})\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Port();

    [GeneratedRegex("""(?<![A-Za-z0-9])(?<name>[A-Za-z][A-Za-z0-9]{0,60}?)_?(?:latency|duration|time)?_?(?:ms|Ms|millis)"\s*:\s*(?<ms>\d+(?:\.\d+)?)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Duration();
}
