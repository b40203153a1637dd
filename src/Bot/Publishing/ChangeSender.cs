using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>A change to an issue that a person asked for or that follows from the ledger's figures; repeating it changes nothing.</summary>
/// <param name="State">open or closed; null to leave it unchanged.</param>
/// <param name="StateReason">completed, not_planned, duplicate, reopened.</param>
internal sealed record ChangeEffect(int Issue, string? State, string? StateReason, IReadOnlyList<string> AddLabels, IReadOnlyList<string> RemoveLabels,
    IReadOnlyList<string> Assignees)
{
    public const string Kind = "change";

    public static ChangeEffect OfState(int issue, string state, string reason) => new(issue, state, reason, [], [], []);
}

/// <summary>Changes an issue's state, labels and assignees. The issue is read first, and only differences are written.</summary>
internal sealed class ChangeSender(IssuesClient issues) : EffectSender<ChangeEffect>
{
    public override string Kind => ChangeEffect.Kind;
    public override int Order => 1;
    public override bool Acts => true;

    public override string Describe(ChangeEffect draft) => $"change of #{draft.Issue}: " + string.Join(", ", new[] { draft.State }.OfType<string>()
        .Concat(draft.AddLabels.Select(l => $"+{l}")).Concat(draft.RemoveLabels.Select(l => $"-{l}")).Concat(draft.Assignees.Select(a => $"assign {a}")));

    public override string Link(ChangeEffect draft, long remoteId) => $"issues/{draft.Issue}";

    public override async Task<Sending> SendAsync(ChangeEffect draft, Effect effect, RepositoryRef repository, Func<string, Task> claim,
        CancellationToken cancel)
    {
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
