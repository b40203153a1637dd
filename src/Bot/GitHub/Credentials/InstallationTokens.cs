using System.Collections.Concurrent;
using Whybot.GitHub.Http;

namespace Whybot.GitHub.Credentials;

/// <summary>
/// Tokens of an App's installations: each lives an hour, is kept for 50 min, is asked for once however many want it, and is dropped when GitHub
/// refuses it.
/// </summary>
internal sealed class InstallationTokens(AppJwt app, GitHubApi api, TimeProvider time) : ITokenSource, IDisposable
{
    private static readonly Caller AsApp = new(0, AsApp: true);
    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(50);
    private readonly ConcurrentDictionary<long, Lazy<Task<(string Token, DateTimeOffset Until)>>> _tokens = new();

    public string AppToken => app.Token();

    public void Dispose() => app.Dispose();

    public async ValueTask<string> TokenAsync(long installation, CancellationToken cancel)
    {
        while (true)
        {
            var asked = _tokens.GetOrAdd(installation, id => new(() => AskAsync(id)));
            try
            {
                var (token, until) = await asked.Value.WaitAsync(cancel);
                if (time.GetUtcNow() < until)
                    return token;
            }
            catch when (!cancel.IsCancellationRequested)
            {
                // A failure is not kept: whoever asks next asks GitHub.
                _tokens.TryRemove(new(installation, asked));
                throw;
            }
            _tokens.TryRemove(new(installation, asked));
        }
    }

    public bool Drop(long installation, string token)
    {
        if (_tokens.TryGetValue(installation, out var asked) && asked.IsValueCreated && asked.Value.IsCompletedSuccessfully && asked.Value.Result.Token == token)
            _tokens.TryRemove(new(installation, asked));
        return true;
    }

    /// <summary>Not cancelled with the one who asked first: others wait for it too.</summary>
    private async Task<(string, DateTimeOffset)> AskAsync(long installation) => ((await api.CallAsync(AsApp, github => github.GitHubApps.CreateInstallationToken(installation), CancellationToken.None)).Token, time.GetUtcNow() + KeepFor);
}
