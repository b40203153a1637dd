using Whybot.GitHub.Records;

namespace Whybot.GitHub.Clients;

/// <summary>The App itself: who it is, where it is installed, which deliveries GitHub remembers.</summary>
internal sealed class AppsClient(GitHubConnection connection)
{
    private const int MostPages = 20;

    public async Task<GitHubApp> CurrentAsync(CancellationToken cancel) => Requests.Read(await GetAsync("app", cancel), GitHubJson.Default.GitHubApp);

    public async Task<HookConfig> HookAsync(CancellationToken cancel) => Requests.Read(await GetAsync("app/hook/config", cancel), GitHubJson.Default.HookConfig);

    public async Task<IReadOnlyList<Installation>> InstallationsAsync(CancellationToken cancel) =>
        Requests.Read(await GetAsync("app/installations?per_page=100", cancel), GitHubJson.Default.ListInstallation);

    /// <summary>Deliveries, newest first, back to a time.</summary>
    public async Task<IReadOnlyList<HookDelivery>> DeliveriesAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var deliveries = new List<HookDelivery>();
        string? next = "app/hook/deliveries?per_page=100";
        for (var page = 0; next is not null && page < MostPages; page++)
        {
            var answer = await GetAsync(next, cancel);
            var some = Requests.Read(answer, GitHubJson.Default.ListHookDelivery);
            deliveries.AddRange(some.Where(d => d.DeliveredAt >= since));
            next = some.Any(d => d.DeliveredAt < since) ? null : answer.Next;
        }
        return deliveries;
    }

    /// <summary>Asks GitHub to send a delivery again; it keeps its GUID.</summary>
    public Task RedeliverAsync(long delivery, CancellationToken cancel) =>
        connection.SendAsync(new GitHubRequest(HttpMethod.Post, $"app/hook/deliveries/{delivery}/attempts", 0, AsApp: true), cancel);

    public async Task<MiscellaneousRateLimit> RateLimitAsync(long installation, CancellationToken cancel) =>
        Requests.Read(await connection.SendAsync(new GitHubRequest(HttpMethod.Get, "rate_limit", installation), cancel), GitHubJson.Default.MiscellaneousRateLimit);

    /// <summary>Whom a plain token belongs to; null when it is an Actions token, which may not ask.</summary>
    public async Task<string?> LoginAsync(CancellationToken cancel)
    {
        try
        {
            return Requests.Read(await connection.SendAsync(new GitHubRequest(HttpMethod.Get, "user", 0), cancel), GitHubJson.Default.User).Login;
        }
        catch (GitHubException refused) when (refused.Status is System.Net.HttpStatusCode.Forbidden or System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private Task<GitHubAnswer> GetAsync(string path, CancellationToken cancel) =>
        connection.SendAsync(new GitHubRequest(HttpMethod.Get, path, 0, AsApp: true), cancel);
}
