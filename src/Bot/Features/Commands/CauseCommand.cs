using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;

namespace Whybot.Features.Commands;

/// <summary><c>/cause TEXT</c>.</summary>
internal sealed class CauseCommand(ThreadCauses threads, RulingWriter writer) : ICommand<CauseCommand>
{
    public static CommandSpec Spec { get; } = new("cause", "TEXT",
        "Records what the cause is, in your words or as a link. They are shown before the bot's own finding.",
        CommandLevel.Triage, ["/cause the connection pool is too small", "/cause https://example.com/postmortem/12"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var asked = CauseArguments.Read(context.Arguments);
        // Numbers may well be part of the cause's text; only a signature is removed.
        var text = asked.Signature is { } signature ? context.Arguments.Replace(signature.Value, "", StringComparison.Ordinal).Trim() : context.Arguments;
        if (text.Length == 0)
            return CommandAnswer.Mistake(Spec, "What is the cause?");
        var (causes, problem) = await threads.OfAsync(context, new CauseArguments(asked.Signature, null, null, ""), cancel);
        return problem ?? new CommandAnswer(
            $"Noted, for\n\n{RulingWriter.List(causes)}\nReports name it as what you say; the bot's own whys stay below it. {Markdown.Code("/undo")} takes "
            + $"it back.\n")
        {
            Do = writer.Of(context, causes, RulingRow.Cause, text),
        };
    }
}
