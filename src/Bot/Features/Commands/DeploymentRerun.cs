using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Queue;
using Whybot.Memory.Deployments;
using Whybot.Runs.Suites;

namespace Whybot.Features.Commands;

/// <summary>Runs a deployment's suites again, at a person's request.</summary>
internal sealed class DeploymentRerun(SuiteStart start, SuiteRuns suites, RerunLimit limit, JobQueue jobs)
{
    /// <param name="what"><c>failed</c>, <c>all</c> or the name of a suite.</param>
    public async Task<CommandAnswer> RunAsync(CommandContext context, DeploymentRun run, string what, CancellationToken cancel)
    {
        if (run.State != "done" || run.Plan is null)
            return CommandAnswer.No($"The run of {Markdown.Code(run.Environment)} "
                + $"{(run.Ended ? "was not finished, so there is nothing to run again" : "has not ended yet")}.");
        if (await limit.RefusalAsync(context, run.Sha, cancel) is { } refusal)
            return refusal;
        var environment = context.Settings.Environments.GetValueOrDefault(run.Environment);
        var planned = PlanFile.FromJson(run.Plan).Suites.Select(s => s.Name).ToList();
        var names = what switch
        {
            "failed" => [.. Counts.Read(run.Counts).Suites.Where(s => s.Failed > 0).Select(s => s.Name).Where(planned.Contains)],
            "all" => planned,
            _ => planned.Where(n => n == what).ToList(),
        };
        if (names.Count == 0)
            return what is "failed" or "all" ? CommandAnswer.No("No suite of it has failed.")
                : CommandAnswer.Mistake(RerunCommand.Spec, $"There is no suite {Markdown.Code(what)}; the plan has "
                + $"{string.Join(", ", planned.Take(20).Select(n => Markdown.Code(n)))}.");
        if (environment?.Run is null || !start.CanStart(run, environment, names))
            return CommandAnswer.No("The settings name no way to run these suites any more.");
        var before = (await suites.OfAsync(run, cancel)).Count(s => s.Phase == 0);
        return new CommandAnswer($"Running {string.Join(", ", names.Select(n => Markdown.Code(n)))} again on {Markdown.Code(run.Environment)} at "
            + $"{Markdown.Code(run.Sha.Short)}{(before > 0 ? $", the {before + 1}. time" : "")}. The check shows the progress; what passes now failed by "
            + $"chance, and the decision is made anew.\n")
        {
            Do = async session =>
            {
                if (!await limit.PutAsync(session, context, run.Sha))
                    return;
                await start.AskAsync(session, run, environment, 0, names, null, null);
                await DeploymentRuns.ReopenedAsync(session, run);
                await jobs.EnqueueAsync(session, run.ToJob(null));
            },
        };
    }
}
