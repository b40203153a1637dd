using Microsoft.Extensions.DependencyInjection;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Storage;
using Whybot.Foundation.WriteLimits;
using Whybot.Memory.RepositoryNames;
using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Bot.Tests.Foundation.GitHub;

/// <summary>The clients as the service registers them, with a store of their own.</summary>
internal sealed class GitHubBench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    /// <param name="time">Null for the system's.</param>
    public GitHubBench(GitHubSettings settings, TimeProvider? time = null)
    {
        var path = Path.Combine(_folder.Path, "whybot.db");
        _services = new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton<IDatabase>(_ => new SqliteDatabase(path))
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton<IRepositoryNames, Repositories>().AddSingleton<WriteSlots>().AddSingleton<WhybotMetrics>().AddGitHub().BuildServiceProvider();
    }

    /// <summary>As the fake's App, without a pause between writes.</summary>
    public static GitHubBench Of(FakeGitHub github) => new(Settings(github));

    public static GitHubSettings Settings(FakeGitHub github) => new()
    {
        ApiUrl = github.Url.ToString(),
        AppId = FakeApps.AppId,
        PrivateKey = github.Apps.PrivateKey,
        WriteSpacing = TimeSpan.Zero,
        Timeout = TimeSpan.FromSeconds(2),
        Silence = TimeSpan.FromSeconds(1),
    };

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }
}
