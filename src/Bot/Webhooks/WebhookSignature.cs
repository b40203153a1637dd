using System.Security.Cryptography;
using System.Text;

namespace Whybot.Webhooks;

/// <summary>
/// Verifies <c>X-Hub-Signature-256: sha256=&lt;hex HMAC-SHA256(secret, raw body)&gt;</c> in constant time. Several secrets are accepted while they are rotated.
/// </summary>
internal sealed class WebhookSignature
{
    private const string Prefix = "sha256=";
    private const int HashSize = 32;

    private readonly IReadOnlyList<byte[]> _secrets;

    /// <exception cref="ArgumentException">No secret, or an empty one: a check without a secret would pass anything.</exception>
    public WebhookSignature(IReadOnlyList<string> secrets)
    {
        if (secrets.Count == 0 || secrets.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("a webhook secret is needed", nameof(secrets));
        _secrets = [.. secrets.Select(Encoding.UTF8.GetBytes)];
    }

    /// <returns>False for an absent, malformed or wrong signature alike.</returns>
    public bool Verify(string? header, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[HashSize];
        if (header is null || !header.StartsWith(Prefix, StringComparison.Ordinal) || header.Length != Prefix.Length + 2 * HashSize
            || Convert.FromHexString(header.AsSpan(Prefix.Length), given, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        Span<byte> wanted = stackalloc byte[HashSize];
        var valid = false;
        foreach (var secret in _secrets)
        {
            HMACSHA256.HashData(secret, body, wanted);
            valid |= CryptographicOperations.FixedTimeEquals(given, wanted);
        }
        return valid;
    }
}
