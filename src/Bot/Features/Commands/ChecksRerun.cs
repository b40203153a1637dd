using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary>Runs a commit's workflows again, at a person's request.</summary>
internal sealed class ChecksRerun(ActionsClient actions, RerunLimit limit, Outbox outbox)
{
    /// <param name="what"><c>failed</c> or <c>all</c>.</param>
    public async Task<CommandAnswer> RunAsync(CommandContext context, CommitSha sha, string what, CancellationToken cancel)
    {
        if (what is not ("failed" or "all"))
            return CommandAnswer.Mistake(RerunCommand.Spec, "Only suites of a deployment can be run one by one; here it is failed or all.");
        if (await limit.RefusalAsync(context, sha, cancel) is { } refusal)
            return refusal;
        var all = (await actions.RunsOfAsync(context.Repository, sha, cancel))
            // A run that waits for a maintainer's approval must not be started as a side effect.
            .Where(r => r is { Status: "completed", Conclusion: not "action_required" }).ToList();
        var again = what == "all" ? all : all.Where(r => Conclusions.IsFailure(r.Conclusion)).ToList();
        if (again.Count == 0)
            return CommandAnswer.No($"No workflow of {Markdown.Code(sha.Short)} {(what == "all" ? "has ended" : "has failed")}.");
        return new CommandAnswer($"At {Markdown.Code(sha.Short)}, {(what == "all" ? "all jobs" : "the failed jobs")} "
            + $"of\n\n{string.Concat(again.Select(r => $"- {Markdown.Code(r.Name ?? $"{r.Id}")}: {Texts.Outcome(RerunEffect.Kind, Target(context, r))}\n"))}"
            + $"\nWhat passes now failed by chance.\n")
        {
            Do = async session =>
            {
                if (!await limit.PutAsync(session, context, sha))
                    return;
                foreach (var run in again)
                    await outbox.PutAsync(session, context.Repository, context.Mandate, Target(context, run),
                        new RerunEffect(run.Id, run.RunAttempt, what == "failed"));
            },
        };
    }

    private static string Target(CommandContext context, WorkflowRun run) => $"{context.Key}:{run.Id}";
}
