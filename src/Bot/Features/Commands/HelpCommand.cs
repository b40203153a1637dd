using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;

namespace Whybot.Features.Commands;

/// <summary><c>/help [COMMAND]</c>.</summary>
internal sealed class HelpCommand : ICommand
{
    public CommandSpec Spec => CommandCatalogue.Help;

    public Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var name = context.Arguments.TrimStart('/').ToLowerInvariant();
        if (name.Length == 0)
            return Task.FromResult(new CommandAnswer(CommandCatalogue.Table(context.Settings.LevelOf)));
        return Task.FromResult(CommandCatalogue.Find(name) is { } spec ? new CommandAnswer(Explain(spec, context.Settings.LevelOf(spec)))
            : new CommandAnswer($"There is no command {Markdown.Code(name)}{Nearest(name)}.\n\n{CommandCatalogue.Table()}", Refused: true));
    }

    private static string Explain(CommandSpec spec, CommandLevel level) =>
        $"{Markdown.Code(spec.Usage)}: {spec.What} For whoever may {level.ToString().ToLowerInvariant()}.\n\nFor example "
            + $"{string.Join(", ", spec.Examples.Select(e => Markdown.Code(e)))}.\n";

    /// <summary>A hint at the nearest command, for a word that isn't one.</summary>
    internal static string Nearest(string name) => NearestWord.Hint(name, [.. CommandCatalogue.All.Select(c => c.Name)]);
}
