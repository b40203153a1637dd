using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Whybot.Features.Dashboard;

/// <summary>
/// Shows the bot's Markdown as HTML. Text from outside is in code spans. If some still gets out of one, all it can use is a few HTML tags
/// that only arrange text, and links to web pages; no images.
/// </summary>
internal static partial class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static MarkupString Of(string markdown)
    {
        try
        {
            var document = Markdown.Parse(WithoutComments(markdown), Pipeline);
            foreach (var tag in document.Descendants<HtmlInline>().Where(t => !OwnTags().IsMatch(t.Tag)).ToList())
                tag.ReplaceBy(new LiteralInline(tag.Tag));
            foreach (var block in document.Descendants<HtmlBlock>().Where(b => !OwnTags().IsMatch(b.Lines.ToString())).ToList())
                block.Parent![block.Parent.IndexOf(block)] = new CodeBlock(null!) { Lines = block.Lines };
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Tame(link);
            foreach (var link in document.Descendants<AutolinkInline>().Where(l => !IsWeb(l.Url)).ToList())
                link.ReplaceBy(new LiteralInline(link.Url));
            Indent([.. document.Descendants<HeadingBlock>()]);
            return new MarkupString(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested too deeply for Markdig.
            return new MarkupString($"<pre>{WebUtility.HtmlEncode(markdown)}</pre>");
        }
    }

    /// <summary>Moves headings below the page's own first heading, without skipping a level.</summary>
    private static void Indent(IReadOnlyList<HeadingBlock> headings)
    {
        var least = headings.Count == 0 ? 0 : headings.Min(h => h.Level);
        var before = 1;
        foreach (var heading in headings)
            before = heading.Level = Math.Min(before + 1, Math.Min(6, heading.Level - least + 2));
    }

    private static void Tame(LinkInline link)
    {
        if (link.IsImage || !IsWeb(link.Url))
            (link.IsImage, link.Url) = (false, "#main");
        else
            link.GetAttributes().AddProperty("rel", "noreferrer");
    }

    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>Removes the hidden comments that the bot uses to find its own texts; GitHub would hide them.</summary>
    private static string WithoutComments(string markdown) =>
        string.Join('\n', markdown.Split('\n').Where(l => !(l.TrimStart().StartsWith("<!-- whybot:", StringComparison.Ordinal)
            && l.TrimEnd().EndsWith("-->", StringComparison.Ordinal))));

    /// <summary>Tags without attributes that the bot writes itself, and plain text between them.</summary>
    [GeneratedRegex(@"\A(?:</?(?:br|sub|code|details|summary)>|[^<>])*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OwnTags();
}
