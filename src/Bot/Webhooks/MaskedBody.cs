using System.Text;
using System.Text.Json;
using Whybot.Analysis.Evidence;
using Whybot.Pipeline;
using Whybot.Setup;

namespace Whybot.Webhooks;

/// <summary>A webhook's body as it is stored: titles, comments, names of branches and environments are anybody's words.</summary>
internal static class MaskedBody
{
    /// <returns>JSON with the secrets in its texts masked; what is no JSON, as text.</returns>
    public static byte[] Of(byte[] body, OwnSecrets own)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            using var masked = new MemoryStream(body.Length);
            using (var writer = new Utf8JsonWriter(masked))
                RedactedJson.Write(document.RootElement, writer, own);
            return masked.ToArray();
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetBytes(own.Redact(Secrets.Redact(Encoding.UTF8.GetString(body))));
        }
    }
}
