using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;

namespace Whybot.Features.Commands;

/// <summary><c>/mute 7d REASON</c>.</summary>
internal sealed class MuteCommand(ThreadCauses threads, RulingWriter writer, TimeProvider time) : ICommand<MuteCommand>
{
    public static CommandSpec Spec { get; } = new("mute", "TIME REASON",
        "Stops notifications about this thread's causes for hours, days or weeks (at most 90 days). They are still counted.",
        CommandLevel.Triage, ["/mute 7d the vendor fixes it next week", "/mute 12h deploy freeze"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        if (MuteArguments.Read(context.Arguments) is not var (span, reason))
            return CommandAnswer.Mistake(Spec, $"For how long, and why? At most {MuteArguments.Longest.TotalDays:0}d.");
        var (causes, problem) = await threads.OfAsync(context, new CauseArguments(null, null, null, ""), cancel);
        var until = time.GetUtcNow() + span;
        return problem ?? new CommandAnswer(
            $"Muted until {until:yyyy-MM-dd HH:mm} UTC:\n\n{RulingWriter.List(causes)}\nIt is still counted, and still fails its gate. "
            + $"{Markdown.Code("/undo")} ends it earlier.\n")
        {
            Do = writer.Of(context, causes, RulingRow.Mute, reason, until),
        };
    }
}
