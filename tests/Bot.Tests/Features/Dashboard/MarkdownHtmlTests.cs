using Shouldly;
using Whybot.Features.Dashboard;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard;

public sealed class MarkdownHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    [InlineData("<details onclick=alert(1)><summary>x</summary></details>")]
    [InlineData("<details>\n<script>alert(1)</script>\n</details>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<div>\n\n# heading\n\n</div>")]
    public void Markup_is_shown_as_text(string markdown)
    {
        var html = MarkdownHtml.Of(markdown).Value;

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<a ");
        html.ShouldNotContain("<div");
        html.ShouldNotContain("<details onclick");
        html.ShouldContain("&lt;");
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("[x](/etc/passwd)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://evil.example/p.png)")]
    [InlineData("[x][r]\n\n[r]: vbscript:x")]
    public void Links_lead_to_web_pages_only(string markdown)
    {
        var html = MarkdownHtml.Of(markdown).Value;

        html.ShouldNotContain("href=\"javascript", Case.Insensitive);
        html.ShouldNotContain("href=\"data", Case.Insensitive);
        html.ShouldNotContain("href=\"/");
        html.ShouldNotContain("vbscript", Case.Insensitive);
        html.ShouldNotContain("<img");
    }

    [Fact]
    public void What_the_bot_writes_itself_looks_as_on_GitHub()
    {
        MarkdownHtml.Of("<details><summary>1 · Why</summary>\n\n| a | b |\n|---|---|\n| 1<br>2 | `x` |\n\n</details>\n<!-- whybot:run -->\n").Value
            .ShouldBe("<details><summary>1 · "
            + "Why</summary>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
            + "<tbody>\n<tr>\n<td>1<br>2</td>\n<td><code>x</code></td>\n</tr>\n</tbody>\n</table>\n</details>\n");
        MarkdownHtml.Of("### Go\n\n##### far\n\n# up").Value.ShouldBe("<h2>Go</h2>\n<h3>far</h3>\n<h2>up</h2>\n");
        MarkdownHtml.Of("[x](https://github.com/a)").Value.ShouldContain("<a href=\"https://github.com/a\" rel=\"noreferrer\">x</a>");
    }

    [Fact]
    public void What_is_nested_too_deep_is_shown_as_it_is() =>
        MarkdownHtml.Of(new string('>', 5000) + " <b>").Value.ShouldContain("&lt;b&gt;");
}
