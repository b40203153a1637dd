using System.Diagnostics;
using Whybot.Queue;
using Whybot.Setup;
using Whybot.Storage;

namespace Whybot.Webhooks;

/// <summary>
/// <c>POST /webhooks/github</c>: verify the raw bytes, store them durably with the secrets in them masked, answer 202. Nobody is called before the answer:
/// GitHub waits 10 s, and never repeats by itself.
/// </summary>
internal sealed partial class WebhookEndpoint(WebhookSignature signature, OwnSecrets own, DeliveryStore store, Wakeups wakeups, TimeProvider time,
    Measurements measurements, ILogger<WebhookEndpoint> logger)
{
    /// <summary>GitHub's own limit of a payload.</summary>
    public const int MaxBody = 25 * 1024 * 1024;
    private const int MaxHeader = 100;

    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var status = await AnswerAsync(request, cancel);
        measurements.AckTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("status", status));
        return Results.StatusCode(status);
    }

    private async Task<int> AnswerAsync(HttpRequest request, CancellationToken cancel)
    {
        byte[] body;
        try
        {
            body = await ReadAsync(request, cancel);
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode;
        }
        if (!signature.Verify(request.Headers["X-Hub-Signature-256"], body))
            return StatusCodes.Status401Unauthorized;
        if (DeliveryOf(request, body) is not { } delivery)
            return StatusCodes.Status400BadRequest;
        try
        {
            var isNew = await store.AddAsync(delivery, cancel);
            wakeups.Deliveries.Signal();
            Stored(delivery.Guid, delivery.Event, isNew ? "new" : "again");
            return StatusCodes.Status202Accepted;
        }
        catch (StoreUnavailableException failure)
        {
            NotStored(failure, delivery.Guid);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MaxBody)
            throw new BadHttpRequestException("the body is too large", StatusCodes.Status413PayloadTooLarge);
        using var body = new MemoryStream((int)(request.ContentLength ?? 16 * 1024));
        await request.Body.CopyToAsync(body, cancel);
        return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }

    /// <summary>Null when a header that GitHub always sends is absent or absurd.</summary>
    private Delivery? DeliveryOf(HttpRequest request, byte[] body)
    {
        var guid = request.Headers["X-GitHub-Delivery"].ToString();
        var name = request.Headers["X-GitHub-Event"].ToString();
        var target = request.Headers["X-GitHub-Hook-Installation-Target-ID"].ToString();
        if (guid.Length is 0 or > MaxHeader || name.Length is 0 or > MaxHeader || (!long.TryParse(target, out var id) && target.Length > 0))
            return null;
        return new Delivery(guid, id, name, MaskedBody.Of(body, own), time.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Delivery} ({Event}) stored, {State}")]
    private partial void Stored(string delivery, string @event, string state);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be stored; answered 503")]
    private partial void NotStored(Exception failure, string delivery);
}
