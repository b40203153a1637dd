using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>The weekly digest, in one issue.</summary>
internal sealed record DigestEffect(string Body, IReadOnlyList<string> Labels)
{
    public const string Kind = "digest";

    /// <summary>There is only one digest.</summary>
    public const string Target = "weekly";
}

/// <summary>
/// Keeps the digest in one issue, which is found by marker and author and whose body is edited. If somebody closes it, they do not want a digest; if a person
/// has edited it, it is theirs.
/// </summary>
internal sealed class DigestSender(IssuesClient issues, BotIdentity identity, Texts texts) : EffectSender<DigestEffect>
{
    public override string Kind => DigestEffect.Kind;
    public override int Order => 3;
    public override bool Notifies => false;

    public override string Describe(DigestEffect draft) => "weekly digest";

    public override string Body(DigestEffect draft) => draft.Body;

    public override string Link(DigestEffect draft, long remoteId) => $"issues/{remoteId}";

    public override async Task<Sending> SendAsync(DigestEffect draft, Effect effect, RepositoryRef repository, Func<string, Task> claim,
        CancellationToken cancel)
    {
        var body = texts.Clean(draft.Body);
        var hash = Texts.Hash(body);
        var there = effect.RemoteId is { } id ? await issues.FindAsync(repository, (int)id, cancel) : await FindAsync(repository, cancel);
        if (there is null && effect.RemoteId is not null)
            return new Sending.Withheld("the issue is gone");
        if (there is null)
        {
            await claim(hash);
            return new Sending.Sent((await issues.CreateAsync(repository, new NewIssue(DigestWriter.Title, body, draft.Labels), cancel)).Number, hash,
                Created: true);
        }
        if (there.State != "open")
            return new Sending.Withheld("a person closed the digest; once it is open again it is written again");
        var now = Texts.Hash(there.Body ?? "");
        if (now == hash)
            return new Sending.Sent(there.Number, hash, Created: false);
        if ((effect.Sent ?? effect.Tried) is not null && now != effect.Sent && now != effect.Tried)
            return new Sending.Withheld("a person edited the digest");
        await claim(hash);
        await issues.UpdateAsync(repository, there.Number, new IssueChange(Body: body), cancel);
        return new Sending.Sent(there.Number, hash, Created: false);
    }

    /// <summary>Finds the issue if GitHub created it but its answer was lost.</summary>
    private async Task<Issue?> FindAsync(RepositoryRef repository, CancellationToken cancel)
    {
        await foreach (var issue in issues.NewestAsync(repository, null, cancel))
            if (!issue.IsPull && HiddenLine.Ends(issue.Body, DigestWriter.Marker) && await identity.WroteAsync(issue.User, cancel))
                return issue;
        return null;
    }
}
