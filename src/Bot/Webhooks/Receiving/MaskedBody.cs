using System.Buffers;
using System.Text;
using System.Text.Json;
using Whybot.Analysis.Evidence;
using Whybot.Pipeline;
using Whybot.Setup;

namespace Whybot.Webhooks.Receiving;

/// <summary>A webhook's body as it is stored: titles, comments, names of branches and environments are anybody's words.</summary>
internal static class MaskedBody
{
    /// <param name="body">JSON, or a form with JSON in it.</param>
    /// <returns>The very bytes where they hold no secret, as nearly all do; else JSON with the secrets in its texts masked, and as text what is no JSON.</returns>
    public static byte[] Of(byte[] body, OwnSecrets own)
    {
        var json = FormBody.Json(body);
        return IsClean(json, own) ? body : Masked(body, json, own);
    }

    private static bool IsClean(byte[] json, OwnSecrets own)
    {
        var characters = ArrayPool<char>.Shared.Rent(json.Length);
        var text = characters.AsMemory(0, Encoding.UTF8.GetChars(json, characters));
        var isClean = Secrets.Find(text).Count == 0 && own.Redact(text).Equals(text);
        ArrayPool<char>.Shared.Return(characters);
        return isClean;
    }

    private static byte[] Masked(byte[] body, byte[] json, OwnSecrets own)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            using var masked = new MemoryStream(json.Length);
            using var writer = new Utf8JsonWriter(masked);
            var redacted = new RedactedJson(writer, own);
            redacted.Write(document.RootElement);
            writer.Flush();
            return redacted.Masked ? masked.ToArray() : body;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // It is not JSON, or a text in it is not UTF-8.
            return Encoding.UTF8.GetBytes(own.Redact(Secrets.Redact(Encoding.UTF8.GetString(json))));
        }
    }
}
