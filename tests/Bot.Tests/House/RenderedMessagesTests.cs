using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Markdig;
using Microsoft.Playwright;
using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.House;

/// <summary>
/// Every message in a real browser, in GitHub's style, on a desktop and on a phone. <c>WHYBOT_SCREENSHOTS=DIR</c> keeps what was seen, and the table of visible
/// lines.
/// </summary>
[Needs("a browser")]
public sealed partial class RenderedMessagesTests : IAsyncLifetime
{
    /// <summary>A comment's width in an issue on a desktop, and a phone's.</summary>
    private const int Desktop = 800;
    private const int Phone = 390;

    /// <summary>
    /// What somebody sees before unfolding anything: at most so many lines on a desktop, and two and a half times as many on a phone, which breaks them.
    /// </summary>
    private const int MostOfComment = 12;

    /// <summary>Documents that people open to read them whole.</summary>
    private static readonly Dictionary<string, int> Longer = new(StringComparer.Ordinal)
    {
        // A check run shows its title above, and the summary is read alone in the steps of a workflow: both begin with the answer.
        ["The check run"] = MostOfComment + 2,
        ["An issue for a new cause"] = 40,
        ["The worklog, on a branch if the settings name one"] = 200,
        ["The weekly digest"] = 30,
        ["The answer to `/help`"] = 80,
        ["The answer to `/plan`"] = 40,
        ["The check run of a deployment under way"] = 20,
    };

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().UseEmphasisExtras().Build();

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_message_fits_its_budget_of_lines_and_a_phone_cuts_nothing_off(ColorScheme colours)
    {
        var (table, wrong) = (new StringBuilder("| message | lines on a desktop | on a phone | at most |\n|---|---|---|---|\n"), new List<string>());
        await using var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = colours, JavaScriptEnabled = true });
        var page = await context.NewPageAsync();
        foreach (var message in PostedMessage.All)
        {
            var most = Longer.GetValueOrDefault(message.Name, MostOfComment);
            var (desktop, wide) = await SeeAsync(page, message, Desktop, colours);
            var (phone, narrow) = await SeeAsync(page, message, Phone, colours);
            table.Append($"| {message.Name} | {desktop} | {phone} | {most} |\n");
            if (desktop > most)
                wrong.Add($"{message.Name}: {desktop} lines are visible, at most {most} are wanted");
            if (phone * 2 > most * 5)
                wrong.Add($"{message.Name}: {phone} lines are visible on a phone, at most {most * 5 / 2} are wanted");
            wrong.AddRange(wide.Concat(narrow).Distinct().Select(cut => $"{message.Name}: cut off: {cut}"));
            if ((await page.RunAxe(new AxeRunOptions
            {
                Rules = new Dictionary<string, RuleOptions>
                {
                    // The page around a message, and how links and wide tables look, is GitHub's.
                    ["region"] = new() { Enabled = false },
                    ["page-has-heading-one"] = new() { Enabled = false },
                    ["heading-order"] = new() { Enabled = false },
                    ["link-in-text-block"] = new() { Enabled = false },
                    ["scrollable-region-focusable"] = new() { Enabled = false },
                }
            })).Violations is { Length: > 0 } violations)
                wrong.AddRange(violations.Select(v => $"{message.Name}: {v.Id}: {v.Nodes[0].Html}"));
        }
        if (Environment.GetEnvironmentVariable("WHYBOT_SCREENSHOTS") is { } folder)
            await File.WriteAllTextAsync(Path.Combine(folder, "lines.md"), table.ToString(), TestContext.Current.CancellationToken);

        wrong.ShouldBeEmpty();
    }

    /// <returns>How many lines of text are visible, and what is wider than the page.</returns>
    private static async Task<(int Lines, IReadOnlyList<string> Cut)> SeeAsync(IPage page, PostedMessage message, int width, ColorScheme colours)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.SetContentAsync(Html(message.Text));
        if (Environment.GetEnvironmentVariable("WHYBOT_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                FullPage = true,
                Path = Path.Combine(folder, $"{NotInFiles().Replace(message.Name, "-")}-{width}-{colours}.png"),
            });
        return (await page.EvaluateAsync<int>("""
            () => {
                const tops = [];
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    // What is folded away is not visible.
                    if (walker.currentNode.textContent.trim() === '' || !walker.currentNode.parentElement.checkVisibility()) continue;
                    const range = document.createRange();
                    range.selectNodeContents(walker.currentNode);
                    for (const box of range.getClientRects())
                        if (box.width > 1 && box.height > 1) tops.push(box.top + box.height / 2);
                }
                tops.sort((a, b) => a - b);
                return tops.filter((t, i) => i === 0 || t - tops[i - 1] > 8).length;
            }
            """), await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre, table'))
                .map(e => e.tagName + ': ' + e.textContent.slice(0, 60))
            """));
    }

    private static string Html(string markdown)
    {
        var style = File.ReadAllText(Path.Combine(Repository.Root, ".cache", "contract", "github-markdown.css"));
        return $"<!doctype html><html lang=\"en\"><head><title>A message</title><meta name=\"viewport\" content=\"width=device-width\"><style>{style}\n"
            + "body { margin: 0; padding: 16px; background: var(--bgColor-default, #fff) } @media (prefers-color-scheme: dark) { body { background: #0d1117 } }"
            + $"</style></head><body class=\"markdown-body\"><main>{Markdown.ToHtml(markdown, Pipeline)}</main></body></html>";
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInFiles();
}
