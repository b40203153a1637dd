using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;

namespace Whybot.Features.Commands;

/// <summary>
/// <c>/rerun [failed|all|SUITE] [ENVIRONMENT]</c>: always on the thread's own commit. If its causes were seen on a deployment, that
/// deployment's suites run again; otherwise the commit's workflows do, even for a fork: a person with write access starts them, just as GitHub's own button
/// allows.
/// </summary>
internal sealed class RerunCommand(CauseExplanations explanations, DeploymentRuns runs, RepositoriesClient repositories, DeploymentRerun deployment,
    ChecksRerun checks) : ICommand<RerunCommand>
{
    public static CommandSpec Spec { get; } = new("rerun", "[failed|all|SUITE] [ENVIRONMENT]",
        "Reruns what failed, everything, or one suite, on the thread's commit. If it passes, that is evidence of flakiness.",
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
            return run.Sha == cause!.Sha ? await deployment.RunAsync(context, run, what, cancel)
                : CommandAnswer.No($"{Markdown.Code(run.Environment)} has {Markdown.Code(run.Sha.Short)} by now; what was seen at "
                + $"{Markdown.Code(cause.Sha.Short)} cannot be run again there.");
        var sha = (await repositories.PullAsync(context.Repository, context.Thread, cancel))?.Head.Sha ?? cause?.Sha;
        return sha is { } commit ? await checks.RunAsync(context, commit, what, cancel)
            : CommandAnswer.No("This thread is about no commit: it is no pull request, and no run has named it.");
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
}
