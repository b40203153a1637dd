namespace Whybot.Analysis.Inputs.Sources;

/// <summary>A whole file of the repository at the tested commit.</summary>
/// <param name="path">From the repository's root.</param>
public sealed class SourceFile(string path, string text)
{
    private IReadOnlyList<Definition>? _definitions;
    private ILookup<string, int>? _places;

    public string Path => path;

    /// <summary>Without their ends.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. text.Split('\n').Select(l => l.TrimEnd('\r'))];

    /// <summary>Functions, methods, classes and types, in the order of their first lines.</summary>
    internal IReadOnlyList<Definition> Definitions => _definitions ??= [.. Definition.In(Lines)];

    /// <summary>The definitions that the line is in or begins, outermost first.</summary>
    /// <param name="line">1-based.</param>
    internal IEnumerable<Definition> Around(int line) => Definitions.TakeWhile(d => d.First <= line).Where(d => line <= d.Last);

    /// <summary>The numbers of the lines with this text, apart from white space around it.</summary>
    internal IEnumerable<int> Places(string line)
    {
        _places ??= Lines.Select((l, i) => (Text: l.Trim(), Number: i + 1)).ToLookup(l => l.Text, l => l.Number, StringComparer.Ordinal);
        return _places[line.Trim()];
    }
}
