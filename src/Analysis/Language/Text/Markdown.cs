using System.Text.Encodings.Web;
using System.Text.Unicode;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Language.Text;

/// <summary>Writes Markdown in which text from outside is only inside code spans and fences that it cannot break out of.</summary>
public static class Markdown
{
    private const int MaxSpan = 200;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A code span, on one line, with secrets masked; its fence is longer than any run of backticks inside.</summary>
    public static string Code(string text, int most = MaxSpan)
    {
        var inside = WithoutMarkers(SafeText.OneLine(Secrets.Redact(SafeText.Head(text, most)), most));
        if (inside.Length == 0)
            inside = " ";
        var fence = new string('`', LongestRun(inside) + 1);
        var pad = inside.StartsWith('`') || inside.EndsWith('`') ? " " : "";
        return fence + pad + inside + pad + fence;
    }

    /// <summary>A code span for a table's cell, where an unescaped bar would end the cell even inside the span.</summary>
    public static string CellCode(string text, int most = MaxSpan) => Code(text, most).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>A fenced block.</summary>
    public static string Block(string text)
    {
        var inside = WithoutMarkers(SafeText.Lines(Secrets.Redact(text)).TrimEnd());
        var fence = new string('`', Math.Max(3, LongestRun(inside) + 1));
        return $"{fence}\n{inside}\n{fence}";
    }

    /// <param name="repository">Where links lead; null for no links.</param>
    public static string Of(Prose prose, RepositoryAddress? repository = null) => Of(prose, repository, Code);

    /// <inheritdoc cref="Of(Prose, RepositoryAddress?)"/>
    public static string Cell(Prose prose, RepositoryAddress? repository = null) => Of(prose, repository, CellCode);

    /// <summary>A code span that is a link.</summary>
    public static string Link(LinkedText link, RepositoryAddress? repository) => Link(Code(link.Text), link.Target, repository);

    /// <summary>For a <c>summary</c> tag, where GitHub reads no Markdown.</summary>
    public static string Html(Prose prose) => string.Concat(prose.Words.Select(p => p.Kind == Prose.Kind.Own ? Encoder.Encode(p.Text)
        : $"<code>{Encoder.Encode(WithoutMarkers(SafeText.OneLine(Secrets.Redact(SafeText.Head(p.Text, MaxSpan)), MaxSpan)))}</code>"));

    private static string Of(Prose prose, RepositoryAddress? repository, Func<string, int, string> code) => string.Concat(prose.Words.Select(p =>
        p.Kind == Prose.Kind.Own ? p.Text : Link(code(p.Text, MaxSpan), p.Target, repository)));

    /// <summary>A target is escaped by <see cref="LinkedText"/>; brackets and blanks cannot occur in it. One that holds a secret is left out.</summary>
    private static string Link(string text, string? target, RepositoryAddress? repository) =>
        target is null || repository is null || HoldsSecret(Uri.UnescapeDataString(target)) ? text : $"[{text}]({repository.Url}/{target})";

    private static bool HoldsSecret(string target) => Secrets.Redact(target) != target;

    /// <summary>The bot finds its own texts by hidden lines. None of them may come from outside, not even inside a span, where they would be found as
    /// well.</summary>
    private static string WithoutMarkers(string text) => text.Replace("<!--", "<! --", StringComparison.Ordinal);

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
