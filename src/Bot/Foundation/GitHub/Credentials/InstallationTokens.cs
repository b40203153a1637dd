using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.GitHub.Credentials;

/// <summary>
/// Tokens of an App's installations, each narrowed to one repository and to either reading or writing what the bot uses. A token is valid for an hour, is kept
/// for 50 min, is requested only once even if several callers want it, and is dropped when GitHub refuses it.
/// </summary>
internal sealed partial class InstallationTokens(AppJwt app, RawAnswers raw, TimeProvider time, ILogger<InstallationTokens> logger) : ITokenSource, IDisposable
{
    /// <summary>All permissions the bot ever uses; tokens never include others, even if the installation grants them.</summary>
    private static readonly string[] Used = ["metadata", "actions", "checks", "contents", "deployments", "issues", "pull_requests", "organization_projects"];

    private static readonly Caller AsApp = new(0, AsApp: true);
    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(50);
    private readonly ConcurrentDictionary<Scope, Lazy<Task<(string Token, DateTimeOffset Until)>>> _tokens = new();
    private readonly ConcurrentDictionary<long, Lazy<Task<(IReadOnlyDictionary<string, string> Permissions, DateTimeOffset Until)>>> _granted = new();

    /// <param name="Repository">Its id, or its name without the owner until GitHub's id is known; null for the whole installation.</param>
    private sealed record Scope(long Installation, (RepositoryId? Id, string? Name)? Repository, bool Writes)
    {
        public static Scope Of(Caller caller, bool writes) => new(caller.Installation, caller.Repository switch
        {
            null => null,
            { Id: { IsGitHubs: true } id } => (id, null),
            var named => (null, named.Name),
        }, writes);
    }

    public string AppToken => app.Token();

    public void Dispose() => app.Dispose();

    public ValueTask<string> TokenAsync(Caller caller, bool writes, CancellationToken cancel) =>
        KeptAsync(_tokens, Scope.Of(caller, writes), AskAsync, cancel);

    public bool Drop(Caller caller, string token)
    {
        foreach (var (scope, asked) in _tokens)
            if (scope.Installation == caller.Installation && asked is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var kept } }
                && kept.Token == token)
                _tokens.TryRemove(new(scope, asked));
        return true;
    }

    public void Forbidden(Caller caller)
    {
        _granted.TryRemove(caller.Installation, out _);
        foreach (var scope in _tokens.Keys.Where(s => s.Installation == caller.Installation))
            _tokens.TryRemove(scope, out _);
    }

    /// <summary>Returns the earlier answer until it is too old. Failures are not kept, so the next caller asks GitHub again.</summary>
    private async ValueTask<T> KeptAsync<TKey, T>(ConcurrentDictionary<TKey, Lazy<Task<(T Value, DateTimeOffset Until)>>> kept, TKey key,
        Func<TKey, Task<T>> ask, CancellationToken cancel)
        where TKey : notnull
    {
        while (true)
        {
            // Not cancelled together with the first caller: others are waiting for it too.
            var asked = kept.GetOrAdd(key, k => new(async () => (await ask(k), time.GetUtcNow() + KeepFor)));
            try
            {
                var (value, until) = await asked.Value.WaitAsync(cancel);
                if (time.GetUtcNow() < until)
                    return value;
            }
            catch when (!cancel.IsCancellationRequested)
            {
                kept.TryRemove(new(key, asked));
                throw;
            }
            kept.TryRemove(new(key, asked));
        }
    }

    private async Task<string> AskAsync(Scope scope)
    {
        var granted = await KeptAsync(_granted, scope.Installation, GrantedAsync, CancellationToken.None);
        var permissions = Used.Where(granted.ContainsKey).ToDictionary(name => name, name => scope.Writes && granted[name] != "read" ? "write" : "read",
            StringComparer.Ordinal);
        try
        {
            return await AskAsync(scope.Installation, new TokenScope(scope.Repository?.Id is { } id ? [id.Value] : null, scope.Repository?.Name is { } name
                ? [name] : null, permissions));
        }
        catch (GitHubException refused) when (refused.Status == HttpStatusCode.UnprocessableEntity)
        {
            // The installation no longer has the repository, or the permissions have changed since they were read.
            NotNarrowed(scope.Repository?.Name ?? $"{scope.Repository?.Id}", scope.Installation, refused.Answer);
            _granted.TryRemove(scope.Installation, out _);
            return await AskAsync(scope.Installation, new TokenScope(null, null, null));
        }
    }

    private async Task<string> AskAsync(long installation, TokenScope scope)
    {
        var answer = await raw.SendAsync(HttpMethod.Post, $"app/installations/{installation}/access_tokens", AsApp,
            JsonSerializer.SerializeToUtf8Bytes(scope, HandWrittenJson.Default.TokenScope), CancellationToken.None);
        return RawAnswers.Read(answer.Body, HandWrittenJson.Default.GivenToken).Token;
    }

    private async Task<IReadOnlyDictionary<string, string>> GrantedAsync(long installation) =>
        RawAnswers.Read((await raw.SendAsync(HttpMethod.Get, $"app/installations/{installation}", AsApp, null, CancellationToken.None)).Body,
            HandWrittenJson.Default.Installation).Permissions;

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "No token for repository {Repository} alone; one of the whole installation {Installation} is used: {Words}")]
    private partial void NotNarrowed(string repository, long installation, string words);
}
