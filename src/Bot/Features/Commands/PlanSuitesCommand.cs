using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Runs.Analyzing;

namespace Whybot.Features.Commands;

/// <summary><c>/plan [FOCUS] [ENVIRONMENT]</c>.</summary>
internal sealed class PlanSuitesCommand(ThreadRuns runs, DeploymentAnalysis analysis) : ICommand<PlanSuitesCommand>
{
    public static CommandSpec Spec { get; } = new("plan", "[FOCUS] [ENVIRONMENT]",
        "Shows which suites a deployment would run now, in which order and why. FOCUS is all, changed, category:NAME or suite:NAME.",
        CommandLevel.Triage, ["/plan", "/plan category:critical", "/plan changed staging", "/plan \"Staging EU\""]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        if (QuotedWords.All(context.Arguments) is not { } words)
            return CommandAnswer.Mistake(Spec, "A quotation mark is not closed.");
        var focus = words is [{ Quoted: false } first, ..] ? Focus.Parse(first.Text) : words.Count == 0 ? Focus.All : null;
        var rest = focus is null ? words : [.. words.Skip(1)];
        if (rest.Count > 1 || (rest.Count == 1 && !context.Settings.Environments.ContainsKey(rest[0].Text)))
            return CommandAnswer.Mistake(Spec, $"{Markdown.Code(rest[^1].Text)} is neither a focus nor an environment of the settings.");
        var (found, problem) = await runs.NewestAsync(context with
        {
            Invocation =
            context.Invocation with { Arguments = rest is [var name] ? $"\"{name.Text}\"" : "" }
        }, cancel);
        if (found is null)
            return problem!;
        var (plan, unplanned) = await analysis.PreviewAsync(found.Run, found.Environment, $"{focus ?? Focus.All}", cancel);
        return plan is null ? CommandAnswer.No($"Nothing to plan for {Markdown.Code(found.Run.Environment)}: {unplanned}.")
            : new CommandAnswer($"For {Markdown.Code(found.Run.Environment)} as of {Markdown.Code(found.Run.Sha.Short)}:\n\n{plan.Markdown}");
    }
}
