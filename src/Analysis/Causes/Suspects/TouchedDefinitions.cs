using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Sources;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// The innermost definitions that a hunk changes: by where its lines are in the whole file, or else by its own lines and by its heading, in which git shows
/// the definition above.
/// </summary>
internal static class TouchedDefinitions
{
    private const int MostLines = 2000;

    /// <summary>Shorter lines, such as a bracket, are everywhere.</summary>
    private const int ShortestLine = 6;

    /// <param name="now">The file at the tested commit; null if it is not known.</param>
    public static IReadOnlySet<string> Of(Hunk hunk, SourceFile? now)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var within = Definition.NameIn(hunk.Heading, "{");
        for (var i = 0; i < Math.Min(hunk.Lines.Count, MostLines); i++)
        {
            var line = hunk.Lines[i][1..];
            within = Definition.NameIn(line, i + 1 < hunk.Lines.Count ? hunk.Lines[i + 1][1..] : "") ?? within;
            if (hunk.Lines[i][0] == ' ' || !Patch.IsCode(line))
                continue;
            if (now is not null && Around(hunk, i, now) is { } around)
                names.Add(around);
            else if (within is not null)
                names.Add(within);
        }
        return names;
    }

    /// <summary>An added line may be in the file; for a removed one, the nearest line that stayed.</summary>
    private static string? Around(Hunk hunk, int at, SourceFile now)
    {
        if (hunk.Lines[at][0] == '-')
        {
            at = Enumerable.Range(1, 3).SelectMany(d => new[] { at - d, at + d }).FirstOrDefault(i => i >= 0 && i < hunk.Lines.Count
                && hunk.Lines[i][0] == ' ' && hunk.Lines[i].Trim().Length >= ShortestLine, -1);
            if (at < 0)
                return null;
        }
        var line = hunk.Lines[at][1..];
        return line.Trim().Length >= ShortestLine && now.Places(line).Take(2).ToList() is [var only] ? now.Around(only).LastOrDefault()?.Name : null;
    }
}
