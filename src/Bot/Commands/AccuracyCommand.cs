using System.Text;
using Whybot.Analysis.Commands;
using Whybot.Storage;

namespace Whybot.Commands;

/// <summary><c>/accuracy</c>.</summary>
internal sealed class AccuracyCommand(RuleRecords records) : ICommand
{
    public CommandSpec Spec => CommandCatalogue.Accuracy;

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var all = await records.OfAsync(context.Repository.FullName, cancel);
        if (all.Count == 0)
            return new CommandAnswer("Nothing was said here in the last 90 days that could have been overturned.\n");
        var text = new StringBuilder("What my rules said in the last 90 days, once for each cause, and how much of it was overturned: verdicts by people, new issues as duplicates, closings by people or since it came back.\n\n| Rule | Used | Overturned | |\n|---|---|---|---|\n");
        foreach (var record in all)
            text.Append($"| {record.Rule} | {record.Uses} | {record.Overturned} ({100.0 * record.Overturned / record.Uses:0} %) | {(record.IsDoubted ? "**only suggests** until that is less than 20 %" : record.Uses < RuleRecord.Enough ? $"too few to tell ({RuleRecord.Enough} needed)" : "")} |\n");
        return new CommandAnswer(text.ToString());
    }
}
