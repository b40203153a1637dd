namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// The small part of YAML that TAP writers use to say why a test failed: <c>key: value</c>, quoted or as a block below it, and one level of keys inside a key.
/// Nothing is resolved or expanded.
/// </summary>
internal sealed class TapYaml
{
    private readonly IReadOnlyList<string> _lines;

    public TapYaml(IReadOnlyList<string> lines) => _lines = Left(lines);

    private static readonly string[] Blocks = ["", "|", "|-", "|+", ">", ">-", ">+"];

    public string Text => string.Join('\n', _lines);

    /// <summary>A key's value; null if missing or empty.</summary>
    public string? this[string key] => Of(_lines, key) is { Length: > 0 } value ? value : null;

    /// <summary>A key's value inside another key.</summary>
    public string? Inner(string key, string inner) =>
        Find(_lines, key) is >= 0 and var at && Of(Below(_lines, at), inner) is { Length: > 0 } value ? value : null;

    private static string? Of(IReadOnlyList<string> lines, string key)
    {
        var at = Find(lines, key);
        if (at < 0)
            return null;
        var value = lines[at][(lines[at].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        if (Blocks.Contains(value, StringComparer.Ordinal))
            return string.Join('\n', Below(lines, at)).Trim('\n');
        return value[0] is '"' or '\'' ? Quoted(lines, at, value) : value is "~" or "null" ? "" : value;
    }

    /// <summary>The text up to the closing quotation mark, which may be on a later line.</summary>
    private static string Quoted(IReadOnlyList<string> lines, int at, string value)
    {
        var quote = value[0];
        while (!(value.Length > 1 && value[^1] == quote && (quote == '\'' || value[^2] != '\\')) && ++at < lines.Count)
            value += $"\n{lines[at]}";
        value = value.Length > 1 && value[^1] == quote ? value[1..^1] : value[1..];
        return quote == '\'' ? value.Replace("''", "'", StringComparison.Ordinal)
            : value.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);
    }

    /// <summary>The first line with that key at the outermost level.</summary>
    private static int Find(IReadOnlyList<string> lines, string key)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Length > key.Length && lines[i][key.Length] == ':' && lines[i].StartsWith(key, StringComparison.Ordinal))
                return i;
        return -1;
    }

    /// <summary>The more deeply indented lines below a line, with the common indentation removed.</summary>
    private static IReadOnlyList<string> Below(IReadOnlyList<string> lines, int at) =>
        Left([.. lines.Skip(at + 1).TakeWhile(l => l.Length == 0 || l[0] == ' ')]);

    private static IReadOnlyList<string> Left(IReadOnlyList<string> lines)
    {
        var indent = lines.Where(l => l.Trim().Length > 0).Select(Indent).DefaultIfEmpty(0).Min();
        return indent == 0 ? lines : [.. lines.Select(l => l.Length >= indent ? l[indent..] : "")];
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
