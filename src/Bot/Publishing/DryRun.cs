using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Prints to standard output what would be written on GitHub.</summary>
internal static class DryRun
{
    public static void Print(Effect effect)
    {
        var (what, text) = effect.Kind switch
        {
            CheckEffect.Kind => Check(Read(effect, EffectJson.Default.CheckEffect)),
            IssueEffect.Kind => Issue(Read(effect, EffectJson.Default.IssueEffect)),
            DispatchEffect.Kind => Dispatch(Read(effect, EffectJson.Default.DispatchEffect)),
            CommitEffect.Kind => Commit(Read(effect, EffectJson.Default.CommitEffect)),
            ChangeEffect.Kind => Change(Read(effect, EffectJson.Default.ChangeEffect)),
            RerunEffect.Kind => ($"rerun of workflow run {Read(effect, EffectJson.Default.RerunEffect).Run}", ""),
            RevertEffect.Kind => ($"draft revert of #{Read(effect, EffectJson.Default.RevertEffect).Pull}", ""),
            SeenEffect.Kind => ($"table of issue #{Read(effect, EffectJson.Default.SeenEffect).Issue}", ""),
            DigestEffect.Kind => ("weekly digest", Read(effect, EffectJson.Default.DigestEffect).Body),
            _ => Comment(Read(effect, EffectJson.Default.CommentEffect)),
        };
        Console.WriteLine($"== dry run, {effect.RepositoryName}: {what}\n{text}");
    }

    private static (string, string) Check(CheckEffect draft) =>
        ($"check run {draft.Name} on {draft.Sha}: {draft.Conclusion ?? "in progress"}, {draft.Check.Title}, {draft.Check.Annotations.Count} annotations",
            draft.Check.Summary);

    private static (string, string) Issue(IssueEffect draft) => ($"issue: {draft.Issue.Title} [{string.Join(", ", draft.Issue.Labels)}]", draft.Issue.Body);

    private static (string, string) Dispatch(DispatchEffect draft) => ($"start of {draft.Workflow}: {draft.Reason}", "");

    private static (string, string) Commit(CommitEffect draft) => ($"commit of {draft.Path} to {draft.Branch}", draft.Text);

    private static (string, string) Change(ChangeEffect draft) =>
        ($"change of #{draft.Issue}: "
            + $"{string.Join(", ", new[] { draft.State }.OfType<string>().Concat(draft.AddLabels.Select(l => $"+{l}")).Concat(draft.RemoveLabels.Select(l => $"-{l}")).Concat(draft.Assignees.Select(a => $"assign {a}")))}", "");

    private static (string, string) Comment(CommentEffect draft) => ($"comment on #{draft.Number}", draft.Body);

    private static T Read<T>(Effect effect, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(effect.Draft, type)!;
}
