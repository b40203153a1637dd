using System.Text;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Changes;

/// <summary>
/// A CODEOWNERS file: lines of <c>pattern owner…</c>; <c>#</c> begins a comment; the last line that matches a path decides. The patterns are those of gitignore
/// without <c>!</c> and <c>[ ]</c> (docs.github.com, "About code owners").
/// </summary>
public sealed class CodeOwners
{
    private const int MaxLines = 5000;
    private static readonly TimeSpan MatchWithin = TimeSpan.FromSeconds(1);

    private readonly List<(Regex Pattern, IReadOnlyList<string> Owners)> _rules = [];

    public CodeOwners(string text)
    {
        foreach (var line in text.Split('\n').Take(MaxLines))
        {
            var words = line.Split('#')[0].Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && words[0].Length <= 200 && !words[0].StartsWith('!') && !words[0].Contains('['))
                _rules.Add((Pattern(words[0]), words[1..]));
        }
    }

    /// <summary>The owners as written in the file; empty if no line matches or if the last matching line names nobody.</summary>
    public IReadOnlyList<string> Of(string path)
    {
        for (var i = _rules.Count - 1; i >= 0; i--)
            if (_rules[i].Pattern.IsMatch(path))
                return _rules[i].Owners;
        return [];
    }

    /// <summary>A slash at the beginning or inside anchors the pattern at the root. A name matches the file, or the folder and everything below it.</summary>
    private static Regex Pattern(string glob)
    {
        var anchored = glob.TrimEnd('/').Contains('/');
        var body = new StringBuilder(anchored ? "^" : "(?:^|/)");
        var rest = glob.TrimStart('/');
        for (var i = 0; i < rest.Length; i++)
            if (rest.AsSpan(i).StartsWith("**/"))
            {
                body.Append("(?:.*/)?");
                i += 2;
            }
            else if (rest.AsSpan(i).StartsWith("**"))
            {
                body.Append(".*");
                i++;
            }
            else
                body.Append(rest[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
        // "docs/*" owns the files in docs, but not those in its subfolders.
        body.Append(rest.EndsWith('/') ? "" : rest.EndsWith("/*", StringComparison.Ordinal) ? "$" : "(?:/|$)");
        return new Regex(body.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchWithin);
    }
}
