using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Queue;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;
using Whybot.Publishing;
using Whybot.Runs.Suites;

namespace Whybot.Features.Commands;

/// <summary>
/// <c>/rerun [failed|all|SUITE] [ENVIRONMENT]</c>: always on the thread's own commit. If its causes were seen on a deployment, that
/// deployment's suites run again; otherwise the commit's workflows do, even for a fork: a person with write access starts them, just as GitHub's own button
/// allows.
/// </summary>
internal sealed class RerunCommand(CauseExplanations explanations, DeploymentRuns runs, SuiteStart start, SuiteRuns suites, Reruns reruns,
    ActionsClient actions, RepositoriesClient repositories, Outbox outbox, JobQueue jobs, TimeProvider time) : ICommand<RerunCommand>
{
    /// <summary>Per commit; anyone who needs more has a flaky suite, and knows it by then.</summary>
    private const int Most = 5;

    public static CommandSpec Spec { get; } = new("rerun", "[failed|all|SUITE] [ENVIRONMENT]",
        "Runs again what failed, everything, or one suite, on the thread's commit. What passes then is evidence that it is flaky.",
        CommandLevel.Write, ["/rerun", "/rerun all", "/rerun checkout", "/rerun \"Staging EU\"", "/rerun checkout staging"])
    { OnChecks = true };

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var newest = await runs.NewestAsync(context.Repository.Id, cancel);
        var causes = await explanations.OfThreadAsync(context.Repository.Id, context.Thread, cancel);
        var known = SuitesOf(RunOf(newest, causes.Count > 0 ? causes[0] : null));
        IReadOnlyList<QuotedWord>? words = known.Contains(context.Arguments)
            ? [new QuotedWord(context.Arguments, false, "")] : QuotedWords.All(context.Arguments);
        if (words is not { Count: <= 2 })
            return CommandAnswer.Mistake(Spec, "What, and where? A name with blanks goes in quotation marks.");
        var (named, rest, unknown) = Environment(words, newest, known);
        if (unknown is not null)
            return CommandAnswer.Mistake(Spec, $"{Markdown.Code(unknown)} is no environment; the settings have {ThreadRuns.Names(context.Settings)}.");
        var what = rest ?? "failed";
        var cause = named is null ? causes.Count > 0 ? causes[0] : null : causes.FirstOrDefault(c => EnvironmentNames.Same(c.Place, named.Environment));
        if (named is not null && cause is null)
            return CommandAnswer.No($"This thread is about nothing that was seen on {Markdown.Code(named.Environment)}.");
        var run = RunOf(newest, cause);
        if (run is not null)
            return run.Sha == cause!.Sha ? await DeploymentAsync(context, run, what, cancel)
                : CommandAnswer.No($"{Markdown.Code(run.Environment)} has {Markdown.Code(run.Sha[..8])} by now; what was seen at "
                + $"{Markdown.Code(cause.ShortSha)} cannot be run again there.");
        var sha = (await repositories.PullAsync(context.Repository, context.Thread, cancel))?.Head.Sha ?? cause?.Sha;
        return sha is null ? CommandAnswer.No("This thread is about no commit: it is no pull request, and no run has named it.")
            : await ChecksAsync(context, sha, what, cancel);
    }

    private static DeploymentRun? RunOf(IReadOnlyList<DeploymentRun> newest, KnownCause? cause) =>
        cause is null ? null : newest.FirstOrDefault(r => EnvironmentNames.Same(r.Environment, cause.Place));

    private static HashSet<string> SuitesOf(DeploymentRun? run) => run?.Plan is { } plan
        ? PlanFile.FromJson(plan).Suites.Select(s => s.Name).ToHashSet(StringComparer.Ordinal) : [];

    /// <summary>Which of the words names an environment. A suite of the thread's own run may have the same name; a quoted word means the environment.</summary>
    /// <returns>The environment's newest run, what to run again, and a word that should have named an environment; each is null if absent.</returns>
    private static (DeploymentRun? Named, string? What, string? Unknown) Environment(IReadOnlyList<QuotedWord> words, IReadOnlyList<DeploymentRun> newest,
        HashSet<string> suites)
    {
        switch (words)
        {
            case []:
                return (null, null, null);
            case [var only]:
                return Of(only) is { } alone && (only.Quoted || !suites.Contains(only.Text)) ? (alone, null, null) : (null, only.Text, null);
            default:
                return Of(words[1]) is { } second ? (second, words[0].Text, null) : Of(words[0]) is { } first
                    ? (first, words[1].Text, null) : (null, null, words[1].Text);
        }

        DeploymentRun? Of(QuotedWord word) => newest.FirstOrDefault(r => EnvironmentNames.Same(r.Environment, word.Text));
    }

    private async Task<CommandAnswer> DeploymentAsync(CommandContext context, DeploymentRun run, string what, CancellationToken cancel)
    {
        if (run.State != "done" || run.Plan is null)
            return CommandAnswer.No($"The run of {Markdown.Code(run.Environment)} "
                + $"{(run.Ended ? "was not finished, so there is nothing to run again" : "has not ended yet")}.");
        if (await CappedAsync(context, run.Sha, cancel) is { } capped)
            return capped;
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
                : CommandAnswer.Mistake(Spec, $"There is no suite {Markdown.Code(what)}; the plan has "
                + $"{string.Join(", ", planned.Take(20).Select(n => Markdown.Code(n)))}.");
        if (environment?.Run is null || !start.CanStart(run, environment, names))
            return CommandAnswer.No("The settings name no way to run these suites any more.");
        var before = (await suites.OfAsync(run, cancel)).Count(s => s.Phase == 0);
        return new CommandAnswer($"Running {string.Join(", ", names.Select(n => Markdown.Code(n)))} again on {Markdown.Code(run.Environment)} at "
            + $"{Markdown.Code(run.Sha[..8])}{(before > 0 ? $", the {before + 1}. time" : "")}. The check shows the progress; what passes now failed by "
            + $"chance, and the decision is made anew.\n")
        {
            Do = async session =>
            {
                if (!await reruns.PutAsync(session, context.Repository.Id, context.Key, run.Sha, context.Login))
                    return;
                await start.AskAsync(session, run, environment, 0, names, null, null);
                await DeploymentRuns.ReopenedAsync(session, run);
                await jobs.EnqueueAsync(session, run.ToJob(null), time.GetUtcNow());
            },
        };
    }

    private async Task<CommandAnswer> ChecksAsync(CommandContext context, string sha, string what, CancellationToken cancel)
    {
        if (what is not ("failed" or "all"))
            return CommandAnswer.Mistake(Spec, "Only suites of a deployment can be run one by one; here it is failed or all.");
        if (await CappedAsync(context, sha, cancel) is { } capped)
            return capped;
        var all = (await actions.RunsOfAsync(context.Repository, sha, cancel))
            // A run that waits for a maintainer's approval must not be started as a side effect.
            .Where(r => r is { Status: "completed", Conclusion: not "action_required" }).ToList();
        var again = what == "all" ? all : all.Where(r => Conclusions.IsFailure(r.Conclusion)).ToList();
        if (again.Count == 0)
            return CommandAnswer.No($"No workflow of {Markdown.Code(sha[..8])} {(what == "all" ? "has ended" : "has failed")}.");
        return new CommandAnswer($"At {Markdown.Code(sha[..8])}, {(what == "all" ? "all jobs" : "the failed jobs")} "
            + $"of\n\n{string.Concat(again.Select(r => $"- {Markdown.Code(r.Name ?? $"{r.Id}")}: {Texts.Outcome(RerunEffect.Kind, Target(context, r))}\n"))}"
            + $"\nWhat passes now failed by chance.\n")
        {
            Do = async session =>
            {
                if (!await reruns.PutAsync(session, context.Repository.Id, context.Key, sha, context.Login))
                    return;
                foreach (var run in again)
                    await outbox.PutAsync(session, context.Repository, context.Mandate, Target(context, run),
                        new RerunEffect(run.Id, run.RunAttempt, what == "failed"));
            },
        };
    }

    private static string Target(CommandContext context, WorkflowRun run) => $"{context.Key}:{run.Id}";

    private async Task<CommandAnswer?> CappedAsync(CommandContext context, string sha, CancellationToken cancel) =>
        await reruns.CountAsync(context.Repository.Id, sha, cancel) < Most ? null
            : CommandAnswer.No($"{Markdown.Code(sha[..8])} was run again {Most} times already. What still fails does not fail by chance; what sometimes "
            + $"passes is flaky ({Markdown.Code("/flaky")}).");
}
