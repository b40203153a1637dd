using Whybot.Hosts.Cli;
using Whybot.Runs.Analyzing;
using Whybot.Testing;

namespace Whybot.Benchmarks;

/// <summary>
/// Runs the commands inside the test's process, with the same arguments and the same files. For tests of what becomes of an analysis; that it is kept apart,
/// with little memory and without tokens, is for tests that have a process.
/// </summary>
internal sealed class CommandsInProcess : ICommandRunner
{
    public Task<CommandEnd> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancel) =>
        Task.Run(() => RunAsync(arguments), cancel).WaitAsync(cancel);

    private static async Task<CommandEnd> RunAsync(IReadOnlyList<string> arguments)
    {
        using var errors = new StringWriter();
        CapturedConsole.To(TextWriter.Null, errors);
        var code = await CommandLine.RunAsync(arguments);
        if (code == ExitCodes.Internal)
            throw new InvalidOperationException(errors.ToString());
        return new CommandEnd(code, null);
    }
}
