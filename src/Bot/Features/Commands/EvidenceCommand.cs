using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;

namespace Whybot.Features.Commands;

/// <summary><c>/evidence [SIGNATURE]</c>.</summary>
internal sealed class EvidenceCommand(ThreadCauses threads) : ICommand<EvidenceCommand>
{
    public static CommandSpec Spec { get; } = new("evidence", "[SIGNATURE]",
        "Shows where each claim about the cause comes from.",
        CommandLevel.Read, ["/evidence"])
    { OnChecks = true };

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var (causes, problem) = await threads.OfAsync(context, CauseArguments.Read(context.Arguments), cancel);
        if (problem is not null)
            return problem;
        return causes[0].About.Dossier is { } dossier
            ? new CommandAnswer($"{Markdown.Code(causes[0].About.Title, 120)}\n\n{dossier.Evidence}\nEvery place was read again before it was posted. "
            + $"{Markdown.Code("/why N")} quotes the words.\n{ThreadCauses.Others(causes)}")
            : ThreadCauses.IfReadBack(causes[0])
            ?? new CommandAnswer("No suite was run; all that is known are the probes, which the issue and the check show.\n");
    }
}
