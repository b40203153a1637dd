namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>The output of a program that a runner started is often a runner's output too: its first failure says what was wrong.</summary>
internal static class InnerRunner
{
    /// <returns>Its message, or else the output without stacks.</returns>
    public static IReadOnlyList<string> Message(ConsoleSection printed)
    {
        var readers = ConsoleReaders.All(printed.Name, "");
        foreach (var line in printed.Lines)
            foreach (var reader in readers)
                reader.Feed(line);
        var first = readers.SelectMany(r => r.Finish().Cases).Where(c => c is { Bad: true, Failure: not null }).OrderBy(c => c.Failure!.Line).FirstOrDefault();
        return (first?.Failure!.Message ?? FailureMessages.Clean(null, string.Join('\n', printed.Lines.Select(l => l.Text)))).Split('\n');
    }
}
