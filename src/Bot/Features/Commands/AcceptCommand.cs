using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Deployments;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Commands;

/// <summary><c>/accept [ENVIRONMENT] REASON</c>.</summary>
internal sealed class AcceptCommand(ThreadRuns threads, Outbox outbox, FollowUpWorkflows workflows, DeploymentStanding standing, TimeProvider time)
    : ICommand<AcceptCommand>
{
    public static CommandSpec Spec { get; } = new("accept", "[ENVIRONMENT] REASON",
        "Overrides the gate of the environment's last deployment. Your name and reason go into its check and worklog.",
        CommandLevel.Maintain,
        ["/accept known and harmless, see #12", "/accept staging only the demo page is affected",
            "/accept \"prod/eu-west\" only the demo page is affected"])
    { OnChecks = true };

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var (found, problem) = await threads.NewestAsync(context, cancel);
        if (found is null)
            return problem!;
        var run = found.Run;
        if (found.Rest.Length == 0)
            return CommandAnswer.Mistake(Spec, "For which reason?");
        if (run.State != "done")
            return CommandAnswer.No($"The run of {Markdown.Code(run.Environment)} at {Markdown.Code(run.Sha.Short)} has made no decision that could be "
                + $"accepted ({run.State}).");
        var isGo = run.Decision == Decision.Go;
        if (isGo || Acceptance.Read(run.Accepted) is not null)
            return CommandAnswer.No($"{Markdown.Code(run.Environment)} at {Markdown.Code(run.Sha.Short)} {(isGo ? "is go already" : "was accepted already")}.");
        var promotes = found.Environment.Run?.Promote is not null;
        var acceptance = new Acceptance(context.Login, Secrets.Redact(found.Rest), time.GetUtcNow())
        {
            Overridden = promotes
            ? await UnmetAsync(run, cancel) : []
        };
        var promotion = Texts.Outcome(DispatchEffect.Kind, FollowUpWorkflows.Target(run, FollowUpWorkflows.Promotion));
        return new CommandAnswer($"{Markdown.Code(run.Environment)} at {Markdown.Code(run.Sha.Short)}, which was {run.DecisionWord}, is accepted by "
            + $"{Markdown.Code(context.Login)}: {Markdown.Code(found.Rest)}. Check and worklog say "
            + $"so.{(promotes ? $" Promotion: {promotion}.\n\nOverridden for it:\n\n{acceptance.OverriddenLines}" : "")}\n")
        {
            Do = async session =>
            {
                await DeploymentRuns.AcceptedAsync(session, run, acceptance.Write(), acceptance.Said(""));
                await outbox.AcceptAsync(session, run.Ref, Subject.OfDeployment(run.Sha, run.Environment).Target, acceptance.Said);
                if (promotes)
                    await workflows.PromoteAsync(session, run, found.Environment.Run!, acceptance);
            },
        };
    }

    /// <summary>The promotion's unmet conditions as of the run's conclusion, except whether its deployment is still the newest, which is checked now.</summary>
    private async Task<IReadOnlyList<string>> UnmetAsync(DeploymentRun run, CancellationToken cancel)
    {
        var before = Conclusion.Read(run.Conclusion)?.Unmet ?? [new ActionCondition(ActionConditions.Decided, false,
            $"the decision is {run.DecisionWord}; nothing else of it was kept")];
        var replaced = (await standing.OfAsync(run, cancel)).Replaced;
        return [.. before.Where(c => c.Name != ActionConditions.Newest).Select(c => $"{c.Name}: {c.Why}"), .. replaced is null
            ? [] : new[] { $"{ActionConditions.Newest}: {replaced}" }];
    }
}
