using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Shouldly;
using Whybot.Publishing;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>Effects that waited when the store was upgraded are sent by today's program: it reads what earlier ones wrote.</summary>
public sealed class OldDraftTests
{
    private static readonly Dictionary<string, JsonTypeInfo> Shapes = new(StringComparer.Ordinal)
    {
        [CheckEffect.Kind] = EffectJson.Default.CheckEffect,
        [CommentEffect.OnPull] = EffectJson.Default.CommentEffect,
        [CommentEffect.OnIssue] = EffectJson.Default.CommentEffect,
        [CommentEffect.Reply] = EffectJson.Default.CommentEffect,
        [CommentEffect.News] = EffectJson.Default.CommentEffect,
        [CommentEffect.Rules] = EffectJson.Default.CommentEffect,
        [IssueEffect.Kind] = EffectJson.Default.IssueEffect,
        [SeenEffect.Kind] = EffectJson.Default.SeenEffect,
        [ChangeEffect.Kind] = EffectJson.Default.ChangeEffect,
        [RerunEffect.Kind] = EffectJson.Default.RerunEffect,
    };

    public static TheoryData<string> Stores => [.. OldStore.All.Where(s => !s.Data.StartsWith("01-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_draft_can_be_read(string name)
    {
        var (_, after) = await UpgradedStore.OfAsync(name);

        foreach (var effect in after.Tables["effects"])
            JsonSerializer.Deserialize(effect["draft"]!, Shapes[effect["kind"]!]).ShouldNotBeNull();
        after.Tables["effects"].Where(e => e["kind"] == CheckEffect.Kind)
            .Select(e => JsonSerializer.Deserialize(e["draft"]!, EffectJson.Default.CheckEffect)!.Name).Distinct()
            .ShouldBeSubsetOf(["Whybot", "Whybot: staging"]);
    }
}
