using System.Security.Cryptography;
using System.Text;

namespace Whybot.Intake.Webhooks.Receiving;

/// <summary>
/// Verifies <c>X-Hub-Signature-256: sha256=&lt;hex HMAC-SHA256(secret, raw body)&gt;</c> in constant time, while the body arrives. Several secrets are
/// accepted while they are being rotated.
/// </summary>
internal sealed class WebhookSignature
{
    private const string Prefix = "sha256=";

    private readonly IReadOnlyList<byte[]> _secrets;

    /// <exception cref="ArgumentException">No secret, or an empty one: a check without a secret would accept anything.</exception>
    public WebhookSignature(IReadOnlyList<string> secrets)
    {
        if (secrets.Count == 0 || secrets.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("a webhook secret is needed", nameof(secrets));
        _secrets = [.. secrets.Select(Encoding.UTF8.GetBytes)];
    }

    /// <returns>Null if the header is missing or malformed: whatever the body is, its signature is wrong.</returns>
    public SignatureCheck? Begin(string? header)
    {
        var given = new byte[HMACSHA256.HashSizeInBytes];
        return header is not null && header.StartsWith(Prefix, StringComparison.Ordinal) && header.Length == Prefix.Length + 2 * given.Length
            && Convert.FromHexString(header.AsSpan(Prefix.Length), given, out _, out _) == System.Buffers.OperationStatus.Done
            ? new SignatureCheck(given, _secrets) : null;
    }
}

/// <summary>Checks one body against the signature that came with it.</summary>
internal sealed class SignatureCheck(byte[] given, IReadOnlyList<byte[]> secrets) : IDisposable
{
    private readonly IncrementalHash[] _hashes = [.. secrets.Select(s => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, s))];

    /// <summary>Adds the next bytes of the body.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var hash in _hashes)
            hash.AppendData(bytes);
    }

    /// <summary>Whether one of the secrets signed what was added. Every secret is tried, so that the time taken reveals nothing.</summary>
    public bool Holds()
    {
        Span<byte> wanted = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var holds = false;
        foreach (var hash in _hashes)
        {
            hash.GetHashAndReset(wanted);
            holds |= CryptographicOperations.FixedTimeEquals(given, wanted);
        }
        return holds;
    }

    public void Dispose()
    {
        foreach (var hash in _hashes)
            hash.Dispose();
    }
}
