using Whybot.Analysis.Commands;
using Whybot.GitHub;

namespace Whybot.Commands;

/// <summary>Where a command was given, by whom, and what it says.</summary>
/// <param name="Thread">Number of the issue or pull request.</param>
internal sealed record CommandContext(RepositoryRef Repository, int Thread, string Login, Invocation Invocation);

/// <param name="Text">Markdown; what comes from outside is fenced already.</param>
/// <param name="Refused">It was not carried out.</param>
internal sealed record CommandAnswer(string Text, bool Refused = false);

/// <summary>Carries out one command.</summary>
internal interface ICommand
{
    CommandSpec Spec { get; }

    Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel);
}
