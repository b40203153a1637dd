using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;

namespace Whybot.Features.Commands;

/// <summary><c>/not-this [SIGNATURE] [preview]</c>; <c>/not-this #N</c> in a pull request's thread.</summary>
internal sealed class NotThisCommand(ThreadCauses threads, RulingWriter writer) : ICommand<NotThisCommand>
{
    public static CommandSpec Spec { get; } = new("not-this", "[SIGNATURE] [preview]",
        "Records that the cause doesn't belong to this issue. The bot won't match the two again.",
        CommandLevel.Triage, ["/not-this", "/not-this w2-3fa9c02d11e7"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var asked = CauseArguments.Read(context.Arguments);
        if (asked.Rest is not ("" or "preview"))
            return CommandAnswer.Mistake(Spec, $"{Markdown.Code(asked.Rest)} is no signature.");
        var issue = asked.Issue ?? asked.Number ?? context.Thread;
        var (all, problem) = await threads.OfAsync(context, asked, cancel);
        if (problem is not null)
            return problem;
        var causes = all.Where(c => c.Issue == issue || c.About.Matched == issue).ToList();
        if (causes.Count == 0)
            return CommandAnswer.No($"No cause of this thread was taken for #{issue}; in a pull request, name the issue: {Markdown.Code("/not-this #17")}.");
        if (asked.Rest == "preview")
            return new CommandAnswer($"Would no longer belong to #{issue}:\n\n{RulingWriter.List(causes)}\nNothing was done.\n");
        return new CommandAnswer($"No longer belongs to #{issue}, now or later:\n\n{RulingWriter.List(causes)}\nWhen it fails again it gets an issue of its "
            + $"own. {Markdown.Code("/undo")} takes it back.\n")
        {
            Do = async session =>
            {
                await writer.Moving(context, causes, RulingRow.NotThis, issue, null, c => c.Issue == issue)(session);
                await writer.Overturning(context, causes, c => c.About.Issue is null && c.About.Matched == issue ? "known" : null)(session);
            },
        };
    }
}
