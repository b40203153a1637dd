using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>A draft pull request that reverts another one; its target is the number of that one, so there is one per pull request.</summary>
/// <param name="Title">The title of the cause that the pull request is suspected of.</param>
/// <param name="Thread">The thread where it was requested.</param>
internal sealed record RevertEffect(int Pull, string Title, int Thread)
{
    public const string Kind = "revert";
}

/// <summary>Opens a draft pull request that reverts another one, once: it can be found again by the branch name that GitHub gives it.</summary>
internal sealed class RevertSender(RepositoriesClient repositories) : EffectSender<RevertEffect>
{
    public override string Kind => RevertEffect.Kind;
    public override int Order => 1;
    public override bool Acts => true;

    public override string Describe(RevertEffect draft) => $"draft revert of #{draft.Pull}";

    public override string Link(RevertEffect draft, long remoteId) => $"pull/{remoteId}";

    public override async Task<Sending> SendAsync(RevertEffect draft, Effect effect, RepositoryRef repository, Func<string, Task> claim,
        CancellationToken cancel)
    {
        if (await repositories.PullAsync(repository, draft.Pull, cancel) is not { NodeId: { } node } pull)
            return new Sending.Withheld("the pull request is gone");
        if (await repositories.RevertOfAsync(repository, pull, cancel) is { } there)
            return new Sending.Sent(there.Number, "revert", Created: false);
        await claim("revert");
        var body = $"Reverts #{draft.Pull}, the suspect of {Markdown.Code(draft.Title)} (#{draft.Thread}). This is a draft: check that it really is the "
            + $"cause, and what else depends on it.\n";
        return new Sending.Sent(await repositories.RevertAsync(repository, node, body, cancel), "revert", Created: true);
    }
}
