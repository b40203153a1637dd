using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;

namespace Whybot.Features.Commands;

/// <summary><c>/split [SIGNATURE] [preview]</c>.</summary>
internal sealed class SplitCommand(ThreadCauses threads, RulingWriter writer) : ICommand<SplitCommand>
{
    public static CommandSpec Spec { get; } = new("split", "[SIGNATURE] [preview]",
        "Gives this cause (or all but the first of the issue's causes) an issue of its own, from its next failure on.",
        CommandLevel.Triage, ["/split", "/split w2-3fa9c02d11e7"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var asked = CauseArguments.Read(context.Arguments);
        if (asked.Rest is not ("" or "preview"))
            return CommandAnswer.Mistake(Spec, $"{Markdown.Code(asked.Rest)} is no signature.");
        var (all, problem) = await threads.OfAsync(context, asked with { Signature = null }, cancel);
        if (problem is not null)
            return problem;
        var here = all.Where(c => c.Issue == context.Thread).OrderBy(c => c.Cluster.Value, StringComparer.Ordinal).ToList();
        if (here.Count < 2)
            return CommandAnswer.No("This issue tracks only one cause.");
        var leaving = asked.Signature is { } signature ? here.Where(c => c.Cluster == signature).ToList() : here.Skip(1).ToList();
        if (leaving.Count == 0)
            return CommandAnswer.No($"This issue is about no cause {Markdown.Code($"{asked.Signature}")}:\n\n{RulingWriter.List(here)}");
        if (asked.Rest == "preview")
            return new CommandAnswer($"Would leave this issue:\n\n{RulingWriter.List(leaving)}\nNothing was done.\n");
        return new CommandAnswer($"Left this issue:\n\n{RulingWriter.List(leaving)}\nEach gets its own with its next failure. {Markdown.Code("/undo")} takes "
            + $"it back.\n")
        {
            Do = writer.Moving(context, leaving, RulingRow.NotThis, context.Thread, null, _ => true),
        };
    }
}
