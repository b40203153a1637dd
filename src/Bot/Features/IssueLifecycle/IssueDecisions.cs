using System.Text.Json;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Rules;
using Whybot.Publishing;

namespace Whybot.Features.IssueLifecycle;

/// <summary>Stores what was decided about an issue, with what should be changed on GitHub and what people should be told, in one transaction.</summary>
internal sealed partial class IssueDecisions(IssueCare care, RuleRecords records, Outbox outbox, IDatabase database, ILogger<IssueDecisions> logger)
{
    public Task PutAsync(Job job, int issue, IssueLifecycleDecision decision, CancellationToken cancel) =>
        database.WriteAsync(job, session => PutAsync(session, job, job.Ref, issue, decision), cancel);

    private async Task PutAsync(Session session, Job job, RepositoryRef repository, int issue, IssueLifecycleDecision decision)
    {
        await IssueCare.ToldAsync(session, repository.Id, issue, JsonSerializer.Serialize(decision.Told, IssueLifecycleJson.Default.NotifiedState));
        // Successive changes must have different keys; the time of the newest run distinguishes them, in milliseconds as in the keys that stores already have.
        var occasion = $"{issue}:{decision.News?.Key ?? $"{job.AskedAt.ToUnixTimeMilliseconds()}"}";
        if (decision.State is { } state || decision.AddLabels.Count + decision.RemoveLabels.Count > 0)
            await outbox.PutAsync(session, repository, Mandate.OfLedger, occasion,
                new ChangeEffect(issue, decision.State, decision.State switch { "closed" => "completed", "open" => "reopened", _ => null },
                decision.AddLabels, decision.RemoveLabels, []));
        if (decision.State == "closed")
        {
            await care.ClosedAsync(session, repository.Id, issue, null);
            await records.UsedAsync(session, repository.Id, RuleRecords.Closing, $"#{issue}");
        }
        if (decision.State == "open")
        {
            await IssueCare.OpenedAsync(session, repository.Id, issue);
            await records.OverturnedAsync(session, repository.Id, RuleRecords.Closing, $"#{issue}", null, null);
        }
        if (decision.News is { } news)
        {
            await outbox.NewsAsync(session, repository, issue, news);
            Told(issue, news.Key);
        }
        await outbox.PublishAsync(session, repository.Id, job.Delivery);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue}: {News}")]
    private partial void Told(int issue, string news);
}
