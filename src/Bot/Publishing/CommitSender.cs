using System.Text;
using System.Text.Json;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Commits one file to a branch that belongs to the bot; does nothing if the file is already there.</summary>
internal sealed class CommitSender(ContentsClient contents, Texts texts) : IEffectSender
{
    public string Kind => CommitEffect.Kind;
    public int Order => 6;
    public bool Notifies => false;

    public async Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel)
    {
        var draft = JsonSerializer.Deserialize(effect.Draft, EffectJson.Default.CommitEffect)!;
        var text = await texts.FinalAsync(repository.Id, draft.Text, cancel);
        var hash = Texts.Hash(text);
        var there = await contents.FindAsync(repository, draft.Path, draft.Branch, cancel);
        if (there?.Text is { } now && Texts.Hash(now) == hash)
            return new Sending.Sent(0, hash, Created: false);
        await claim(hash);
        if (there is null && !await contents.HasBranchAsync(repository, draft.Branch, cancel))
            await contents.MakeBranchAsync(repository, draft.Branch, cancel);
        await contents.PutAsync(repository, draft.Path, draft.Branch, draft.Message, Encoding.UTF8.GetBytes(text), there?.Sha, cancel);
        return new Sending.Sent(0, hash, Created: there is null);
    }
}
