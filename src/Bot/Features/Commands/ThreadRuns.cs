using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;

namespace Whybot.Features.Commands;

/// <summary>Finds the deployment that a command is about.</summary>
internal sealed class ThreadRuns(DeploymentRuns runs, CauseExplanations explanations)
{
    /// <summary>A run with its environment's settings, and the rest of the arguments.</summary>
    internal sealed record Found(DeploymentRun Run, EnvironmentSettings Environment, string Rest);

    /// <summary>
    /// The newest run of the environment that the command names; otherwise of the one where the thread's causes were seen; otherwise of the only one.
    /// </summary>
    /// <returns>The run, or the answer that says why there is none.</returns>
    public async Task<(Found? Found, CommandAnswer? Problem)> NewestAsync(CommandContext context, CancellationToken cancel)
    {
        var first = QuotedWords.First(context.Arguments);
        if (first is null && context.Arguments.Trim().Length > 0)
            return (null, CommandAnswer.No($"A quotation mark in {Markdown.Code(context.Arguments)} is not closed."));
        // A quoted first word is meant as an environment name: if it is mistyped, it must not be read as the reason for a different environment.
        if (first is { Quoted: true } && !context.Settings.Environments.ContainsKey(first.Text))
            return (null, CommandAnswer.No($"The settings name no environment {Markdown.Code(first.Text)}; they have {Names(context.Settings)}."));
        var (name, rest) = await EnvironmentAsync(context, first, cancel);
        if (name is null)
            return (null, CommandAnswer.No($"Which environment? The settings have {Names(context.Settings)}; write its name first."));
        if ((await runs.NewestAsync(context.Repository.Id, cancel)).FirstOrDefault(r => EnvironmentNames.Same(r.Environment, name)) is not { } run)
            return (null, CommandAnswer.No($"No deployment to {Markdown.Code(name)} has been looked at yet."));
        return (new Found(run, context.Settings.Environments.GetValueOrDefault(name) ?? new EnvironmentSettings(name, []), rest), null);
    }

    private async Task<(string? Name, string Left)> EnvironmentAsync(CommandContext context, QuotedWord? first, CancellationToken cancel)
    {
        if (first is not null && context.Settings.Environments.ContainsKey(first.Text))
            return (first.Text, first.Rest);
        var places = (await explanations.OfThreadAsync(context.Repository.Id, context.Thread, cancel)).Select(c => c.Place);
        var seen = places.FirstOrDefault(context.Settings.Environments.ContainsKey);
        return (seen ?? (context.Settings.Environments.Count == 1 ? context.Settings.Environments.Keys.Single() : null), context.Arguments);
    }

    public static string Names(RepositorySettings settings) =>
        settings.Environments.Count == 0 ? "none" : string.Join(", ", settings.Environments.Keys.Order(StringComparer.Ordinal).Select(e => Markdown.Code(e)));
}
