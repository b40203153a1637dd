using Whybot.Analysis.Commands;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Settings;
using Whybot.Foundation.Origins;
using Whybot.GitHub;
using Whybot.Storage;

namespace Whybot.Commands;

/// <summary>Where a command was given, by whom, and what it says.</summary>
/// <param name="Thread">Number of the issue or pull request.</param>
/// <param name="Comment">What it stands in.</param>
/// <param name="Settings">The repository's, of its default branch.</param>
internal sealed record CommandContext(RepositoryRef Repository, int Thread, CommentRef Comment, string Login, Invocation Invocation, RepositorySettings Settings)
{
    /// <summary>Comment and place in it: whatever the command does is done once under this key.</summary>
    public string Key => $"{Comment.Key}.{Invocation.Index}";

    public string Arguments => Invocation.Arguments;

    /// <summary>What the command may change: GitHub has just said that the person may use it.</summary>
    public Mandate Mandate => Mandate.OfPerson(Login);
}

/// <summary>What a command decided: what is said, and what is done with it in one transaction.</summary>
/// <param name="Text">Markdown; what comes from outside is fenced already.</param>
/// <param name="Refused">It was not carried out.</param>
internal sealed record CommandAnswer(string Text, bool Refused = false)
{
    /// <summary>Rows to be written together with the answer; writing them twice changes nothing.</summary>
    public Func<Session, Task>? Do { get; init; }

    public static CommandAnswer No(string why) => new($"{why}\n", Refused: true);

    /// <summary>It could not be understood.</summary>
    public static CommandAnswer Mistake(CommandSpec spec, string why) =>
        No($"{why} Write {Markdown.Code(spec.Usage)}, for example {string.Join(" or ", spec.Examples.Select(e => Markdown.Code(e)))}.");
}

/// <summary>Carries out one command.</summary>
internal interface ICommand
{
    CommandSpec Spec { get; }

    Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel);
}
