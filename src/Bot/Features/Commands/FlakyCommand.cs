using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;

namespace Whybot.Features.Commands;

/// <summary><c>/flaky [SIGNATURE]</c>.</summary>
internal sealed class FlakyCommand(ThreadCauses threads, RulingWriter writer) : ICommand<FlakyCommand>
{
    public static CommandSpec Spec { get; } = new("flaky", "[SIGNATURE]",
        "Marks the cause as flaky, so that no one is blamed for it.",
        CommandLevel.Triage, ["/flaky"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var asked = CauseArguments.Read(context.Arguments);
        if (asked.Rest.Length > 0)
            return CommandAnswer.Mistake(Spec, $"{Markdown.Code(asked.Rest)} is no signature.");
        var (causes, problem) = await threads.OfAsync(context, asked, cancel);
        return problem ?? new CommandAnswer(
            $"Flaky from now on, whatever it looks like:\n\n{RulingWriter.List(causes)}\nNobody is blamed for it, and no gate fails for it alone; it is "
            + $"still counted. {Markdown.Code("/undo")} takes it back.\n")
        {
            Do = async session =>
            {
                await writer.Of(context, causes, RulingRow.Flaky, "")(session);
                await writer.Overturning(context, causes, c => c.About.Verdict == VerdictKind.Flaky ? null : c.About.Verdict.Word())(session);
            },
        };
    }
}
