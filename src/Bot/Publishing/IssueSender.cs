using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>An issue to file for a cause.</summary>
internal sealed record IssueEffect(IssueDraft Issue)
{
    public const string Kind = "issue";
}

/// <summary>
/// Files one issue per cause. The row in the outbox is the claim: one per cause in a repository. Before creating an issue, the sender looks for it, by marker
/// and author, among the newest ones: it may exist already if GitHub's answer was lost. After that, the content of the issue belongs to people.
/// </summary>
internal sealed class IssueSender(IssuesClient issues, BotIdentity identity, Texts texts, EffectStore effects, IDatabase database,
    PublishingSettings settings, TimeProvider time) : EffectSender<IssueEffect>
{
    private static readonly TimeSpan WhenSpent = TimeSpan.FromMinutes(15);

    public override string Kind => IssueEffect.Kind;
    public override int Order => 0;

    public override string Describe(IssueEffect draft) => $"issue: {draft.Issue.Title} [{string.Join(", ", draft.Issue.Labels)}]";

    public override string Body(IssueEffect draft) => draft.Issue.Body;

    public override string Link(IssueEffect draft, long remoteId) => $"issues/{remoteId}";

    public override async Task<Sending> SendAsync(IssueEffect asked, Effect effect, RepositoryRef repository, Func<string, Task> claim,
        CancellationToken cancel)
    {
        var draft = asked.Issue;
        var hash = Texts.Hash(draft.Body);
        if (effect.RemoteId is { } known)
            return new Sending.Sent(known, hash, Created: false);
        var there = await FindAsync(repository, draft, cancel);
        if (there is null && await effects.CreatedAsync(repository.Id, Kind, time.GetUtcNow().AddHours(-1), cancel) >= settings.NewIssuesPerHour)
            return new Sending.Later(WhenSpent, $"{settings.NewIssuesPerHour} issues were filed within an hour");
        var created = there is null;
        if (there is null)
        {
            await claim(hash);
            there = await issues.CreateAsync(repository, new NewIssue(texts.Clean(draft.Title), texts.Clean(draft.Body), draft.Labels), cancel);
        }
        await database.WriteAsync(async session =>
        {
            foreach (var cluster in draft.Covers)
                await Ledger.FiledAsync(session, repository.Id, cluster, there.Number, texts.Clean(draft.Title));
            // The draft has the run that asked for the issue; others may have seen its causes before it could be filed.
            if (await Ledger.OfIssueAsync(session, repository.Id, there.Number) is [var newest, _, ..])
                await effects.PutAsync(session, new EffectRequest(repository.Id, SeenEffect.Kind, $"{there.Number}",
                    EffectJson.Write(new SeenEffect(there.Number, newest.Sha.Value))));
        }, cancel);
        return new Sending.Sent(there.Number, hash, created);
    }

    private async Task<Issue?> FindAsync(RepositoryRef repository, IssueDraft draft, CancellationToken cancel)
    {
        await foreach (var issue in issues.NewestAsync(repository, null, cancel))
            if (!issue.IsPull && OwnIssue.CauseOf(issue.Body) == draft.Cause && await identity.WroteAsync(issue.User, cancel))
                return issue;
        return null;
    }
}
