using System.Text;
using Whybot.Analysis.Commands;
using Whybot.Analysis.Reports;
using Whybot.Storage;

namespace Whybot.Commands;

/// <summary><c>/status</c>.</summary>
internal sealed class StatusCommand(DeploymentRuns runs, Ledger ledger) : ICommand
{
    private const int MostCauses = 10;

    public CommandSpec Spec => CommandCatalogue.Status;

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var newest = await runs.NewestAsync(context.Repository.FullName, cancel);
        if (newest.Count == 0)
            text.Append("No deployment of this repository has been looked at yet.\n");
        else
            text.Append("| Environment | Commit | State | Since |\n|---|---|---|---|\n");
        foreach (var run in newest)
            text.Append($"| {Markdown.CellCode(run.Environment)} | {Markdown.CellCode(run.Sha[..8])} | {State(run)} | {DateTimeOffset.FromUnixTimeMilliseconds(run.EndedAt ?? run.OpenedAt):yyyy-MM-dd HH:mm} UTC |\n");
        var causes = await ledger.FiledAsync(context.Repository.FullName, cancel);
        foreach (var cause in causes.OrderByDescending(c => c.Issue).Take(MostCauses))
            text.Append($"\n- #{cause.Issue} {Markdown.Code(cause.Title, 120)}");
        if (causes.Count > MostCauses)
            text.Append($"\n- and {causes.Count - MostCauses} more");
        return new CommandAnswer(text.ToString());
    }

    private static string State(DeploymentRun run) => run switch
    {
        { Decision: { } decision } => $"**{decision}**",
        { State: "void", Note: { } note } => $"void: {Markdown.CellCode(note, 120)}",
        _ => run.State,
    };
}
