using System.Security.Cryptography;
using System.Text;

namespace Whybot.Testing;

/// <summary>Signatures as GitHub puts them on what it delivers.</summary>
public static class WebhookSignatures
{
    public static string Of(byte[] body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
