using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Sources;

/// <summary>
/// A function, a method, a class or a type. It is found by how its first line looks in most languages, and ends before the next line that is not indented
/// further, because nearly all code is indented by its structure: nothing is parsed.
/// </summary>
/// <param name="First">Its first line, 1-based.</param>
/// <param name="Last">Its last line.</param>
internal sealed partial record Definition(string Name, int First, int Last)
{
    private const int LongestLine = 400;
    private const int TabWidth = 4;

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "if", "for", "foreach", "while", "switch", "catch", "return", "function", "sizeof", "elif", "else", "do", "try", "with", "using", "lock", "new",
        "await", "yield", "throw", "when", "match", "unless", "until", "case", "select", "assert", "super", "constructor", "defined", "func", "fn", "it",
        "test", "describe", "context", "beforeEach", "afterEach", "expect",
    };

    public static IEnumerable<Definition> In(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (NameIn(lines[i], i + 1 < lines.Count ? lines[i + 1] : "") is { } name)
                yield return new Definition(name, i + 1, End(lines, i) + 1);
    }

    /// <summary>The name that a line defines; null for none.</summary>
    /// <param name="next">The line below it, on which some put the brace.</param>
    public static string? NameIn(string line, string next)
    {
        if (line.Length is 0 or > LongestLine || Comment().IsMatch(line))
            return null;
        var found = ByKeyword().Match(line);
        if (!found.Success)
            found = Assigned().Match(line);
        if (!found.Success && (line.AsSpan().TrimEnd().EndsWith("{") || next.AsSpan().Trim() is "{"))
            found = WithBrace().Match(line);
        return found.Success && found.Groups["name"].Value is var name && !Keywords.Contains(name) ? name : null;
    }

    /// <summary>The last line, 0-based, of the block that begins with a line.</summary>
    public static int End(IReadOnlyList<string> lines, int first)
    {
        var (own, last) = (Indentation(lines[first]), first);
        for (var i = first + 1; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var indentation = Indentation(lines[i]);
            var begin = lines[i].AsSpan().TrimStart();
            if (indentation > own || (indentation == own && begin[0] is '{'))
                last = i;
            // A closing bracket, or Ruby's word for one; more may follow after the bracket of the parameters.
            else if (indentation == own && (begin[0] is '}' or ')' or ']' || begin.StartsWith("end")))
            {
                last = i;
                if (!begin.TrimEnd().EndsWith("{") && !begin.TrimEnd().EndsWith(":"))
                    return last;
            }
            else
                return last;
        }
        return last;
    }

    private static int Indentation(string line)
    {
        var columns = 0;
        foreach (var c in line)
            if (c == ' ')
                columns++;
            else if (c == '\t')
                columns += TabWidth;
            else
                break;
        return columns;
    }

    [GeneratedRegex(@"^\s*(?:#(?!\s*define)|//|/?\*|--)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Comment();

    /// <summary>After modifiers: <c>async def total(</c>, <c>func (c *Cart) Total(</c>, <c>export class Cart</c>, <c>#define TOTAL</c>.</summary>
    [GeneratedRegex("""
        ^\s*(?:[a-z]+(?:\([a-z]+\))?\ ){0,5}(?:\#\s*define|def|class|function|func|fn|struct|enum|trait|interface|module|type|record)(?:\s*\*)?\s+
        (?:\([^)]{0,80}\)\s*)?(?:self\.|&)?(?<name>[A-Za-z_$][\w$]*[?!]?)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex ByKeyword();

    /// <summary><c>const total = (</c>, <c>exports.total = </c>, <c>Cart.prototype.total = </c>, <c>total: function</c>.</summary>
    [GeneratedRegex("""
        ^\s*(?:(?:export\ )?(?:const|let|var)\ (?<name>[\w$]+)\s*(?::[^=]{1,80})?=\s*(?:async\s*)?(?:function\b|\(|[\w$]+\s*=>|class\b|\{\s*$)
        |(?:module\.)?exports\.(?<name>[\w$]+)\s*=|[\w$.]+\.prototype\.(?<name>[\w$]+)\s*=
        |(?<name>[\w$]+)\s*[:=]\s*(?:async\s*)?(?:function\b|\([^)]{0,80}\)\s*=>))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex Assigned();

    /// <summary><c>double Cart::total(int rows) const {</c>, <c>public static int Total() {</c>, <c>get total() {</c>.</summary>
    [GeneratedRegex(@"^\s*(?:[\w:<>,&*\[\]?~.]+\s+){0,8}[*&]{0,2}(?:\w+(?:<[^>]{0,40}>)?::)*(?<name>[~#]?[A-Za-z_$][\w$]*)\s*\([^;]*$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex WithBrace();
}
