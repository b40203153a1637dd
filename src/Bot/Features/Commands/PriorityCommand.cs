using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary><c>/priority P1</c>.</summary>
internal sealed class PriorityCommand(ThreadCauses threads, RulingWriter writer, Outbox outbox) : ICommand<PriorityCommand>
{
    public static CommandSpec Spec { get; } = new("priority", "P0…P6",
        "Sets the priority. The bot won't change it.",
        CommandLevel.Triage, ["/priority P1"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        if (Priorities.Parse(context.Arguments.ToUpperInvariant()) is not { } priority)
            return CommandAnswer.Mistake(Spec, "Which priority?");
        var (causes, problem) = await threads.OfAsync(context, new CauseArguments(null, null, null, ""), cancel);
        if (problem is not null)
            return problem;
        var label = context.Settings.PriorityLabels.GetValueOrDefault(priority);
        var issues = causes.Select(c => c.Issue).OfType<int>().Distinct().ToList();
        var said = label is null ? $" The settings have no label for {priority}; the other priorities' labels are taken off." : "";
        return new CommandAnswer($"{priority} from now on:\n\n{RulingWriter.List(causes)}\nIt stands, whatever the figures say.{said} "
            + $"{Markdown.Code("/undo")} lets the figures speak again.\n")
        {
            Do = async session =>
            {
                await writer.Of(context, causes, RulingRow.Priority, $"{priority}")(session);
                foreach (var issue in issues)
                    await outbox.PutAsync(session, context.Repository, context.Mandate, $"{context.Key}:{issue}",
                        new ChangeEffect(issue, null, null, label is null ? [] : [label],
                        [.. context.Settings.PriorityLabels.Values.Where(l => l != label).Distinct()], []));
            },
        };
    }
}
