using System.Text;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Memory.Causes;
using Whybot.Memory.Deployments;

namespace Whybot.Features.Commands;

/// <summary><c>/status</c>.</summary>
internal sealed class StatusCommand(DeploymentRuns runs, Ledger ledger, IssuesClient issues) : ICommand<StatusCommand>
{
    private const int MostCauses = 20;

    public static CommandSpec Spec { get; } = new("status", "",
        "Shows the last decision for each environment, and which recent causes are open.",
        CommandLevel.Read, ["/status"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var newest = await runs.NewestAsync(context.Repository.Id, cancel);
        if (newest.Count == 0)
            text.Append("No deployment of this repository has been looked at yet.\n");
        else
            text.Append("| Environment | Commit | State | Since |\n|---|---|---|---|\n");
        foreach (var run in newest)
            text.Append($"| {Markdown.CellCode(run.Environment)} | {Markdown.CellCode(run.Sha.Short)} | {State(run)} | "
                + $"{run.EndedAt ?? run.OpenedAt:yyyy-MM-dd HH:mm} UTC |\n");
        var causes = await ledger.FiledAsync(context.Repository.Id, cancel);
        // The ledger does not know whether an issue is open, since people close issues themselves.
        foreach (var cause in causes.DistinctBy(c => c.Issue).OrderByDescending(c => c.Issue).Take(MostCauses))
            if (await issues.FindAsync(context.Repository, (int)cause.Issue!, cancel) is { State: "open" })
                text.Append($"\n- open: #{cause.Issue} {Markdown.Code(cause.Title, 120)}");
        return new CommandAnswer(text.ToString());
    }

    private static string State(DeploymentRun run) => run switch
    {
        { Decision: { } decision } => $"**{decision}**",
        { State: "void", Note: { } note } => $"void: {Markdown.CellCode(note, 120)}",
        _ => run.State,
    };
}
