using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard;

/// <summary>The pages in a real browser, in the demo's state. With WHYBOT_SCREENSHOTS=FOLDER each kind of page is drawn into it.</summary>
[Needs("a browser")]
public sealed partial class PagesTests(PagesState state) : IClassFixture<PagesState>
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("WHYBOT_SCREENSHOTS");
    private static readonly string[] Kinds = ["/", "/at", "/causes", "/causes/#", "/commits", "/deliveries", "/environments/#", "/flaky", "/posted",
        "/posted/#", "/record/#", "/runs/commit/#", "/runs/commit/#/evidence/#", "/runs/commit/#/files/#", "/runs/deployment/#",
        "/runs/deployment/#/evidence/#", "/runs/deployment/#/files/#"];

    private Uri Root => state.World.Service.Pages;

    private Task<IBrowserContext> ContextAsync(bool scripts = false, ColorScheme scheme = ColorScheme.Light, int width = 1280) =>
        state.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = scripts,
            BypassCSP = scripts,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 }
        });

    private static string KindOf(string address) =>
        address.StartsWith("/at/", StringComparison.Ordinal) ? "/at" : Numbers().Replace(Names().Replace(address.Split('?')[0], "/$1/#"), "/#");

    [Fact]
    public async Task Every_page_that_is_linked_opens_without_scripts_and_asks_nobody_else()
    {
        await using var context = await ContextAsync();
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.Console += (_, message) => problems.Add($"{page.Url}: {message.Text}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Root.ToString(), StringComparison.Ordinal)) problems.Add(
            $"{page.Url} asked for {request.Url}");
        };

        foreach (var address in state.Addresses)
        {
            (await page.GotoAsync(new Uri(Root, address).ToString()))!.Status.ShouldBe(200, address);
            (await page.Locator("h1").CountAsync()).ShouldBe(1, address);
            (await page.TitleAsync()).ShouldEndWith(" · Whybot");
            (await page.Locator("script, img, iframe, style, [style], [onclick]").CountAsync()).ShouldBe(0, address);
            await LinksAsync(page);
        }

        problems.ShouldBeEmpty();
        state.Addresses.Select(KindOf).Distinct().Order(StringComparer.Ordinal).ShouldBe(Kinds);
    }

    /// <summary>Each has words, and those within the page lead somewhere.</summary>
    private static async Task LinksAsync(IPage page)
    {
        // All at once: a page has hundreds, and each question to the browser takes milliseconds.
        var links = await page.Locator("a").EvaluateAllAsync<string[][]>("""
            links => links.map(a => [a.getAttribute('href'), a.textContent.trim() + (a.getAttribute('aria-label') ?? ''),
                `${[...document.querySelectorAll('[id]')].filter(e => '#' + e.id === a.getAttribute('href')).length}`])
            """);
        foreach (var link in links)
        {
            link[1].ShouldNotBeEmpty($"{page.Url} {link[0]}");
            if (link[0].StartsWith('#'))
                link[2].ShouldBe("1", $"{page.Url} {link[0]}");
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_kind_of_page_is_accessible_and_fits_a_telephone(ColorScheme scheme)
    {
        var pages = state.Addresses.Where(a => KindOf(a) != "/at").GroupBy(KindOf).Select(g => (Kind: g.Key, Address: g.Last())).ToList();
        await using var context = await ContextAsync(scripts: true, scheme);
        var page = await context.NewPageAsync();
        foreach (var (kind, address) in pages)
        {
            await page.SetViewportSizeAsync(1280, 900);
            await page.GotoAsync(new Uri(Root, address).ToString());
            await DrawAsync(page, kind, scheme);
            (await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id}, {v.Help}: {n.Html}")).ShouldBeEmpty();
            await page.SetViewportSizeAsync(390, 844);
            await DrawAsync(page, kind, scheme, "-phone");
            (await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{address} on a phone: {v.Id}, {v.Help}: {n.Html}")).ShouldBeEmpty();
            await page.SetViewportSizeAsync(360, 700);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360, address);
        }
    }

    [Fact]
    public async Task A_why_opens_its_evidence_at_the_line()
    {
        await using var context = await ContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Root, "/").ToString());
        await page.Locator("svg a[aria-label*=bbbbbbbb]").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "staging at bbbbbbbb" }).WaitForAsync();
        (await page.Locator(".lead").TextContentAsync())!.ShouldContain("no-go: 2 gates not met: critical, overall");
        var claim = page.Locator(".whys > li").First;
        (await claim.TextContentAsync())!.ShouldContain("What do the failing tests have in common that the passing ones do not? (established)");
        (await claim.Locator(".cited code").First.TextContentAsync())!.ShouldContain("the order has no field 'total'");

        await claim.Locator(".cited a").First.ClickAsync();

        page.Url.ShouldMatch(@"/runs/deployment/2/evidence/\d+#L\d+$");
        var marked = page.Locator("tr.marked");
        (await marked.Locator("th").TextContentAsync()).ShouldBe(page.Url.Split("#L")[1]);
        (await marked.TextContentAsync())!.ShouldContain("the order has no field 'total'");
        (await marked.BoundingBoxAsync())!.Y.ShouldBeLessThan(900);
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_and_a_run()
    {
        await using var context = await ContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Root, "/").ToString());
        await page.Keyboard.PressAsync("Tab");
        (await page.Locator(":focus").TextContentAsync()).ShouldBe("Skip to the content");
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 60 && await page.Locator("svg a:focus").CountAsync() == 0; i++)
            await page.Keyboard.PressAsync("Tab");
        (await page.Locator("svg a:focus").GetAttributeAsync("aria-label"))!.ShouldContain("aaaaaaaa: go");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "staging at aaaaaaaa" }).WaitForAsync();
    }

    [Fact]
    public async Task Pages_say_what_the_demo_shows()
    {
        await using var context = await ContextAsync();
        var page = await context.NewPageAsync();
        async Task<string> TextAsync(string address)
        {
            await page.GotoAsync(new Uri(Root, address).ToString());
            return Spaces().Replace((await page.Locator("main").InnerTextAsync()), " ");
        }

        (await TextAsync("/")).ShouldContain("? not ready staging of acme/shop");
        (await TextAsync("/causes")).ShouldContain("the order has no field 'total'");
        (await TextAsync("/causes")).ShouldContain("staging is not ready");
        (await TextAsync("/flaky")).ShouldContain("the most expensive first");
        (await TextAsync("/deliveries")).ShouldContain("w-2");
        (await TextAsync("/deliveries")).ShouldContain("✖ failed cannot be read: it is not JSON");
        (await TextAsync("/posted")).ShouldContain("✔ posted");
        (await TextAsync("/nowhere")).ShouldContain("There is no such page.");
        (await TextAsync("/runs/deployment/99")).ShouldContain("There is no such run.");
        (await TextAsync("/causes/a/b/c?page=-1")).ShouldContain("No such cause is known.");
    }

    [Fact]
    public async Task The_first_screen_of_a_run_says_what_broke_and_what_to_do_now()
    {
        await using var context = await ContextAsync(width: 390);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Root, "/runs/deployment/2").ToString());
        foreach (var words in new[] { "What broke: 1 cause", "the order has no field 'total'", "Now:", "Issue #" })
            (await page.GetByText(words).First.BoundingBoxAsync())!.Y.ShouldBeLessThan(844, words);

        await page.GotoAsync(new Uri(Root, "/runs/deployment/5").ToString());
        var text = await page.Locator("main").InnerTextAsync();
        text.ShouldContain("not ready");
        text.ShouldNotContain("Nothing failed");
        text.ShouldContain("What was probed");
    }

    [Fact]
    public async Task Causes_are_filtered_with_a_plain_form()
    {
        await using var context = await ContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Root, "/causes").ToString());
        var all = await page.Locator("tbody tr").CountAsync();
        await page.GetByLabel("Text").FillAsync("NO FIELD");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Filter" }).ClickAsync();

        page.Url.ShouldContain("text=NO+FIELD");
        (await page.Locator("tbody tr").CountAsync()).ShouldBeInRange(1, all - 1);
        (await page.GetByLabel("Text").InputValueAsync()).ShouldBe("NO FIELD");
        await page.GetByLabel("Text").FillAsync("<b>\"nowhere");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Filter" }).ClickAsync();
        (await page.Locator(".lead").TextContentAsync()).ShouldBe("No cause fits this filter.");
    }

    [Fact]
    public void Every_link_that_was_posted_on_GitHub_leads_to_something()
    {
        var links = state.World.GitHub.Repositories.Values.SelectMany(WebLinks.Posted).Distinct().ToList();

        links.Count.ShouldBeGreaterThan(5);
        links.Select(l => WebLinks.Problem(state.World.GitHub, l)).OfType<string>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_from_outside_are_shown_as_words()
    {
        await using var context = await ContextAsync(scripts: true);
        var page = await context.NewPageAsync();
        page.Dialog += (_, _) => Assert.Fail($"a script ran on {page.Url}");
        foreach (var address in state.Addresses.Where(a => KindOf(a) is "/runs/commit/#" or "/runs/commit/#/evidence/#" or "/causes" or "/causes/#"
            or "/posted/#" or "/runs/commit/#/files/#"))
        {
            await page.GotoAsync(new Uri(Root, address).ToString());
            (await page.Locator("img, script, a[href^='javascript:']").CountAsync()).ShouldBe(0, address);
        }
        await page.GotoAsync(new Uri(Root, "/runs/commit/1").ToString());
        (await page.Locator("main").InnerTextAsync()).ShouldContain("<img src=x onerror=alert(1)>");
    }

    private static async Task DrawAsync(IPage page, string kind, ColorScheme scheme, string width = "")
    {
        if (Screenshots is null)
            return;
        Directory.CreateDirectory(Screenshots);
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Screenshots, $"{Name(kind)}-{scheme}{width}.png".ToLowerInvariant()),
            FullPage = true
        });
    }

    private static string Name(string kind) => kind == "/" ? "overview" : kind.Trim('/').Replace("/#", "-one", StringComparison.Ordinal).Replace('/', '-');

    [GeneratedRegex(@"^/(environments|causes|record)/.+$")]
    private static partial Regex Names();

    [GeneratedRegex(@"/\d+(?:/results/.+|/logs/.+|/[^/]+\.(?:xml|json))?(?=/|$)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
