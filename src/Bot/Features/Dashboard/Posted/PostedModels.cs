using System.Text.Json;
using System.Text.Json.Nodes;
using Whybot.Memory.Effects;
using Whybot.Memory.Listings;
using Whybot.Publishing;

namespace Whybot.Features.Dashboard.Posted;

/// <summary>What was, or would have been, written on GitHub.</summary>
public sealed record PostedModel(IReadOnlyList<Effect> Effects, Paging Paging);

/// <summary>One thing that was, or would have been, written.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown as it is sent, with issue numbers filled in and secrets masked; null if it has no body.</param>
/// <param name="Rest">Whatever else it asks for, as JSON; null if nothing.</param>
public sealed record PostModel(Effect Effect, string Title, string? Body, string? Rest);

internal sealed class PostedReader(Listings listings, Texts texts)
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<PostedModel> AllAsync(int page, CancellationToken cancel)
    {
        var (shown, paging) = Paging.Of(await listings.EffectsAsync(Paging.Size + 1, Paging.Offset(page), cancel), page);
        return new PostedModel(shown, paging);
    }

    public async Task<PostModel?> OneAsync(long id, CancellationToken cancel)
    {
        if (await listings.EffectAsync(id, cancel) is not { } effect)
            return null;
        var (title, body) = Text(effect);
        body = body is null ? null : await texts.FinalAsync(effect.Repository, body, cancel);
        return new PostModel(effect, texts.Clean(title), body, body is null ? texts.Clean(JsonNode.Parse(effect.Draft)!.ToJsonString(Indented)) : null);
    }

    private static (string Title, string? Body) Text(Effect effect)
    {
        try
        {
            return Read(effect);
        }
        catch (JsonException)
        {
            // Another version wrote it, so it is shown as stored.
            return ($"{effect.Kind} {effect.Target}", null);
        }
    }

    private static (string Title, string? Body) Read(Effect effect)
    {
        switch (effect.Kind)
        {
            case CheckEffect.Kind:
                var check = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.CheckEffect)!.Check;
                return (check.Title, check.Summary);
            case IssueEffect.Kind:
                var issue = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.IssueEffect)!.Issue;
                return (issue.Title, issue.Body);
            case DigestEffect.Kind:
                return ("Weekly digest", JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.DigestEffect)!.Body);
            case CommitEffect.Kind:
                var commit = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.CommitEffect)!;
                return ($"{commit.Path} on {commit.Branch}", commit.Text);
            case CommentEffect.OnPull or CommentEffect.OnIssue or CommentEffect.Reply or CommentEffect.News or CommentEffect.Rules:
                var comment = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.CommentEffect)!;
                return ($"Comment on #{comment.Number}", comment.Body);
            default:
                return ($"{effect.Kind} {effect.Target}", null);
        }
    }
}
