namespace Whybot.Analysis.Results.Console;

/// <summary>What a program that a runner started printed is often the output of a runner too: the first failure that it tells of says what was wrong.</summary>
internal static class InnerRunner
{
    /// <returns>Its message; where none is known, what was printed, without stacks.</returns>
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
