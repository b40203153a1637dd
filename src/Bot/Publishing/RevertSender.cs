using System.Text.Json;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Opens a draft pull request that reverts another one, once: it can be found again by the branch name that GitHub gives it.</summary>
internal sealed class RevertSender(RepositoriesClient repositories) : IEffectSender
{
    public string Kind => RevertEffect.Kind;
    public int Order => 1;

    public async Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel)
    {
        var draft = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.RevertEffect)!;
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
