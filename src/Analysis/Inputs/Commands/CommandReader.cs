using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Whybot.Analysis.Inputs.Commands;

/// <summary>A command that a person wrote.</summary>
/// <param name="Index">Position among the comment's commands, 1-based.</param>
/// <param name="Prefixed">Written as <c>/whybot NAME</c>: meant for this bot only.</param>
public sealed record Invocation(int Index, string Name, string Arguments, bool Prefixed)
{
    /// <summary>The command as written, on one line.</summary>
    public string Text => $"/{(Prefixed ? "whybot " : "")}{Name}{(Arguments.Length > 0 ? " " + Arguments : "")}";
}

/// <summary>
/// Finds commands in a comment: a line of a top-level paragraph that begins with a slash and a word. Commands in quotes, code, lists, HTML or links are only
/// mentioned, and are ignored.
/// </summary>
public static partial class CommandReader
{
    public const int Most = 10;
    private const int MaxCharacters = 70_000;
    private const int MaxArguments = 500;
    private const string Prefix = "whybot";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static IReadOnlyList<Invocation> Read(string markdown)
    {
        if (markdown.Length > MaxCharacters || !markdown.Contains('/', StringComparison.Ordinal))
            return [];
        MarkdownDocument tree;
        try
        {
            tree = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested too deeply for the parser: nobody writes commands like that.
            return [];
        }
        var lines = tree.OfType<ParagraphBlock>().SelectMany(Lines);
        return [.. lines.Select(l => Command().Match(l)).Where(m => m.Success).Take(Most).Select((m, i) => Of(m, i + 1))];
    }

    private static Invocation Of(Match match, int index)
    {
        var (name, rest) = (match.Groups["name"].Value.ToLowerInvariant(), match.Groups["rest"].Value.Trim());
        if (name != Prefix)
            return new Invocation(index, name, Cut(rest), Prefixed: false);
        var words = rest.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new Invocation(index, words.Length > 0 ? words[0].ToLowerInvariant() : "help", words.Length > 1 ? Cut(words[1]) : "", Prefixed: true);
    }

    private static string Cut(string text) => text.Length > MaxArguments ? text[..MaxArguments] : text;

    /// <summary>The paragraph's lines, except those that begin with anything but plain text.</summary>
    private static IEnumerable<string> Lines(ParagraphBlock paragraph)
    {
        var line = "";
        var plain = true;
        foreach (var inline in (IEnumerable<Inline>?)paragraph.Inline ?? [])
        {
            if (inline is LineBreakInline)
            {
                if (plain)
                    yield return line;
                (line, plain) = ("", true);
            }
            else if (inline is LiteralInline literal)
                line += literal.Content.ToString();
            else if (line.Length == 0)
                plain = false;
            else
                line += inline is CodeInline code ? code.Content : "";
        }
        if (plain)
            yield return line;
    }

    [GeneratedRegex(@"^/(?<name>[a-z][a-z-]{0,30})(?:[ \t]+(?<rest>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Command();
}
