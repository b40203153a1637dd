using System.Buffers;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// The name in front of each line if one step runs several processes: docker compose (<c>tests-1  | text</c>), turbo (<c>web:test: text</c>), pnpm
/// (<c>packages/web test: text</c>), yarn (<c>[@shop/web]: text</c>) and lerna (<c>@shop/web: text</c>). Their lines are interleaved, and each process has its
/// own runner.
/// </summary>
internal static partial class LinePrefix
{
    /// <summary>No process name is longer.</summary>
    private const int MostOfName = 160;

    /// <summary>A name that begins with a letter ends with one of these.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create([" |", "test:", "e2e:", "ci:", "check:", "unit:"], StringComparison.Ordinal);

    /// <returns>Name and text; null if the line has no such name.</returns>
    public static (string Name, string Text)? Of(string line)
    {
        var head = line.AsSpan(0, Math.Min(line.Length, MostOfName));
        if (head.IsEmpty || !(head[0] is '@' or '[' ? head.Contains(':') : head.ContainsAny(Signs)) || Shape().Match(line) is not { Success: true } found)
            return null;
        return (found.Groups["name"].Value, found.Groups["text"].Value);
    }

    [GeneratedRegex("""
          ^(?<name>[A-Za-z][\w.-]{0,60}[-_]\d{1,3})\ +\|(?:\ (?<text>.*))?$
        | ^(?<name>@?[A-Za-z][\w./-]{0,80}[:\ ](?:test|e2e|ci|check|unit)(?::[\w:-]{1,40})?):(?:\ (?<text>.*))?$
        | ^\[(?<name>@?[A-Za-z][\w.-]{0,60}/[\w.-]{1,60})\]:(?:\ (?<text>.*))?$
        | ^(?<name>@[A-Za-z][\w.-]{0,60}/[\w.-]{1,60}):(?:\ (?<text>.*))?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Shape();
}
