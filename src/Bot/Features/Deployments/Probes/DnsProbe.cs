using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>dns</c>: the name resolves.</summary>
internal sealed class DnsProbe(GuardedDialer dialer) : IProbe
{
    public static readonly ProbeSpec Spec = new("dns", OfUrl: false);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel) =>
        new(true, null, $"{target.Probe.Target} is {await dialer.ResolveAsync(target.Endpoint(0).Host, cancel)}");
}
