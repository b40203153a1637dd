using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Whybot.Storage;

namespace Whybot.Publishing;

/// <summary>Prints on standard output what would be written on GitHub.</summary>
internal static class DryRun
{
    public static void Print(Effect effect)
    {
        var (what, text) = effect.Kind switch
        {
            CheckEffect.Kind => Check(Read(effect, EffectJson.Default.CheckEffect)),
            IssueEffect.Kind => Issue(Read(effect, EffectJson.Default.IssueEffect)),
            SeenEffect.Kind => ($"table of issue #{Read(effect, EffectJson.Default.SeenEffect).Issue}", ""),
            _ => Comment(Read(effect, EffectJson.Default.CommentEffect)),
        };
        Console.WriteLine($"== dry run, {effect.Repository}: {what}\n{text}");
    }

    private static (string, string) Check(CheckEffect draft) =>
        ($"check run {draft.Name} on {draft.Sha}: {draft.Conclusion}, {draft.Check.Title}, {draft.Check.Annotations.Count} annotations", draft.Check.Summary);

    private static (string, string) Issue(IssueEffect draft) => ($"issue: {draft.Issue.Title} [{string.Join(", ", draft.Issue.Labels)}]", draft.Issue.Body);

    private static (string, string) Comment(CommentEffect draft) => ($"comment on #{draft.Number}", draft.Body);

    private static T Read<T>(Effect effect, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(effect.Draft, type)!;
}
