using System.Text.Json;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Changes an issue's state, labels and assignees. The issue is read first, and only differences are written.</summary>
internal sealed class ChangeSender(IssuesClient issues) : IEffectSender
{
    public string Kind => ChangeEffect.Kind;
    public int Order => 1;

    public async Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel)
    {
        var draft = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.ChangeEffect)!;
        if (await issues.FindAsync(repository, draft.Issue, cancel) is not { } issue)
            return new Sending.Withheld("the issue is gone");
        var hash = Texts.Hash(effect.Draft);
        await claim(hash);
        if (draft.State is { } state && state != issue.State)
            await issues.UpdateAsync(repository, draft.Issue, new IssueChange(State: state, StateReason: draft.StateReason), cancel);
        var there = issue.Labels.Select(l => l.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (draft.AddLabels.Where(l => !there.Contains(l)).ToList() is { Count: > 0 } missing)
            await issues.AddLabelsAsync(repository, draft.Issue, missing, cancel);
        foreach (var label in draft.RemoveLabels.Where(there.Contains))
            await issues.RemoveLabelAsync(repository, draft.Issue, label, cancel);
        if (draft.Assignees.Count > 0)
            await issues.AssignAsync(repository, draft.Issue, draft.Assignees, cancel);
        return new Sending.Sent(draft.Issue, hash, Created: false);
    }
}
