using System.Net;
using System.Text;

namespace Whybot.Features.Deployments.Probes;

/// <summary>One GET, without a token, cookies or redirects, and reading no more of the answer than needed.</summary>
internal sealed class HttpLook(GuardedDialer dialer, ProbePolicy policy, TimeProvider time)
{
    private const int MostBytes = 64 * 1024;

    /// <exception cref="ProbeException">There was no answer, or a redirect.</exception>
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(Uri address, CancellationToken cancel)
    {
        var certificates = new CertificateCheck(policy, time);
        using var http = new HttpClient(dialer.Handler(certificates, address.Host)) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("whybot-probe");
        try
        {
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)answer.StatusCode is >= 300 and < 400)
                throw new ProbeException($"{(int)answer.StatusCode} redirects to {answer.Headers.Location}; redirects are not followed");
            return (answer.StatusCode, await BodyAsync(answer, cancel));
        }
        catch (HttpRequestException failure)
        {
            throw new ProbeException(certificates.Problem ?? Why(failure), failure) { NotAllowed = Said(failure)?.NotAllowed == true };
        }
    }

    private static async Task<string> BodyAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var from = await answer.Content.ReadAsStreamAsync(cancel);
        var bytes = new byte[MostBytes];
        var length = await from.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>The failure's message; the dialer's own if it was the dialer that failed.</summary>
    public static string Why(Exception failure) => Said(failure)?.Message ?? failure.GetBaseException().Message;

    /// <summary>The dialer's failure; null if the failure came later.</summary>
    public static ProbeException? Said(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
            if (inner is ProbeException said)
                return said;
        return null;
    }
}
