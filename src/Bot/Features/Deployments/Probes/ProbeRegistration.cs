using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary>What probes are made with.</summary>
internal sealed record ProbeTools(GuardedDialer Dialer, HttpLook Http, ProbePolicy Policy, TimeProvider Time);

/// <summary>A kind of probe, and how one is made.</summary>
internal sealed record ProbeKind(ProbeSpec Spec, Func<ProbeTools, IProbe> Make);

/// <summary>Every kind of probe, one a line.</summary>
internal static class ProbeRegistration
{
    public static readonly IReadOnlyList<ProbeKind> All =
    [
        new(HttpProbe.Spec, tools => new HttpProbe(tools.Http)),
        new(VersionProbe.Spec, tools => new VersionProbe(tools.Http)),
        new(ReportsProbe.Spec, tools => new ReportsProbe(tools.Http)),
        new(WebSocketProbe.Spec, tools => new WebSocketProbe(tools.Dialer, tools.Policy, tools.Time)),
        new(TlsProbe.Spec, tools => new TlsProbe(tools.Dialer, tools.Policy, tools.Time)),
        new(DnsProbe.Spec, tools => new DnsProbe(tools.Dialer)),
        new(TcpProbe.Spec, tools => new TcpProbe(tools.Dialer)),
        new(RedisProbe.Spec, tools => new RedisProbe(tools.Dialer)),
        new(PostgresProbe.Spec, tools => new PostgresProbe(tools.Dialer, tools.Policy)),
    ];

    /// <summary>What the settings may ask for.</summary>
    public static readonly IReadOnlyList<ProbeSpec> Specs = [.. All.Select(p => p.Spec)];
}
