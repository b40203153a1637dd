using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;

namespace Whybot.Features.Commands;

/// <summary><c>/help [COMMAND]</c>.</summary>
internal sealed class HelpCommand(CommandCatalogue catalogue) : ICommand<HelpCommand>
{
    public static CommandSpec Spec { get; } = new("help", "[COMMAND]",
        "Lists the commands, or explains one.",
        CommandLevel.Read, ["/help", "/help status"]);

    public Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var name = context.Arguments.TrimStart('/').ToLowerInvariant();
        if (name.Length == 0)
            return Task.FromResult(new CommandAnswer(catalogue.Table(context.Settings.LevelOf)));
        return Task.FromResult(catalogue.Find(name) is { } spec ? new CommandAnswer(Explain(spec, context.Settings.LevelOf(spec)))
            : new CommandAnswer($"There is no command {Markdown.Code(name)}{catalogue.Nearest(name)}.\n\n{catalogue.Table()}", Refused: true));
    }

    private static string Explain(CommandSpec spec, CommandLevel level) =>
        $"{Markdown.Code(spec.Usage)}: {spec.What} Requires {level.ToString().ToLowerInvariant()} access.\n\nFor example "
            + $"{string.Join(", ", spec.Examples.Select(e => Markdown.Code(e)))}.\n";
}
