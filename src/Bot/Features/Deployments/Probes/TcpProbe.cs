using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>tcp</c>: connections are accepted.</summary>
internal sealed class TcpProbe(GuardedDialer dialer) : IProbe
{
    public static readonly ProbeSpec Spec = new("tcp", OfUrl: false);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (host, port) = target.Endpoint(80);
        await using var connection = await dialer.ConnectAsync(host, port, cancel);
        return new ProbeResult(true, null, $"{host}:{port} takes connections");
    }
}
