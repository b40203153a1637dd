namespace Whybot.Runs.Analyzing;

/// <summary>Runs a command of this program that reads what outsiders wrote: <c>analyze</c>, <c>plan</c> or <c>rules</c>.</summary>
internal interface ICommandRunner
{
    /// <param name="folder">The run's folder, in which the command may write.</param>
    Task<CommandEnd> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancel);
}

/// <summary>How a command ended.</summary>
/// <param name="Problem">What went wrong, in words for people who read the check; null if the exit code says all there is to say.</param>
internal sealed record CommandEnd(int Code, string? Problem);
