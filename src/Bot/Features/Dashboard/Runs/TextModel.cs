using System.Text;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Dashboard.Runs;

/// <summary>Lines of a text with their numbers.</summary>
/// <param name="Title">The text's name.</param>
/// <param name="First">Number of the first line shown, starting at 1.</param>
/// <param name="Marked">The lines that are cited; none if the text is only being viewed.</param>
public sealed record TextModel(RunModel Run, string Title, int First, IReadOnlyList<string> Lines, (int First, int Last)? Marked)
{
    private const int MostLines = 500;
    private const int MostCharacters = 2000;

    /// <summary>Addresses of the lines before and after these; null if none.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>What the report quotes from the marked lines.</summary>
    public IReadOnlyList<string> Excerpts { get; init; } = [];

    public static TextModel Of(RunModel run, Passage passage) =>
        new(run, passage.Pointer is { } pointer ? $"{passage.Source}#{pointer}" : passage.Source, passage.First, passage.Lines,
            passage is { Line: { } line, EndLine: { } end } ? (line, end) : null)
        {
            Excerpts = run.Excerpts(passage),
        };

    /// <summary>One page of a file.</summary>
    /// <param name="from">Number of the first line to show.</param>
    public static TextModel Of(RunModel run, string name, string address, byte[] content, int from)
    {
        var lines = new List<string>();
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        var number = 0;
        while (lines.Count <= MostLines && reader.ReadLine() is { } line)
            if (++number >= from)
                lines.Add(line);
        var more = lines.Count > MostLines;
        // It was masked when it was stored; mask it again with what is known about secrets now.
        var shown = SafeText.Lines(Secrets.Redact(string.Join('\n',
            lines.Take(MostLines).Select(l => l.Length > MostCharacters ? l[..MostCharacters] + "…" : l)))).Split('\n');
        return new TextModel(run, name, from, shown, null)
        {
            Before = from > 1 ? $"{address}?from={Math.Max(1, from - MostLines)}" : null,
            After = more ? $"{address}?from={from + MostLines}" : null,
        };
    }
}
