using Microsoft.Extensions.DependencyInjection;
using Whybot.Analysis.Language.Identity;
using Whybot.Bot.Tests.Hosts.Service;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Whybot.Memory.Effects;

namespace Whybot.Bot.Tests.Publishing;

/// <summary>The bot's parts as the program registers them, without a store and without GitHub.</summary>
internal static class BotServices
{
    public static ServiceProvider Build() => new ServiceCollection().AddLogging().AddBot(SettingsSource.Of([new("Whybot:GitHub:Token", "x")]))
        .AddSingleton<IDatabase>(new DownDatabase()).BuildServiceProvider();

    /// <summary>A row of the outbox for <c>team/shop</c>.</summary>
    public static Effect Row(string kind, string draft, long? remoteId = null) => new()
    {
        Id = 1,
        Repository = new RepositoryId(1),
        RepositoryName = new RepositoryName("team/shop"),
        Installation = 7,
        Kind = kind,
        Target = "target",
        Draft = draft,
        RemoteId = remoteId,
        State = "pending",
        DueAt = DateTimeOffset.UnixEpoch,
        Attempts = 0,
    };
}
