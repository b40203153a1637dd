using System.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>A file to commit to a branch, which is created if it does not exist.</summary>
internal sealed record CommitEffect(string Branch, string Path, string Message, string Text)
{
    public const string Kind = "commit";
}

/// <summary>Commits one file to a branch that belongs to the bot; does nothing if the file is already there.</summary>
internal sealed class CommitSender(ContentsClient contents, Texts texts) : EffectSender<CommitEffect>
{
    public override string Kind => CommitEffect.Kind;
    public override int Order => 6;
    public override bool Acts => true;
    public override bool Notifies => false;

    public override string Describe(CommitEffect draft) => $"commit of {draft.Path} to {draft.Branch}";

    public override string Body(CommitEffect draft) => draft.Text;

    public override string Link(CommitEffect draft, long remoteId) => "";

    public override async Task<Sending> SendAsync(CommitEffect draft, Effect effect, RepositoryRef repository, Func<string, Task> claim,
        CancellationToken cancel)
    {
        var text = await texts.FinalAsync(repository.Id, draft.Text, cancel);
        var hash = Texts.Hash(text);
        var there = await contents.FindAsync(repository, draft.Path, draft.Branch, cancel);
        if (there?.Text is { } now && Texts.Hash(now) == hash)
            return new Sending.Sent(0, hash, Created: false);
        await claim(hash);
        if (there is null && !await contents.HasBranchAsync(repository, draft.Branch, cancel))
            await contents.MakeBranchAsync(repository, draft.Branch, cancel);
        await contents.PutAsync(repository, draft.Path, draft.Branch, draft.Message, Encoding.UTF8.GetBytes(text), there?.Hash, cancel);
        return new Sending.Sent(0, hash, Created: there is null);
    }
}
