using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;

namespace Whybot.Features.Commands;

/// <summary>Where a command was given, by whom, and what it says.</summary>
/// <param name="Thread">Number of the issue or pull request.</param>
/// <param name="Comment">The comment that contains it.</param>
/// <param name="Settings">The repository's settings, from its default branch.</param>
internal sealed record CommandContext(RepositoryRef Repository, int Thread, CommentRef Comment, string Login, Invocation Invocation,
    RepositorySettings Settings)
{
    /// <summary>The comment and the command's position in it: under this key, what the command does is done only once.</summary>
    public string Key => $"{Comment.Key}.{Invocation.Index}";

    public string Arguments => Invocation.Arguments;

    /// <summary>What the command may change: GitHub has just confirmed that the person may use it.</summary>
    public Mandate Mandate => Mandate.OfPerson(Login);
}

/// <summary>What a command decided: the answer's text, and what to do in one transaction with it.</summary>
/// <param name="Text">Markdown; text from outside is already fenced.</param>
/// <param name="Refused">The command was not carried out.</param>
internal sealed record CommandAnswer(string Text, bool Refused = false)
{
    /// <summary>Writes rows together with the answer; doing so twice changes nothing.</summary>
    public Func<Session, Task>? Do { get; init; }

    public static CommandAnswer No(string why) => new($"{why}\n", Refused: true);

    /// <summary>The command could not be understood.</summary>
    public static CommandAnswer Mistake(CommandSpec spec, string why) =>
        No($"{why} Write {Markdown.Code(spec.Usage)}, for example {string.Join(" or ", spec.Examples.Select(e => Markdown.Code(e)))}.");
}

/// <summary>Carries out one command.</summary>
internal interface ICommand
{
    /// <summary>What it says of itself: its name, usage, help and examples, and who may use it.</summary>
    CommandSpec Definition { get; }

    Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel);
}

/// <summary>A command whose definition is known without an instance, so that help, documentation and settings are made from it.</summary>
internal interface ICommand<TSelf> : ICommand where TSelf : ICommand<TSelf>
{
    static abstract CommandSpec Spec { get; }

    CommandSpec ICommand.Definition => TSelf.Spec;
}
