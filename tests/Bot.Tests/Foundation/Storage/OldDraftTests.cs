using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Whybot.Bot.Tests.Publishing;
using Whybot.Publishing;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>Effects that waited when the store was upgraded are sent by today's program: it reads what earlier ones wrote.</summary>
[Needs("PostgreSQL")]
public sealed class OldDraftTests
{
    public static TheoryData<string> Stores => [.. OldStore.All.Where(s => !s.Data.StartsWith("01-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_draft_can_be_read(string name)
    {
        var (_, after) = await UpgradedStore.OfAsync(name);

        await using var services = BotServices.Build();
        var senders = services.GetRequiredService<EffectSenders>();
        foreach (var row in after.Tables["effects"])
            senders.Find(row["kind"]!).ShouldNotBeNull(row["kind"]).Describe(BotServices.Row(row["kind"]!, row["draft"]!)).Line.ShouldNotBeEmpty();
        after.Tables["effects"].Where(e => e["kind"] == CheckEffect.Kind)
            .Select(e => EffectJson.Read<CheckEffect>(e["draft"]!).Name).Distinct()
            .ShouldBeSubsetOf(["Whybot", "Whybot: staging"]);
    }
}
