namespace Whybot.Testing;

/// <summary>The lines of a comment that are seen before anything is unfolded.</summary>
public static class Folded
{
    public static IReadOnlyList<string> Visible(string markdown)
    {
        var lines = new List<string>();
        var depth = 0;
        foreach (var line in markdown.Split('\n').Where(l => l.Length > 0 && !l.StartsWith("<!--", StringComparison.Ordinal)))
        {
            if (depth == 0)
                lines.Add(line);
            depth += line.Split("<details>").Length - line.Split("</details>").Length;
        }
        return [.. lines.Where(l => l != "</details>")];
    }
}
