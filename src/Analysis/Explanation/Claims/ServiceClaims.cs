using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary><c>all 5 services were ready</c>.</summary>
internal sealed record AllReady : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Incident.Readiness is { Services.Count: > 0 and var count } readiness && readiness.Services.All(s => s.Ready)
        ? count == 1 ? Prose.Of($"the one probed service was ready") : Prose.Of($"all {count} probed services were ready") : null;
}

/// <summary><c>the probes of `api`, `db` succeeded</c>: each probed service was ready.</summary>
internal sealed record ProbesSucceeded : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var services = facts.Incident.Readiness?.Services ?? [];
        return services.Count > 0 && services.All(s => s.Ready && s.Probes.Count > 0)
            ? Prose.Of($"the probes of {Prose.List(services.Select(s => s.Name))} succeeded") : null;
    }
}

/// <summary>A fault's own words, read again at the place where it was logged or probed.</summary>
internal sealed record FaultSays(EnvironmentFault Fault) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (Fault.Said == Fault.Name)
            return Prose.Of($"{Fault.Name}");
        // Only the place that states the fault counts, not any place that mentions it.
        var places = Fault.Probes.Select(p => (p.Evidence, p.Citation)).Concat(Fault.Events.Select(e => (Evidence: e.Words, e.Citation)));
        return places.Any(p => p.Evidence.Contains(Fault.Said, StringComparison.Ordinal) && facts.Reread(p.Citation) is not null)
            ? Prose.Of($"{Fault.Said:q}") : null;
    }
}

/// <summary>Which part of the catalogue's entry is printed.</summary>
internal enum KindPart
{
    Explanation,
    Next,
    Id,

    /// <summary>A clause about the one that has it: <c>`cache` refuses connections</c>.</summary>
    Brief,
}

/// <summary>The catalogue's text for a kind of fault, if the cause's own words, or those of what is behind it, show that kind.</summary>
internal sealed record KindOfFault(GroupFacts Cluster, Mechanism Mechanism, KindPart Part) : Claim<FindingFacts>
{
    private const int MostTests = 12;

    /// <summary>The service that has it, for <see cref="KindPart.Brief"/>; null if its name is not known.</summary>
    public string? Service { get; init; }

    protected override Prose? Of(FindingFacts facts)
    {
        var shown = Mechanism == Mechanism.Unknown || facts.Finding(Cluster).Fault?.Mechanism == Mechanism
            || Cluster.Statements.Any(s => Mechanism.Matches(s.Words))
            || Cluster.Tests.DistinctBy(t => t.Failure!.Message).Take(MostTests).Any(t => Mechanism.Matches(t.Failure!.Message));
        return !shown ? null : Part switch
        {
            KindPart.Explanation => Prose.Of($"{Mechanism.Explanation:t}"),
            KindPart.Next => Prose.Of($"{Mechanism.Next:t}"),
            KindPart.Brief => Clause(),
            _ => Prose.Of($"{Mechanism.Id:t}"),
        };
    }

    private Prose Clause()
    {
        var (from, to) = (Mechanism.Brief.IndexOf('{', StringComparison.Ordinal), Mechanism.Brief.IndexOf('}', StringComparison.Ordinal));
        Prose who = Service is null ? Prose.Of($"{Mechanism.Brief[(from + 1)..to]:t}") : Prose.Of($"{Service}");
        return Prose.Of($"{Mechanism.Brief[..from]:t}{who}{Mechanism.Brief[(to + 1)..]:t}");
    }
}
