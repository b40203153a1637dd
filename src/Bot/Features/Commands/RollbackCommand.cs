using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Effects;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary><c>/rollback [ENVIRONMENT] REASON</c>.</summary>
internal sealed class RollbackCommand(ThreadRuns threads, EffectStore effects, FollowUpWorkflows workflows) : ICommand<RollbackCommand>
{
    public static CommandSpec Spec { get; } = new("rollback", "[ENVIRONMENT] REASON",
        "Starts the environment's rollback workflow for its last deployment, at most once.",
        CommandLevel.Maintain, ["/rollback orders are lost"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var (found, problem) = await threads.NewestAsync(context, cancel);
        if (found is null)
            return problem!;
        var run = found.Run;
        if (found.Rest.Length == 0)
            return CommandAnswer.Mistake(Spec, "For which reason?");
        if (found.Environment.Run is not { Rollback: { } workflow } settings)
            return CommandAnswer.No($"The settings of {Markdown.Code(run.Environment)} name no rollback workflow ({Markdown.Code("run.rollback")}).");
        if (await effects.FindAsync(context.Repository.Id, DispatchEffect.Kind, FollowUpWorkflows.Target(run, FollowUpWorkflows.Rollback), cancel) is not null)
            return CommandAnswer.No($"The rollback of deployment {run.Deployment} was asked for already; it is started once.");
        return new CommandAnswer($"Rolling {Markdown.Code(run.Environment)} back from {Markdown.Code(run.Sha.Short)} with {Markdown.Code(workflow)}: "
            + $"{Texts.Outcome(DispatchEffect.Kind, FollowUpWorkflows.Target(run, FollowUpWorkflows.Rollback))}.\n")
        {
            Do = session => workflows.StartAsync(session, run, settings,
                new FollowUp(FollowUpWorkflows.Rollback, workflow, Secrets.Redact($"{context.Login}: {found.Rest}"))),
        };
    }
}
