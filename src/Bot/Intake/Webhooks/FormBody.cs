using System.Net;

namespace Whybot.Intake.Webhooks;

/// <summary>A webhook with the form content type sends <c>payload=</c> followed by its JSON, URL-encoded.</summary>
internal static class FormBody
{
    private static ReadOnlySpan<byte> Field => "payload="u8;

    /// <summary>The JSON of a body of either content type.</summary>
    public static byte[] Json(byte[] body)
    {
        if (!body.AsSpan().StartsWith(Field))
            return body;
        var value = body.AsSpan(Field.Length);
        var length = value.IndexOf((byte)'&') is var end and >= 0 ? end : value.Length;
        return WebUtility.UrlDecodeToBytes(body, Field.Length, length) ?? [];
    }
}
