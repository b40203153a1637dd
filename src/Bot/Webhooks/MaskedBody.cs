using System.Buffers;
using System.Text;
using System.Text.Json;
using Whybot.Analysis.Evidence;
using Whybot.Pipeline;
using Whybot.Setup;

namespace Whybot.Webhooks;

/// <summary>A webhook's body as it is stored: titles, comments, names of branches and environments are anybody's words.</summary>
internal static class MaskedBody
{
    /// <returns>The very bytes where they hold no secret, as nearly all do; else JSON with the secrets in its texts masked, and as text what is no JSON.</returns>
    public static byte[] Of(byte[] body, OwnSecrets own) => IsClean(body, own) ? body : Masked(body, own);

    private static bool IsClean(byte[] body, OwnSecrets own)
    {
        var characters = ArrayPool<char>.Shared.Rent(body.Length);
        var text = characters.AsMemory(0, Encoding.UTF8.GetChars(body, characters));
        var isClean = Secrets.Find(text).Count == 0 && own.Redact(text).Equals(text);
        ArrayPool<char>.Shared.Return(characters);
        return isClean;
    }

    private static byte[] Masked(byte[] body, OwnSecrets own)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            using var masked = new MemoryStream(body.Length);
            using var writer = new Utf8JsonWriter(masked);
            var json = new RedactedJson(writer, own);
            json.Write(document.RootElement);
            writer.Flush();
            return json.Masked ? masked.ToArray() : body;
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetBytes(own.Redact(Secrets.Redact(Encoding.UTF8.GetString(body))));
        }
    }
}
