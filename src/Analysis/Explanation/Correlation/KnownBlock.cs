using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>
/// What an issue says its failures show. Either in the fenced JSON that .NET's build analysis uses for known issues: <c>ErrorMessage</c> or
/// <c>ErrorPattern</c>, a text or a list of texts that must all be there. Or in the table of Node.js' reliability reports, in the row <c>Reason</c>. An empty
/// one says nothing.
/// </summary>
internal sealed partial record KnownBlock(IReadOnlyList<string> Messages, IReadOnlyList<Regex> Patterns)
{
    private const int MaxJson = 16 * 1024;

    /// <returns>Null if the text has no such block, or only one that says nothing or cannot be read.</returns>
    public static KnownBlock? Of(string body)
    {
        if (Reasons().Matches(body) is [var reason])
            return Whitespace.Flat(Decoded(reason.Groups["text"].Value)) is { Length: > 0 } text ? new KnownBlock([text], []) : null;
        if (!body.Contains("\"Error", StringComparison.Ordinal))
            return null;
        foreach (Match fence in Fence().Matches(body))
            if (fence.Groups["json"] is { Length: <= MaxJson } json && Read(json.Value) is { } block)
                return block;
        return null;
    }

    /// <summary>
    /// The words that it spells out. Anyone may file an issue, and everything matches a pattern such as <c>.*</c>: only what the block itself spells out can
    /// tell a failure from others.
    /// </summary>
    public IReadOnlyList<Word> Words => [.. Messages.Concat(Patterns.Select(p => p.ToString())).SelectMany(Language.Messages.Words.Of).DistinctBy(w => w.Text)];

    /// <summary>The parts of a failure's text that it matches, one piece for each text and pattern; null if any of them is missing.</summary>
    public IReadOnlyList<string>? ShownBy(string text)
    {
        var shown = new List<string>();
        foreach (var message in Messages)
        {
            var at = text.IndexOf(message, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            shown.Add(text.Substring(at, message.Length));
        }
        foreach (var pattern in Patterns)
            try
            {
                if (pattern.Match(text) is not { Success: true, Length: > 0 } match)
                    return null;
                shown.Add(match.Value);
            }
            catch (RegexMatchTimeoutException)
            {
                return null;
            }
        return shown;
    }

    /// <summary>The text with its HTML entities resolved.</summary>
    private static string Decoded(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var (character, length) = html[at] == '&' ? Escapes.Entity(html, at) : (html[at], 1);
            text.Append(character);
            at += length;
        }
        return text.ToString();
    }

    private static KnownBlock? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var patterns = Texts(document.RootElement, "ErrorPattern").Where(p => p.Length <= KnownIssueRule.MaxPattern)
                .Select(KnownIssueRule.Compile).ToList();
            var messages = Texts(document.RootElement, "ErrorMessage").Select(m => Whitespace.Flat(m)).ToList();
            return messages.Count + patterns.Count == 0 ? null : new KnownBlock(messages, patterns);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(JsonElement block, string name) =>
        (!block.TryGetProperty(name, out var value) ? [] : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value])
            .Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!.Trim()).Where(v => v.Length > 0);

    /// <summary>A report with several such rows covers several problems.</summary>
    [GeneratedRegex(@"^ {0,3}\|[ *]*Reason[ *]*\|[ ]*(?:<code>|`)?(?<text>[^|<`\r\n]{0,500})", RegexOptions.CultureInvariant | RegexOptions.Multiline, 10000)]
    private static partial Regex Reasons();

    [GeneratedRegex(@"^```[^\n`]*\n(?<json>\s*\{.*?)^```", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline, 2000)]
    private static partial Regex Fence();
}
