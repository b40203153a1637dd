using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Whybot.Bot.Tests.Service;
using Whybot.Demo;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard;

/// <summary>
/// The demo's state, and a browser: a good deployment, a broken one, its fix; then one that fails by chance, one whose store is down, a pull request
/// whose checks fail with words that want to be more than words, and a delivery that nobody can read.
/// </summary>
public sealed partial class PagesState : IAsyncLifetime
{
    public const string Hostile = "AssertionError: <img src=x onerror=alert(1)> [click](javascript:alert(1)) <script>alert(1)</script> {{1}} @team/admins";
    private static readonly string Flaky = new('d', 40);
    private static readonly string Down = new('e', 40);
    private IPlaywright _playwright = null!;

    public World World { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>All pages that can be reached from the first.</summary>
    public IReadOnlyList<string> Addresses { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        World = await World.CreateAsync(Breakage.All.Single(b => b.Name == "renamed-field"), checks: false,
            (folder, github) => new ServiceInProcess(folder, github));
        await new Story(World, (_, _) => { }, _ => { }).TellAsync();
        await DeployAsync(4, Flaky, World.Fixed, "flaky-list");
        await DeployAsync(5, Down, Flaky, "store-down");
        var failing = Stage.FailingPull(World.GitHub, Hostile);
        await World.Service.PostAsync("workflow_run", "w-1", Stage.WorkflowRun(Stage.HeadSha));
        await World.Service.PostAsync("workflow_run", "w-2", "{ broken");
        await Wait.UntilAsync(() => failing.CheckRuns.Count > 0, () => World.Service.Output);
        while (!await World.Service.IsIdleAsync())
            await World.Service.SaysAsync(TestContext.Current.CancellationToken);
        Addresses = await CrawlAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync"],
        });
    }

    private async Task<IReadOnlyList<string>> CrawlAsync()
    {
        using var http = new HttpClient { BaseAddress = World.Service.Pages };
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["/"]));
        while (open.TryDequeue(out var address))
            if (seen.Add(address))
            {
                using var page = await http.GetAsync(address);
                if (!page.IsSuccessStatusCode)
                    throw new InvalidOperationException($"a page links to {address}, which answers {(int)page.StatusCode}");
                foreach (Match link in Link().Matches(await page.Content.ReadAsStringAsync()))
                    open.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        return [.. seen];
    }

    [GeneratedRegex("<a [^>]*?href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    /// <param name="before">The commit before it.</param>
    private async Task DeployAsync(int deployment, string sha, string before, string breakage)
    {
        World.Shop.Commit(sha, "Praise the shop", before, ("README.md", "@@ -1 +1 @@\n-Sells things.\n+Sells good things."));
        await World.DeployAsync(deployment, sha, Breakage.All.Single(b => b.Name == breakage));
        await World.DecidedAsync(sha, _ => { });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await World.DisposeAsync();
    }
}
