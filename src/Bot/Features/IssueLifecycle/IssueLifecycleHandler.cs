using System.Text.Json;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Memory.Rules;
using Whybot.Publishing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.IssueLifecycle;

/// <summary>
/// Keeps one issue up to date: reads it from GitHub and its causes from the ledger, has the next action decided, and puts that into the outbox together with
/// what people should be told.
/// </summary>
internal sealed partial class IssueLifecycleHandler(IssuesClient issues, BotIdentity identity, RepositorySettingsReader settingsReader, OldOrigins old,
    FixFinder fixes,
    Duplicates duplicates, TrackedIssues kept, EffectStore effects,
    IssueCare care, RuleRecords records, Rulings rulings, Outbox outbox, IDatabase database, TimeProvider time,
        ILogger<IssueLifecycleHandler> logger)
        : IJobHandler
{
    public string Kind => IssueLifecycleJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var asked = IssueLifecycleJob.Of(job);
        var repository = job.Ref;
        if (!await effects.IsRemoteAsync(repository.Id, IssueEffect.Kind, asked.Issue, cancel)
            || await issues.FindAsync(repository, asked.Issue, cancel) is not { IsPull: false } issue)
            return null;
        var known = await care.OfAsync(repository.Id, asked.Issue, cancel);
        if (known.ClosedBy is null && await duplicates.OriginalOfAsync(repository, issue, cancel) is { } original)
            return await MergeAsync(job, repository, issue, original, cancel);
        await old.SettleIssueAsync(repository, issue.Number, cancel);
        var standing = await rulings.StandingAsync(repository.Id, cancel);
        var causes = await kept.CausesAsync(repository.Id, asked.Issue, Rulings.ByCluster(standing), cancel);
        var view = new TrackedIssue
        {
            Number = issue.Number,
            Open = issue.State == "open",
            ClosedAt = issue.ClosedAt,
            ClosedByPerson = known.ClosedBy is not null || (issue.ClosedBy is { } closer && !await identity.WroteAsync(closer, cancel)),
            StateReason = issue.StateReason,
            Labels = [.. issue.Labels.Select(l => l.Name)],
            Causes = causes,
            Fix = MayEnd(causes) ? await fixes.OfAsync(repository, issue.Number, causes, cancel) : null,
            Muted = causes.Count > 0 && causes.All(c => Rulings.Muted(standing).Contains(c.About.Cluster)),
            OnlySuggestClosing = (await records.OfAsync(repository.Id, cancel)).Any(r => r is { Rule: RuleRecords.Closing, IsDoubted: true }),
            Told = known.Told is { } json ? JsonSerializer.Deserialize(json, IssueLifecycleJson.Default.NotifiedState)! : new NotifiedState(),
        };
        view = view with { HoldingFix = await fixes.HoldingAsync(repository, view, cancel) };
        var decision = IssueLifecycleRules.Decide(view, await settingsReader.OfAsync(repository, cancel), time.GetUtcNow());
        await database.WriteAsync(job, session => PutAsync(session, job, repository, issue, decision), cancel);
        return null;
    }

    /// <summary>A person closed it as a duplicate, so its counts move to the original.</summary>
    private async Task<DateTimeOffset?> MergeAsync(Job job, RepositoryRef repository, Issue issue, int original, CancellationToken cancel)
    {
        await database.WriteAsync(job, async session =>
        {
            await Ledger.MoveAsync(session, repository.Id, issue.Number, original);
            await care.ClosedAsync(session, repository.Id, issue.Number, issue.ClosedBy?.Login);
            await outbox.SeenAsync(session, repository, original, $"#{issue.Number}");
            await outbox.PublishAsync(session, repository.Id, job.Delivery);
        }, cancel);
        Told(issue.Number, "duplicate");
        return null;
    }

    /// <summary>Only then is it worth looking for a fix.</summary>
    private static bool MayEnd(IReadOnlyList<TrackedCause> causes) => causes.Count > 0
        && causes.All(c => c.LastFailure is null || c.Clean >= ClosingRule.Least);

    private async Task PutAsync(Session session, Job job, RepositoryRef repository, Issue issue, IssueLifecycleDecision decision)
    {
        await IssueCare.ToldAsync(session, repository.Id, issue.Number, JsonSerializer.Serialize(decision.Told, IssueLifecycleJson.Default.NotifiedState));
        // Successive changes must have different keys; the time of the newest run distinguishes them, in milliseconds as in the keys that stores already have.
        var occasion = $"{issue.Number}:{decision.News?.Key ?? $"{job.AskedAt.ToUnixTimeMilliseconds()}"}";
        if (decision.State is { } state || decision.AddLabels.Count + decision.RemoveLabels.Count > 0)
            await outbox.PutAsync(session, repository, Mandate.OfLedger, occasion,
                new ChangeEffect(issue.Number, decision.State, decision.State switch { "closed" => "completed", "open" => "reopened", _ => null },
                decision.AddLabels, decision.RemoveLabels, []));
        if (decision.State == "closed")
        {
            await care.ClosedAsync(session, repository.Id, issue.Number, null);
            await records.UsedAsync(session, repository.Id, RuleRecords.Closing, $"#{issue.Number}");
        }
        if (decision.State == "open")
        {
            await IssueCare.OpenedAsync(session, repository.Id, issue.Number);
            await records.OverturnedAsync(session, repository.Id, RuleRecords.Closing, $"#{issue.Number}", null, null);
        }
        if (decision.News is { } news)
        {
            await outbox.NewsAsync(session, repository, issue.Number, news);
            Told(issue.Number, news.Key);
        }
        await outbox.PublishAsync(session, repository.Id, job.Delivery);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue}: {News}")]
    private partial void Told(int issue, string news);
}
