namespace Whybot.Foundation.GitHub;

/// <summary>A part of a path that comes from outside, such as a branch or a file.</summary>
internal static class UrlPart
{
    /// <summary>Escaped, with its slashes.</summary>
    public static string Of(string text) => string.Join('/', text.Split('/').Select(Uri.EscapeDataString));
}
