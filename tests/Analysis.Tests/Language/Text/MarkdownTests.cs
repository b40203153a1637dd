using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Shouldly;
using Whybot.Analysis.Language.Text;
using Xunit;
using Markdown = Whybot.Analysis.Language.Text.Markdown;

namespace Whybot.Analysis.Tests.Language.Text;

public sealed class MarkdownTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    public static TheoryData<string> Hostile =>
    [
        "@everyone look", "Fixes #12", "closes owner/repo#1", "GH-12", "https://evil.example/x", "[a](https://evil.example)",
            "![i](https://evil.example/i.png)", "<img src=x onerror=alert(1)>",
        "</details></details>", "<!-- whybot:run -->", "`", "``", "```\n@team\n```", "` @team `", "a`b``c```d", "| a | b |", "\\`@team\\`", "\u202Eevil\u202C",
            "zero\u200Bwidth", "\u001b[31mred\u001b[0m",
        "x\n\n# heading", "- item\n- item", "$(rm -rf /)", "${{ secrets.TOKEN }}", "&lt;b&gt;", "\0null", "@\u200Bteam", "~~~\n@team\n~~~",
            "<details><summary>@team", "*bold* _it_ ~~no~~", "http://a\u0000b",
        "ghp_0123456789abcdefABCDEF0123456789abcd", "::set-output name=x::y", "/close", "\r\n/why", "@" + new string('a', 5000), new string('`', 4000),
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_text_stays_inside_its_code_span(string text) => StaysInside(text).ShouldBeTrue();

    [Fact]
    public void Any_text_stays_inside_its_code_span() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => StaysInside(text ?? "")));

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_text_stays_inside_its_fence(string text)
    {
        var document = Markdig.Markdown.Parse($"before\n\n{Markdown.Block(text)}\n\nafter", Pipeline);

        document.Count.ShouldBe(3);
        document[1].ShouldBeOfType<FencedCodeBlock>();
    }

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_text_stays_inside_its_cell(string text)
    {
        var document = Markdig.Markdown.Parse($"| a | b |\n|---|---|\n| {Markdown.CellCode(text)} | end |\n", Pipeline);

        var table = document.ShouldHaveSingleItem().ShouldBeOfType<Markdig.Extensions.Tables.Table>();
        table.Count.ShouldBe(2);
        ((Markdig.Extensions.Tables.TableRow)table[1]).Count.ShouldBe(2);
        table.Descendants<LinkInline>().ShouldBeEmpty();
        table.Descendants<HtmlInline>().ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Hostile))]
    public void Prose_marks_every_hole_as_outside(string text)
    {
        Prose prose = $"the log says {text:q} and {text}.";

        var inlines = Markdig.Markdown.Parse(Markdown.Of(prose), Pipeline).ShouldHaveSingleItem().ShouldBeOfType<ParagraphBlock>().Inline!.ToList();
        inlines.OfType<CodeInline>().Count().ShouldBe(2);
        inlines.ShouldAllBe(i => i is CodeInline || i is LiteralInline);
        prose.ToString().ShouldNotContain("\n");
    }

    /// <summary>One paragraph: our words, one code span, our words; nothing hidden in it.</summary>
    private static bool StaysInside(string text)
    {
        var markdown = $"before {Markdown.Code(text)} after";
        if (Markdig.Markdown.Parse(markdown, Pipeline) is not [ParagraphBlock { Inline: { } inline }])
            return false;
        var inlines = inline.ToList();
        return inlines is [LiteralInline, CodeInline code, LiteralInline]
            && !code.Content.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
            && !code.Content.Contains("ghp_0", StringComparison.Ordinal);
    }
}
