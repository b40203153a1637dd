using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Memory.Rules;
using Whybot.Runs.Fetching;

namespace Whybot.Publishing;

/// <summary>
/// Decides which of a run's drafts GitHub should show. It is quiet: if everything is green and nothing was said before, nothing is said.
/// </summary>
internal sealed class Announcer(Outbox outbox, CauseRecorder causes, CauseExplanations explanations, RuleRecords records)
{
    /// <summary>Remembers what the run found, and requests what should be said about it, in the caller's transaction.</summary>
    /// <param name="delivery">The delivery that asked for the run; null if the bot did.</param>
    public async Task AnnounceAsync(Session session, RepositoryRef repository, Subject subject, RunDrafts drafts, string? delivery)
    {
        if (await PutAsync(session, repository, subject, drafts))
            await outbox.PublishAsync(session, repository.Id, delivery);
    }

    /// <returns>Whether there is anything to publish.</returns>
    private async Task<bool> PutAsync(Session session, RepositoryRef repository, Subject subject, RunDrafts drafts)
    {
        // A void run says nothing about its commit: no cause is remembered, and nothing is reported except in a check run that already exists.
        if (drafts.Decision == Decision.Void)
            return await CheckAsync(session, repository, subject, drafts, onlyIfThere: true);
        var failing = drafts.Failing || subject.Failing;
        var any = false;
        if (subject.Mandate is { } mandate)
        {
            any |= await causes.RecordAsync(session, repository, mandate, subject.Sha, drafts, failing ? subject.Pulls : []);
            foreach (var broken in drafts.Broken.Where(b => !subject.Pulls.Contains(b.Pull)))
                any |= await outbox.TellAsync(session, repository, subject, broken.Pull, "broke", broken.Body);
        }
        else if (failing && subject.Origin.Pull is { } own)
            foreach (var cause in drafts.Causes)
                await explanations.PutFindingAsync(session, repository.Id, subject.Origin, own.Number, cause, subject.Sha);
        else if (failing && subject.Origin is CommitOrigin.MergeQueue { Queued: { Open: true } queued })
        {
            // Its own comment: the one about the pull request's checks is about another commit.
            any |= await outbox.TellAsync(session, repository, subject, queued.Number, $"queue {subject.Sha}", WithoutMarker(drafts.Comment));
            foreach (var cause in drafts.Causes)
                await explanations.PutFindingAsync(session, repository.Id, subject.Origin, queued.Number, cause, subject.Sha);
        }
        if (subject.Filing is { } leave)
            any |= await FileAsync(session, repository, subject, leave, drafts);
        any |= await CheckAsync(session, repository, subject, drafts, onlyIfThere: !failing && !drafts.Gates);
        foreach (var pull in subject.Pulls.Union(subject.Kept))
            if ((failing && subject.Pulls.Contains(pull)) || await EffectStore.ExistsAsync(session, repository.Id, PullComment.Kind, subject.Thread(pull)))
            {
                await outbox.CommentAsync(session, repository, subject, pull, drafts.Comment);
                any = true;
            }
        return any;
    }

    private static string WithoutMarker(string comment) =>
        comment.TrimEnd() is var text && text.EndsWith(CommentWriter.Marker, StringComparison.Ordinal) ? text[..^CommentWriter.Marker.Length].TrimEnd() : text;

    private async Task<bool> FileAsync(Session session, RepositoryRef repository, Subject subject, FilingLeave leave, RunDrafts drafts)
    {
        foreach (var issue in drafts.Issues)
        {
            await records.UsedAsync(session, repository.Id, RuleRecords.NewIssue, issue.Covers[0].Value);
            await outbox.FileAsync(session, repository, subject, leave, issue);
        }
        return drafts.Issues.Count > 0;
    }

    private Task<bool> CheckAsync(Session session, RepositoryRef repository, Subject subject, RunDrafts drafts, bool onlyIfThere) =>
        outbox.CheckAsync(session, repository, subject, Conclusion(subject, drafts), drafts.Check, TimeSpan.Zero, onlyIfThere);

    /// <summary>If something else about the commit fails, which the decision does not cover, the conclusion is not success.</summary>
    private static string Conclusion(Subject subject, RunDrafts drafts) => DecisionTable.CheckConclusion(
        drafts.Decision, drafts.Gates,
        alsoFailing: subject.Failing || (subject.Environment is null && drafts.Failing));
}
