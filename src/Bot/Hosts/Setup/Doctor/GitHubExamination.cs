using System.Net;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Foundation.WriteLimits;
using Whybot.Memory.RepositoryNames;

namespace Whybot.Hosts.Setup.Doctor;

/// <summary>Checks the App as GitHub knows it: its key, permissions, events, webhook and installations; or a plain token.</summary>
internal sealed class GitHubExamination(GitHubSettings settings, IDatabase database)
{
    /// <summary>The minimum that the bot needs.</summary>
    public static readonly IReadOnlyDictionary<string, string> Permissions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["metadata"] = "read",
        ["actions"] = "read",
        ["checks"] = "write",
        ["contents"] = "read",
        ["deployments"] = "read",
        ["issues"] = "write",
        ["merge_queues"] = "read",
        ["pull_requests"] = "write",
    };

    /// <summary>The events that the App must subscribe to; installation events are always sent.</summary>
    public static readonly IReadOnlyList<string> Events = ["check_run", "check_suite", "deployment_status", "issue_comment", "issues", "merge_group",
        "pull_request", "pull_request_review", "pull_request_review_comment", "push", "repository", "workflow_job", "workflow_run"];

    private const string MendPermissions = "set it on the App's page under Permissions & events, then accept the new permissions in each installation";

    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton(database).AddSingleton(TimeProvider.System)
            .AddSingleton<WriteSlots>()
            .AddSingleton<IRepositoryNames, Repositories>().AddSingleton<WhybotMetrics>().AddGitHub().BuildServiceProvider();
        var apps = services.GetRequiredService<AppsClient>();
        await foreach (var finding in settings.IsApp ? AppAsync(apps, services.GetRequiredService<HookDeliveries>(), cancel) : TokenAsync(apps, cancel))
            yield return finding;
    }

    private async IAsyncEnumerable<Finding> AppAsync(AppsClient apps, HookDeliveries hooks,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (app, refused) = await AskAsync("the App", () => apps.CurrentAsync(cancel), "check Whybot:GitHub:AppId, the private key and this machine's clock");
        if (refused is not null)
            yield return refused;
        if (app is null)
            yield break;
        yield return Finding.Good($"GitHub: {settings.ApiUrl} knows the App {app.Slug}");
        foreach (var finding in Compare("the App", app.Permissions, app.Events, MendPermissions))
            yield return finding;
        var (hook, noHook) = await AskAsync("the webhook's settings", () => hooks.ConfigAsync(cancel), "set a webhook on the App's page");
        foreach (var finding in hook is null ? [noHook!] : Hook(hook))
            yield return finding;
        var (installations, noList) = await AskAsync("installations", () => apps.InstallationsAsync(cancel), "try again");
        if (noList is not null)
            yield return noList;
        if (installations is { Count: 0 })
            yield return Finding.Bad("GitHub: the App is installed nowhere", "install it from its page, Install App");
        foreach (var installation in installations ?? [])
            foreach (var finding in Installed(installation))
                yield return finding;
    }

    private async IAsyncEnumerable<Finding> TokenAsync(AppsClient apps, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (limits, refused) = await AskAsync("the token", () => apps.RateLimitAsync(0, cancel), "give a valid token in Whybot__GitHub__Token");
        yield return refused ?? Finding.Good($"GitHub: {settings.ApiUrl} takes the token; {limits!.Remaining} of {limits.Limit} requests are left this hour");
    }

    private static IEnumerable<Finding> Hook(HookConfig hook)
    {
        if (string.IsNullOrEmpty(hook.Url))
            yield return Finding.Bad("webhook: no URL", "set https://HOST/webhooks/github on the App's page");
        else
            yield return hook.Url.EndsWith("/webhooks/github", StringComparison.Ordinal) ? Finding.Good($"webhook: goes to {hook.Url}")
                : Finding.Bad($"webhook: goes to {hook.Url}", "it must end with /webhooks/github, unless something in between changes the path");
        if (hook.ContentType is not ("json" or "form"))
            yield return Finding.Bad($"webhook: its content type is {hook.ContentType}", "set it to application/json");
        if (hook.InsecureSsl.ToString() != "0")
            yield return Finding.Bad("webhook: certificates are not verified", "enable SSL verification");
        if (string.IsNullOrEmpty(hook.Secret))
            yield return Finding.Bad("webhook: it has no secret", "set one, the same as Whybot__Webhook__Secrets__0");
    }

    private static IEnumerable<Finding> Installed(Installation installation)
    {
        var where = $"installation {installation.Account?.Login ?? $"{installation.Id}"}";
        if (installation.SuspendedAt is not null)
            return [Finding.Bad($"{where}: suspended", "unsuspend it in the organisation's settings, GitHub Apps")];
        return Compare(where, installation.Permissions, installation.Events, "accept the App's new permissions in the organisation's settings, GitHub Apps");
    }

    private static IEnumerable<Finding> Compare(string who, IReadOnlyDictionary<string, string>? permissions, IReadOnlyList<string>? events, string fix)
    {
        var lacking = Permissions.Where(p => permissions?.GetValueOrDefault(p.Key) is not { } has
            || (p.Value == "write" && has != "write" && has != "admin")).Select(p => $"{p.Key}: {p.Value}").ToList();
        var deaf = Events.Except(events ?? []).ToList();
        if (lacking.Count > 0)
            yield return Finding.Bad($"{who} lacks permissions: {string.Join(", ", lacking)}", fix);
        if (deaf.Count > 0)
            yield return Finding.Bad($"{who} does not get events: {string.Join(", ", deaf)}", fix);
        if (lacking.Count + deaf.Count == 0)
            yield return Finding.Good($"{who} has the permissions and events that are needed");
    }

    private static async Task<(T? Answer, Finding? Refused)> AskAsync<T>(string what, Func<Task<T>> ask, string fix) where T : class
    {
        try
        {
            return (await ask(), null);
        }
        catch (GitHubException refused)
        {
            return (null, Finding.Bad($"GitHub: {what}: {refused.Message}", refused.Status == HttpStatusCode.NotFound
                ? $"{fix}; or correct Whybot:GitHub:ApiUrl" : fix));
        }
        catch (GitHubUnreachableException unreachable)
        {
            return (null, Finding.Bad($"GitHub: {what}: {unreachable.Message}", "check Whybot:GitHub:ApiUrl, the network and proxies"));
        }
        catch (RetryLaterException limited)
        {
            return (null, Finding.Bad($"GitHub: {what}: {limited.Message}", $"wait until {limited.Until:HH:mm:ss} UTC"));
        }
    }
}
