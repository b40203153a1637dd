using System.Net;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.GitHub.Models;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>The App itself: who it is and where it is installed.</summary>
internal sealed class AppsClient(GitHubApi api, RawAnswers raw)
{
    private const int MostPages = 20;
    private static readonly Caller App = new(0, AsApp: true);

    public async Task<GitHubApp> CurrentAsync(CancellationToken cancel)
    {
        var answer = await raw.SendAsync(HttpMethod.Get, "app", App, null, cancel);
        var app = RawAnswers.Read(answer.Body, HandWrittenJson.Default.AppItself);
        return new GitHubApp(app.Id, app.Slug, app.Permissions ?? new Dictionary<string, string>(StringComparer.Ordinal), app.Events ?? []);
    }

    public async Task<IReadOnlyList<Installation>> InstallationsAsync(CancellationToken cancel)
    {
        var installations = new List<Installation>();
        await foreach (var page in raw.PagesAsync("app/installations?per_page=100", App, MostPages, cancel))
            installations.AddRange(RawAnswers.Read(page.Body, HandWrittenJson.Default.ListInstallation));
        return installations;
    }

    public async Task<RateLimit> RateLimitAsync(long installation, CancellationToken cancel)
    {
        var core = (await api.CallAsync(new Caller(installation), github => github.RateLimit.GetRateLimits(), cancel)).Resources.Core;
        return new RateLimit(core.Limit, core.Remaining);
    }

    /// <summary>The login of a plain token's owner; null for an Actions token, which is not allowed to ask.</summary>
    public async Task<string?> LoginAsync(CancellationToken cancel)
    {
        try
        {
            return (await api.CallAsync(new Caller(0), github => github.User.Current(), cancel)).Login;
        }
        catch (GitHubException refused) when (refused.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
