using System.Text.Json;
using System.Text.Json.Nodes;
using Whybot.Memory.Effects;
using Whybot.Memory.Overviews;
using Whybot.Publishing;

namespace Whybot.Features.Dashboard.Posted;

/// <summary>What was, or would have been, written on GitHub.</summary>
public sealed record PostedModel(IReadOnlyList<ListedPost> Posts, Paging Paging);

/// <param name="Title">One line for people.</param>
public sealed record ListedPost(Effect Effect, string Title);

/// <summary>One thing that was, or would have been, written.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown as it is sent, with issue numbers filled in and secrets masked; null if it has no body.</param>
/// <param name="Rest">Whatever else it asks for, as JSON; null if nothing.</param>
public sealed record PostModel(Effect Effect, string Title, string? Body, string? Rest);

internal sealed class PostedReader(Listings listings, EffectSenders senders, Texts texts)
{
    public const string Address = "/posted";

    public static readonly PageGroup Pages = PageGroup.Of<PostedReader>(Address, "Posted", app =>
    {
        app.MapGet(Address, async (PageRenderer pages, PostedReader reader, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<PostedPage, PostedModel>(await reader.AllAsync(DashboardEndpoints.Number(page), cancel)));
        app.MapGet("/posted/{id:long}", (PageRenderer pages, PostedReader reader, long id, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<PostPage, PostModel>(pages, reader.OneAsync(id, cancel), "Nothing of that number was posted."));
    });

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<PostedModel> AllAsync(int page, CancellationToken cancel)
    {
        var (shown, paging) = Paging.Of(await listings.EffectsAsync(Paging.Size + 1, Paging.Offset(page), cancel), page);
        return new PostedModel([.. shown.Select(e => new ListedPost(e, texts.Clean(Describe(e).Line)))], paging);
    }

    public async Task<PostModel?> OneAsync(long id, CancellationToken cancel)
    {
        if (await listings.EffectAsync(id, cancel) is not { } effect)
            return null;
        var (title, body) = Describe(effect);
        body = body is null ? null : await texts.FinalAsync(effect.Repository, body, cancel);
        return new PostModel(effect, texts.Clean(title), body, body is null ? texts.Clean(JsonNode.Parse(effect.Draft)!.ToJsonString(Indented)) : null);
    }

    private EffectDescription Describe(Effect effect)
    {
        try
        {
            if (senders.Find(effect.Kind)?.Describe(effect) is { } described)
                return described with { Line = Words.ShortCommits($"{char.ToUpperInvariant(described.Line[0])}{described.Line[1..]}") };
        }
        catch (JsonException)
        {
            // Another version wrote it, so it is shown as stored.
        }
        return new EffectDescription(Words.ShortCommits($"{effect.Kind} {effect.Target}"), null);
    }
}
