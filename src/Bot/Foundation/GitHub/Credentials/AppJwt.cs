using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Whybot.Foundation.GitHub.Credentials;

/// <summary>
/// The token with which a GitHub App authenticates as itself: RS256, issued one minute ago (clocks differ), valid for less than the 10 min that GitHub allows
/// (docs.github.com, "Generating a JSON Web Token for a GitHub App").
/// </summary>
internal sealed class AppJwt : IDisposable
{
    private const int Before = 60;
    private const int Valid = 9 * 60;
    private const int RenewBefore = 60;

    private readonly RSA _key = RSA.Create();
    private readonly long _app;
    private readonly TimeProvider _time;
    private (string Token, long Until) _last = ("", 0);

    /// <exception cref="ArgumentException">The text does not contain a private key.</exception>
    public AppJwt(long app, string pem, TimeProvider time)
    {
        (_app, _time) = (app, time);
        _key.ImportFromPem(pem);
    }

    public string Token()
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        lock (_key)
        {
            if (_last.Until - RenewBefore <= now)
                _last = (Sign(now), now + Valid);
            return _last.Token;
        }
    }

    public void Dispose() => _key.Dispose();

    private string Sign(long now)
    {
        var unsigned = $"{Part("""{"alg":"RS256","typ":"JWT"}""")}.{Part($$"""{"iat":{{now - Before}},"exp":{{now + Valid}},"iss":"{{_app}}"}""")}";
        return $"{unsigned}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(unsigned), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
