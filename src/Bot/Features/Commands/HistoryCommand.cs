using System.Text;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;

namespace Whybot.Features.Commands;

/// <summary><c>/history [SIGNATURE]</c>.</summary>
internal sealed class HistoryCommand(ThreadCauses threads, Rulings rulings, IDatabase database) : ICommand<HistoryCommand>
{
    public static CommandSpec Spec { get; } = new("history", "[SIGNATURE]",
        "Shows when and where the cause was seen, how often, and what people have decided about it.",
        CommandLevel.Read, ["/history"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var (causes, problem) = await threads.OfAsync(context, CauseArguments.Read(context.Arguments), cancel);
        if (problem is not null)
            return problem;
        var cause = causes[0];
        var seen = await database.ReadAsync(session => Ledger.SightingsAsync(session, context.Repository.Id, cause.Cluster), cancel);
        var text = new StringBuilder($"{Markdown.Code(cause.About.Title, 120)} "
            + $"({Markdown.Code(cause.Cluster.Value)}){(cause.Issue is { } issue ? $", #{issue}" : "")}\n\n");
        text.Append(SeenTable.Rows([.. seen.Select(s => s.Row)], cause.About.Dossier is null ? null : SeenFacts.Of([cause.About])));
        foreach (var ruling in (await rulings.StandingAsync(context.Repository.Id, cancel)).Where(r => r.Cluster == cause.Cluster))
            text.Append($"\n- {ruling.At:yyyy-MM-dd}: {Markdown.Code(ruling.Login)} ruled "
                + $"{ruling.Kind}{(ruling.Value.Length > 0 ? $" {Markdown.Code(ruling.Value)}" : "")}");
        return new CommandAnswer($"{text}\n{ThreadCauses.Others(causes)}");
    }
}
