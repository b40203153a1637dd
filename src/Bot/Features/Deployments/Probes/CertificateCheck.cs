using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Whybot.Features.Deployments.Probes;

/// <summary>Checks a server's certificate and keeps what is wrong with it, in words. Use one instance per connection.</summary>
internal sealed class CertificateCheck(ProbePolicy policy, TimeProvider time)
{
    /// <summary>What is wrong; null if nothing is.</summary>
    public string? Problem { get; private set; }

    public DateTime? NotAfter { get; private set; }

    /// <summary>The name that the certificate was issued for.</summary>
    public string Subject { get; private set; } = "";

    public SslClientAuthenticationOptions Options(string host) => new()
    {
        TargetHost = host,
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) => Look(host, certificate, chain, errors),
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
    };

    private bool Look(string host, X509Certificate? given, X509Chain? chain, SslPolicyErrors errors)
    {
        if (given is not X509Certificate2 certificate)
        {
            Problem = "certificate: the server sent none";
            return false;
        }
        (NotAfter, Subject) = (certificate.NotAfter.ToUniversalTime(), Names(certificate));
        var now = time.GetUtcNow().UtcDateTime;
        if (NotAfter < now)
            Problem = $"certificate: expired on {NotAfter:yyyy-MM-dd}, {(now - NotAfter.Value).Days} days ago";
        else if (certificate.NotBefore.ToUniversalTime() > now)
            Problem = $"certificate: not valid before {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd}";
        else if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            Problem = $"certificate: made for {Subject}, not for {host}";
        else if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && !IsTrusted(certificate, chain))
            Problem = $"certificate: its chain is not trusted ({string.Join(", ", chain?.ChainStatus.Select(s => s.Status.ToString()).Distinct() ?? [])})";
        return Problem is null;
    }

    /// <summary>Whether its chain leads to one of the authorities named in the server's settings.</summary>
    private bool IsTrusted(X509Certificate2 certificate, X509Chain? sent)
    {
        if (policy.TrustedCertificates is not { } file)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(certificate);
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames()).Take(4).ToList();
        return names.Count > 0 ? string.Join(", ", names) : certificate.GetNameInfo(X509NameType.DnsName, false);
    }
}
