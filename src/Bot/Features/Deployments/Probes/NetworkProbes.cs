using System.Net.Security;
using System.Security.Authentication;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>dns</c>: the name resolves.</summary>
internal sealed class DnsProbe(GuardedDialer dialer) : IProbe
{
    public string Kind => "dns";

    public async Task<Sight> LookAsync(ProbeTarget target, CancellationToken cancel) =>
        new(true, null, $"{target.Probe.Target} is {await dialer.ResolveAsync(target.Endpoint(0).Host, cancel)}");
}

/// <summary><c>tcp</c>: connections are accepted.</summary>
internal sealed class TcpProbe(GuardedDialer dialer) : IProbe
{
    public string Kind => "tcp";

    public async Task<Sight> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (host, port) = target.Endpoint(80);
        await using var connection = await dialer.ConnectAsync(host, port, cancel);
        return new Sight(true, null, $"{host}:{port} takes connections");
    }
}

/// <summary><c>tls</c>: the certificate's name, its chain, and for how many days it is still valid.</summary>
internal sealed class TlsProbe(GuardedDialer dialer, ProbePolicy policy, TimeProvider time) : IProbe
{
    public string Kind => "tls";

    public async Task<Sight> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (host, port) = target.Endpoint(443);
        var certificates = new CertificateCheck(policy, time);
        await using var connection = await dialer.ConnectAsync(host, port, cancel);
        await using var secure = new SslStream(connection);
        try
        {
            await secure.AuthenticateAsClientAsync(certificates.Options(host), cancel);
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            throw new ProbeException(certificates.Problem ?? $"TLS: {failure.Message}", failure);
        }
        var left = (certificates.NotAfter!.Value - time.GetUtcNow().UtcDateTime).Days;
        return left < (target.Probe.Days ?? 0)
            ? new Sight(false, null, $"certificate: expires in {left} days, on {certificates.NotAfter:yyyy-MM-dd}; {target.Probe.Days} are wanted")
            : new Sight(true, null, $"certificate for {certificates.Subject}, good for {left} days");
    }
}
