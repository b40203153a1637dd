using System.Buffers;
using System.Text;
using System.Text.Json;
using Whybot.Analysis.Language.Redaction;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Intake.Webhooks.Receiving;

/// <summary>A webhook's body as it is stored, masked because titles, comments and names of branches and environments may contain anything.</summary>
internal static class MaskedBody
{
    /// <param name="body">JSON, or a form with JSON in it.</param>
    /// <returns>The same bytes if they contain no secret, as in nearly all cases; otherwise JSON with the secrets in its strings masked. What is not JSON is
    /// masked as text.</returns>
    public static byte[] Of(byte[] body, ConfiguredSecrets own)
    {
        var json = FormBody.Json(body);
        return IsClean(json, own) ? body : Masked(body, json, own);
    }

    private static bool IsClean(byte[] json, ConfiguredSecrets own)
    {
        var characters = ArrayPool<char>.Shared.Rent(json.Length);
        var text = characters.AsMemory(0, Encoding.UTF8.GetChars(json, characters));
        var isClean = Secrets.Find(text).Count == 0 && own.Redact(text).Equals(text);
        ArrayPool<char>.Shared.Return(characters);
        return isClean;
    }

    private static byte[] Masked(byte[] body, byte[] json, ConfiguredSecrets own)
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
            // It is not JSON, or a string in it is not UTF-8.
            return Encoding.UTF8.GetBytes(own.Redact(Secrets.Redact(Encoding.UTF8.GetString(json))));
        }
    }
}
