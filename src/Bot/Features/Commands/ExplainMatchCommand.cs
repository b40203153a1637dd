using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;

namespace Whybot.Features.Commands;

/// <summary><c>/explain-match [SIGNATURE] [#N]</c>.</summary>
internal sealed class ExplainMatchCommand(ThreadCauses threads) : ICommand<ExplainMatchCommand>
{
    public static CommandSpec Spec { get; } = new("explain-match", "[SIGNATURE] [#N]",
        "Explains why the cause was or wasn't matched to an open issue, and names the nearest miss. With #N, compares it with that issue.",
        CommandLevel.Read, ["/explain-match", "/explain-match #17"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var asked = CauseArguments.Read(context.Arguments);
        var (causes, problem) = await threads.OfAsync(context, asked, cancel);
        if (problem is not null)
            return problem;
        if (causes[0].About.Dossier is not { } dossier)
            return ThreadCauses.IfReadBack(causes[0]) ?? new CommandAnswer("No suite was run, so nothing was compared with open issues.\n");
        var heading = $"{Markdown.Code(causes[0].About.Title, 120)}\n\n";
        if ((asked.Issue ?? asked.Number) is not { } issue)
            return new CommandAnswer(heading + dossier.Match + ThreadCauses.Others(causes));
        return new CommandAnswer(heading + (dossier.Matches.TryGetValue(issue, out var scores) ? scores
            : $"Issue {issue} is not among the {dossier.Matches.Count} issues that have most in common with it: it shares too little, or it was not among "
            + $"the issues that were read.\n"));
    }
}
