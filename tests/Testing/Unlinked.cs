using System.Text.RegularExpressions;

namespace Whybot.Testing;

/// <summary>The bot's Markdown without the addresses of its links and without its hidden lines: what a person reads.</summary>
public static partial class Unlinked
{
    public static string Of(string markdown) => Hidden().Replace(Link().Replace(markdown, "$1"), "");

    [GeneratedRegex(@"\[([^\[\]]+|`[^`]+`)\]\(https?://[^)]+\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"<!-- whybot:page -->|^<!-- whybot:news -->\n\n?", RegexOptions.Multiline)]
    private static partial Regex Hidden();
}
