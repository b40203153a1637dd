using System.Diagnostics;
using Whybot.Foundation.Metrics;

namespace Whybot.Intake.Webhooks.Receiving;

/// <summary>
/// Runs before Octokit's endpoint and lets through what GitHub has sent: signed with one of the secrets, identified by a GUID, at most 25 MB, and received in
/// bounded memory. It passes the request on as JSON without a body or a signature, since the endpoint would copy the body and supports only one secret.
/// </summary>
internal sealed class WebhookGuard(WebhookSignature signature, InboundBodies bodies, WhybotMetrics metrics)
{
    /// <summary>GitHub's own limit for a payload.</summary>
    public const int MaxBody = 25 * 1024 * 1024;

    private const string Signature = "X-Hub-Signature-256";
    private const int MaxHeader = 100;

    /// <param name="octokit">Octokit's endpoint.</param>
    public async Task InvokeAsync(HttpContext context, RequestDelegate octokit)
    {
        var began = Stopwatch.GetTimestamp();
        var status = await AnswerAsync(context, octokit);
        context.Response.StatusCode = status;
        metrics.AckTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("status", status));
    }

    private async Task<int> AnswerAsync(HttpContext context, RequestDelegate octokit)
    {
        var request = context.Request;
        if (request.ContentLength > MaxBody)
            return StatusCodes.Status413PayloadTooLarge;
        if (signature.Begin(request.Headers[Signature]) is not { } check)
            return StatusCodes.Status401Unauthorized;
        using var body = bodies.Begin(request.BodyReader, check);
        try
        {
            switch (await body.ReceiveAsync(context.RequestAborted))
            {
                case Receipt.Dropped:
                    return Close(context, StatusCodes.Status408RequestTimeout);
                case Receipt.NoRoom:
                    return Close(context, StatusCodes.Status503ServiceUnavailable);
            }
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode;
        }
        if (!body.IsSigned())
            return StatusCodes.Status401Unauthorized;
        return HasWhatGitHubSends(request) ? await PassAsync(context, octokit, body.ToArray()) : StatusCodes.Status400BadRequest;
    }

    private static async Task<int> PassAsync(HttpContext context, RequestDelegate octokit, byte[] body)
    {
        var reception = context.RequestServices.GetRequiredService<Reception>();
        reception.Body = body;
        context.Request.Headers.Remove(Signature);
        context.Request.Body = Stream.Null;
        context.Request.ContentLength = 0;
        context.Request.ContentType = "application/json";
        await octokit(context);
        return reception.Status ?? (context.Response.StatusCode >= 400 ? context.Response.StatusCode : StatusCodes.Status500InternalServerError);
    }

    /// <summary>Does not wait for the rest of the body.</summary>
    private static int Close(HttpContext context, int status)
    {
        context.Response.Headers.Connection = "close";
        return status;
    }

    /// <summary>False if a header that GitHub always sends is missing or absurd.</summary>
    private static bool HasWhatGitHubSends(HttpRequest request)
    {
        var target = request.Headers["X-GitHub-Hook-Installation-Target-ID"].ToString();
        return IsName(request.Headers["X-GitHub-Delivery"].ToString()) && IsName(request.Headers["X-GitHub-Event"].ToString())
            && (target.Length == 0 || long.TryParse(target, out _));
    }

    private static bool IsName(string header) => header.Length is > 0 and <= MaxHeader && !string.IsNullOrWhiteSpace(header);
}
