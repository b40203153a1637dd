using System.Net.Security;
using System.Security.Authentication;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>tls</c>: the certificate's name, its chain, and for how many days it is still valid.</summary>
internal sealed class TlsProbe(GuardedDialer dialer, ProbePolicy policy, TimeProvider time) : IProbe
{
    /// <summary>The minimum number of days that the certificate must remain valid.</summary>
    public static readonly ProbeOption<int?> Days = ProbeOption.Number("days", 0, 3650);
    public static readonly ProbeSpec Spec = new("tls", OfUrl: false, Days);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel)
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
        return left < (target.Probe.Get(Days) ?? 0)
            ? new ProbeResult(false, null, $"certificate: expires in {left} days, on {certificates.NotAfter:yyyy-MM-dd}; {target.Probe.Get(Days)} are wanted")
            : new ProbeResult(true, null, $"certificate for {certificates.Subject}, good for {left} days");
    }
}
