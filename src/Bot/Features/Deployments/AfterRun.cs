using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Publishing;

namespace Whybot.Features.Deployments;

/// <summary>A workflow that the settings ask for after a run but that is not started.</summary>
/// <param name="Unmet">The conditions that prevent it.</param>
internal sealed record Refusal(string Name, string Workflow, IReadOnlyList<ActionCondition> Unmet);

/// <param name="Unmet">The promotion's unmet conditions, whether or not the settings ask for one: a person may override them.</param>
internal sealed record FollowUps(Decision Decision, IReadOnlyList<FollowUp> Started, IReadOnlyList<Refusal> Refused, IReadOnlyList<ActionCondition> Unmet);

/// <summary>Does what the settings ask for after a run: a rollback on no-go, a promotion on go, the worklog on a branch. Each is off by default.</summary>
internal sealed partial class AfterRun(FollowUpWorkflows workflows, Outbox outbox, ILogger<AfterRun> logger)
{
    public static FollowUps Of(DeploymentRun run, RunSettings? settings, RunDrafts drafts, ActionFacts facts)
    {
        var decision = drafts.Decision;
        var unmet = ActionConditions.Promotion(decision, drafts.Reason, facts).Unmet();
        var wanted = new List<(FollowUp Action, IReadOnlyList<ActionCondition> Unmet)>();
        if (settings?.Promote is { } promote)
            wanted.Add((new FollowUp(FollowUpWorkflows.Promotion, promote, $"{run.Environment} is go: {drafts.Reason}"), unmet));
        if (settings?.Rollback is { } rollback)
            wanted.Add((new FollowUp(FollowUpWorkflows.Rollback, rollback, $"{run.Environment} is no-go: {drafts.Reason}"),
                ActionConditions.Rollback(decision, drafts.Reason, facts).Unmet()));
        return new FollowUps(decision, [.. wanted.Where(w => w.Unmet.Count == 0).Select(w => w.Action)],
            [.. wanted.Where(w => w.Unmet.Count > 0).Select(w => new Refusal(w.Action.Name, w.Action.Workflow, w.Unmet))], unmet);
    }

    /// <summary>
    /// Says what became of the workflows: in a comment below what to do now, in the check at the end. Whether one was started is filled in when the text is
    /// sent.
    /// </summary>
    public static RunDrafts Said(RunDrafts drafts, DeploymentRun run, FollowUps actions)
    {
        var news = string.Concat(actions.Started.Select(a => $"**{Heading(a.Name)}** ({Markdown.Code(a.Workflow)}): "
            + $"{Texts.Outcome(DispatchEffect.Kind, FollowUpWorkflows.Target(run, a.Name))}.\n\n")) + NotStarted(actions);
        return drafts with
        {
            Comment = WithNews(drafts.Comment, news),
            Check = drafts.Check with { Summary = WithNews(drafts.Check.Summary, news) },
        };
    }

    /// <summary>The same for the worklog, which is written before anything is started.</summary>
    public static string Said(string worklog, FollowUps actions) => worklog + string.Concat(actions.Started.Select(a =>
        $"\n**Asked for:** the {a.Name} workflow {Markdown.Code(a.Workflow)}, since {Markdown.Code(a.Reason)}.\n"))
        + (NotStarted(actions) is { Length: > 0 } not ? $"\n{not}" : "");

    private static string WithNews(string text, string news) => text.IndexOf(CommentWriter.NewsMarker, StringComparison.Ordinal) is >= 0 and var at
        ? text.Insert(at, news) : text;

    private static string NotStarted(FollowUps actions) => string.Concat(actions.Refused.Where(r => IsNews(actions.Decision, r)).Select(Line));

    private static string Heading(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>
    /// Everybody knows that a promotion needs go and a rollback needs no-go; any other condition that prevents the start has to be mentioned.
    /// </summary>
    private static bool IsNews(Decision decision, Refusal refusal) =>
        refusal.Unmet.Any(IsMore)
        && (refusal.Name == FollowUpWorkflows.Rollback ? decision == Decision.NoGo : decision is Decision.Go or Decision.Inconclusive);

    private static bool IsMore(ActionCondition condition) => condition.Name != ActionConditions.Decided;

    private static string Line(Refusal refusal) =>
        $"**Not started:** the {refusal.Name} workflow {Markdown.Code(refusal.Workflow)}.\n\n"
        + string.Concat(refusal.Unmet.Where(IsMore).Select(c => $"- {c.Name}: {Markdown.Code(c.Why)}\n")) + "\n";

    /// <param name="delivery">The delivery that asked for the run; null if the bot did.</param>
    public async Task AskAsync(Session session, DeploymentRun run, RunSettings? settings, FollowUps actions, string worklog, string? delivery)
    {
        foreach (var action in actions.Started)
            await workflows.StartAsync(session, run, settings!, action, run.Deployment);
        foreach (var refusal in actions.Refused)
            foreach (var condition in refusal.Unmet)
            {
                var why = SafeText.OneLine(condition.Why, 300);
                Refused(run.Environment, run.Sha, refusal.Workflow, condition.Name, why);
            }
        var branch = worklog.Length == 0 ? null : settings?.WorklogBranch;
        if (branch is not null)
            await CommitAsync(session, run, branch, worklog);
        if (branch is not null || actions.Started.Count > 0)
            await outbox.PublishAsync(session, run.Repository, delivery);
    }

    private async Task CommitAsync(Session session, DeploymentRun run, string branch, string worklog)
    {
        var path = $"worklogs/{EnvironmentNames.WordOf(run.Environment)}/{run.OpenedAt:yyyy-MM-dd}-{run.Deployment}-{run.Sha.Short}.md";
        await outbox.PutAsync(session, run.Ref, run.Mandate, $"{branch}:{path}",
            new CommitEffect(branch, path, $"Worklog of deployment {run.Deployment} to {run.Environment}", worklog));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {Workflow} is not started; {Condition}: {Why}")]
    private partial void Refused(string environment, CommitSha sha, string workflow, string condition, string why);
}
