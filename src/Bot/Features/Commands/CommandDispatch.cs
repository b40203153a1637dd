using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;

namespace Whybot.Features.Commands;

/// <summary>Hands a command to the class that answers it, if its author has the access that it requires.</summary>
internal sealed partial class CommandDispatch(IEnumerable<ICommand> commands, CommandCatalogue catalogue, ILogger<CommandDispatch> logger)
{
    private readonly Dictionary<string, ICommand> _commands = commands.ToDictionary(c => c.Definition.Name, StringComparer.Ordinal);

    /// <param name="level">What the author may do; null if nothing, or if it cannot be determined.</param>
    public async Task<CommandAnswer> AnswerAsync(CommandContext context, CommandLevel? level, CancellationToken cancel)
    {
        var name = context.Invocation.Name;
        if (!_commands.TryGetValue(name, out var command))
            return CommandAnswer.No($"There is no command {Markdown.Code(name)}{catalogue.Nearest(name)}. {Markdown.Code("/whybot help")} lists them all.");
        var needed = context.Settings.LevelOf(command.Definition);
        if (level is null || level < needed)
            return CommandAnswer.No($"{Markdown.Code(command.Definition.Usage)} requires {needed.ToString().ToLowerInvariant()} access; GitHub reports that "
                + $"you don't have it.");
        var answer = await command.RunAsync(context, cancel);
        Answered(name, context.Login, answer.Refused);
        return answer;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Command {Command} of {Login}: refused {Refused}")]
    private partial void Answered(string command, string login, bool refused);
}
