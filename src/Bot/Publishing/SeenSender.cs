using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>An update of the table in an issue that the bot filed.</summary>
/// <param name="Occasion">
/// What has changed: the newest commit in which one of its causes was seen, or the command that moved one. Its only purpose is to make the draft different; the
/// first drafts have none.
/// </param>
internal sealed record SeenEffect(int Issue, string Occasion = "")
{
    public const string Kind = "seen";
}

/// <summary>Updates the table of an issue that the bot filed. It changes only what is between the table's markers, in the current body.</summary>
internal sealed class SeenSender(IssuesClient issues, CauseExplanations explanations, IDatabase database) : EffectSender<SeenEffect>
{
    public override string Kind => SeenEffect.Kind;
    public override int Order => 1;
    public override bool Notifies => false;

    public override string Describe(SeenEffect draft) => $"table of issue #{draft.Issue}";

    public override string Link(SeenEffect draft, long remoteId) => $"issues/{draft.Issue}";

    public override async Task<Sending> SendAsync(SeenEffect draft, Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel)
    {
        if (await issues.FindAsync(repository, draft.Issue, cancel) is not { } issue)
            return new Sending.Withheld("the issue is gone");
        var (seen, before) = await database.ReadAsync(async session => (await Ledger.OfIssueAsync(session, repository.Id, draft.Issue),
            await ReadBackCauses.BeforeAsync(session, repository.Id, draft.Issue)), cancel);
        var causes = (await explanations.OfThreadAsync(repository.Id, draft.Issue, cancel)).Where(c => c.Issue == draft.Issue).Select(c => c.About).ToList();
        var table = SeenTable.Write([.. seen.Select(s => s.Row)],
            causes.Exists(c => c.Dossier is not null || c is { IsReadBack: true, Tests: > 0 }) ? SeenFacts.Of(causes) : null, before);
        var hash = Texts.Hash(table);
        var now = (issue.Body ?? "").ReplaceLineEndings("\n");
        if (SeenTable.Replace(now, table) is not { } body)
            return new Sending.Withheld("a person took the table out of the issue");
        if (body != now)
        {
            await claim(hash);
            await issues.UpdateAsync(repository, draft.Issue, new IssueChange(Body: body), cancel);
        }
        return new Sending.Sent(draft.Issue, hash, Created: false);
    }
}
