namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>Python's traceback, as the interpreter prints it: frames (<c>  File "…", line 3, in f</c>) with their source, then the error.</summary>
internal static class PythonTraceback
{
    public const int MostLines = 40;

    /// <summary>The error: from the first unindented line after the last frame. Empty if there is no frame.</summary>
    public static List<string> Message(List<string> lines)
    {
        var frame = lines.FindLastIndex(l => l.StartsWith("  File \"", StringComparison.Ordinal));
        return frame < 0 ? [] : [.. lines.Skip(frame + 1).SkipWhile(l => l.Length == 0 || char.IsWhiteSpace(l[0])).Where(l => l.Trim().Length > 0)
            .Take(MostLines)];
    }
}
