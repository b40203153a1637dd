using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;

namespace Whybot.Features.Commands;

/// <summary><c>/why [SIGNATURE] [N]</c>.</summary>
internal sealed class WhyCommand(ThreadCauses threads) : ICommand<WhyCommand>
{
    public static CommandSpec Spec { get; } = new("why", "[SIGNATURE] [N]",
        "Explains why it fails, step by step. With N, quotes the evidence for that step.",
        CommandLevel.Read, ["/why", "/why 4", "/why w2-3fa9c02d11e7 2"])
    { OnChecks = true };

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var asked = CauseArguments.Read(context.Arguments);
        if (asked.Rest.Length > 0 || asked.Issue is not null)
            return CommandAnswer.Mistake(Spec, $"{Markdown.Code(context.Arguments)} is neither a step nor a signature.");
        var (causes, problem) = await threads.OfAsync(context, asked, cancel);
        if (problem is not null)
            return problem;
        var cause = causes[0];
        if (cause.About.Dossier is not { } dossier)
            return ThreadCauses.IfReadBack(cause) ?? new CommandAnswer($"{Markdown.Code(cause.About.RootCause)}\n\nNo suite was run, so there are no whys "
                + $"beyond the probes; the issue and the check show them.\n");
        var seen = $"{Markdown.Code(cause.About.Title, 120)}, seen last at {Markdown.Code(cause.Sha.Short)} on {Markdown.Code(cause.Place)}, "
            + $"{cause.SeenAt:yyyy-MM-dd HH:mm} UTC\n\n";
        if (asked.Number is not { } rung)
            return new CommandAnswer(seen + dossier.Chain + ThreadCauses.Others(causes));
        return rung <= dossier.Rungs.Count ? new CommandAnswer(seen + dossier.Rungs[rung - 1])
            : CommandAnswer.Mistake(Spec, $"This chain has {dossier.Rungs.Count} rungs.");
    }
}
