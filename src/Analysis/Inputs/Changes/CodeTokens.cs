namespace Whybot.Analysis.Inputs.Changes;

/// <summary>
/// Splits source lines into tokens without comments and white space, well enough for any language: names and numbers, quoted strings, and single marks. Where
/// indentation has a meaning (Python, YAML), it is a token too.
/// </summary>
internal sealed class CodeTokens
{
    private static readonly string[] Hash = ["py", "pyx", "pyi", "rb", "sh", "bash", "yml", "yaml", "toml", "pl", "r", "ex", "exs", "cfg", "ini", "tf"];
    private static readonly string[] Dashes = ["sql", "lua", "hs", "elm"];
    private static readonly string[] Markup = ["html", "htm", "xml", "xhtml", "svg"];
    private static readonly string[] Indented = ["py", "pyx", "pyi", "yml", "yaml", "haml", "pug", "sass", "coffee", "nim", "fs"];

    private enum Part { Code, Comment, Value }

    private readonly string _line;
    private readonly string _open;
    private readonly string _close;
    private readonly bool _indented;

    /// <param name="path">Its extension says which comments there are; an unknown one is read like C.</param>
    public CodeTokens(string path)
    {
        var extension = path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant();
        (_line, _open, _close) = Hash.Contains(extension) ? ("#", "\"\"\"", "\"\"\"") : Dashes.Contains(extension) ? ("--", "/*", "*/")
            : Markup.Contains(extension) ? ("\0", "<!--", "-->") : ("//", "/*", "*/");
        _indented = Indented.Contains(extension);
    }

    /// <summary>The tokens of each line in turn. The lines may begin inside a comment: a line of text before its end is taken for one.</summary>
    public List<List<string>> Of(IReadOnlyList<string> lines)
    {
        var (part, above) = (BeginsInside(lines) ? Part.Comment : Part.Code, "");
        var tokens = new List<List<string>>(lines.Count);
        foreach (var line in lines)
        {
            tokens.Add(OfLine(line, above, ref part));
            above = string.IsNullOrWhiteSpace(line) ? above : line.TrimEnd();
        }
        return tokens;
    }

    private bool BeginsInside(IReadOnlyList<string> lines)
    {
        if (_open == _close)
            return EndsFirst(lines);
        foreach (var line in lines)
            if (line.IndexOf(_open, StringComparison.Ordinal) is var begin && line.IndexOf(_close, StringComparison.Ordinal) is var end && begin != end)
                return end >= 0 && (begin < 0 || begin > end);
        // A hunk in the middle of a block comment has neither end; its lines begin with a star.
        return _open == "/*" && lines.Count > 0 && lines.All(l => l.TrimStart() is "" or ['*', ..]);
    }

    /// <summary>
    /// Whether the first mark that stands alone ends a text: where both ends look alike, what is around it tells. A hunk often begins with the end of the
    /// description above the code that it changes. In doubt it is an end, because then what follows counts as code.
    /// </summary>
    private bool EndsFirst(IReadOnlyList<string> lines)
    {
        var above = "";
        foreach (var line in lines)
        {
            var at = line.IndexOf(_open, StringComparison.Ordinal);
            if (at >= 0 && line.IndexOf(_open, at + _open.Length, StringComparison.Ordinal) < 0)
            {
                var before = line[..at].Trim();
                if (before.Length > 2 || !before.All(char.IsAsciiLetter))
                    return !Announces(before);
                return !line[(at + _open.Length)..].Any(char.IsLetterOrDigit) && !Announces(above);
            }
            if (!string.IsNullOrWhiteSpace(line))
                above = line.TrimEnd();
        }
        return false;
    }

    /// <summary>A text can begin after this: <c>def total(x):</c>, <c>query = </c>, <c>return</c>.</summary>
    private static bool Announces(string before) =>
        before.Length > 0
            && (before[^1] is ':' or '=' or '(' or ',' or '[' or '{' or '+' or '%' or '\\' || before.EndsWith("return", StringComparison.Ordinal));

    /// <summary>A statement that is nothing but a text is a description; any other text is a value, and to change it is to change what the code does.</summary>
    private bool IsValue(string before, string above) =>
        _open == _close && (Announces(before) || (before.Length <= 1 && above.Length > 0 && above[^1] != ':' && Announces(above)));

    private List<string> OfLine(string line, string above, ref Part part)
    {
        var tokens = new List<string>();
        for (var at = 0; at < line.Length;)
        {
            if (part != Part.Code)
            {
                var end = line.IndexOf(_close, at, StringComparison.Ordinal);
                if (part == Part.Value)
                    tokens.Add(line[at..(end < 0 ? line.Length : end)]);
                if (end < 0)
                    return tokens;
                (part, at) = (Part.Code, end + _close.Length);
            }
            else if (char.IsWhiteSpace(line[at]))
                at++;
            else if (Begins(line, at, _open))
                (part, at) = (IsValue(line[..at].Trim(), above) ? Part.Value : Part.Comment, at + _open.Length);
            else if (Begins(line, at, _line))
                break;
            else
            {
                if (_indented && tokens.Count == 0)
                    tokens.Add($"indent {at}");
                var end = End(line, at);
                tokens.Add(line[at..end]);
                at = end;
            }
        }
        return tokens;
    }

    private static bool Begins(string line, int at, string mark) => string.CompareOrdinal(line, at, mark, 0, mark.Length) == 0;

    private static int End(string line, int at)
    {
        var first = line[at];
        var end = at + 1;
        if (IsName(first))
        {
            while (end < line.Length && IsName(line[end]))
                end++;
            return end;
        }
        if (first is not ('"' or '\'' or '`'))
            return end;
        while (end < line.Length && line[end] != first)
            end += line[end] == '\\' ? 2 : 1;
        return Math.Min(line.Length, end + 1);
    }

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
