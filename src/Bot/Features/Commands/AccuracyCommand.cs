using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Memory.Rules;

namespace Whybot.Features.Commands;

/// <summary><c>/accuracy</c>.</summary>
internal sealed class AccuracyCommand(RuleRecords records) : ICommand<AccuracyCommand>
{
    public static CommandSpec Spec { get; } = new("accuracy", "",
        "Shows how often each of the bot's rules was used in the last 90 days, and how often people overruled it.",
        CommandLevel.Read, ["/accuracy"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var all = await records.OfAsync(context.Repository.Id, cancel);
        if (all.Count == 0)
            return new CommandAnswer("Nothing was said here in the last 90 days that could have been overturned.\n");
        return new CommandAnswer($"What my rules said in the last 90 days, once for each cause, and how much of it was overturned: verdicts by people, new "
            + $"issues as duplicates, closings by people or since it came back.\n\n{RuleRecord.Table(all)}");
    }
}
