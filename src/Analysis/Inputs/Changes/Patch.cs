using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Changes;

/// <summary>One hunk of a unified diff.</summary>
/// <param name="OldStart">First line in the file before the change.</param>
/// <param name="NewStart">First line in the file after the change.</param>
/// <param name="Lines">Its lines in order, each with its mark: '+', '-' or ' '.</param>
internal sealed record Hunk(int OldStart, int OldCount, int NewStart, int NewCount, string Heading, IReadOnlyList<string> Lines)
{
    public IEnumerable<string> Added => Marked('+');
    public IEnumerable<string> Removed => Marked('-');
    public IEnumerable<string> Context => Marked(' ');

    private IEnumerable<string> Marked(char mark) => Lines.Where(l => l[0] == mark).Select(l => l[1..]);
}

/// <summary>What a patch really changed: the names and literals that were added and removed, not those that are merely on the same line.</summary>
internal sealed partial class Patch
{
    private const int MaxLines = 20_000;

    private Patch(IReadOnlyList<Hunk> hunks)
    {
        Hunks = hunks;
        foreach (var hunk in hunks)
        {
            var added = Names(hunk.Added.Where(Acts));
            var removed = Names(hunk.Removed.Where(Acts));
            AddedNames.UnionWith(added.Where(n => n.Value > removed.GetValueOrDefault(n.Key)).Select(n => n.Key));
            RemovedNames.UnionWith(removed.Where(n => n.Value > added.GetValueOrDefault(n.Key)).Select(n => n.Key));
            var addedLiterals = Literals(hunk.Added.Where(Acts));
            var removedLiterals = Literals(hunk.Removed.Where(Acts));
            AddedLiterals.UnionWith(addedLiterals.Except(removedLiterals));
            RemovedLiterals.UnionWith(removedLiterals.Except(addedLiterals));
            foreach (var (before, after) in hunk.Removed.Where(Acts).Zip(hunk.Added.Where(Acts)))
                if (Literals([before]).Except(Literals([after])).ToList() is [var old] && Literals([after]).Except(Literals([before])).ToList() is [var now])
                    _replaced.TryAdd(old, now);
        }
    }

    public IReadOnlyList<Hunk> Hunks { get; }
    public HashSet<string> AddedNames { get; } = [];
    public HashSet<string> RemovedNames { get; } = [];

    /// <summary>Literals that took the place of others: on the line that came instead, in the same order.</summary>
    private readonly Dictionary<string, string> _replaced = new(StringComparer.Ordinal);

    /// <summary>The literal that took the place of this one; null for none.</summary>
    public string? Replacement(string literal) => _replaced.GetValueOrDefault(literal);

    /// <summary>The insides of string literals; pieces between placeholders of formatted strings.</summary>
    public HashSet<string> AddedLiterals { get; } = [];
    public HashSet<string> RemovedLiterals { get; } = [];

    /// <summary>Only comments and blank lines changed.</summary>
    public bool OnlyComments => Hunks.Count > 0 && Hunks.All(h => !h.Added.Any(IsCode) && !h.Removed.Any(IsCode));

    /// <summary>Only lines that write to a log changed.</summary>
    public bool OnlyLogging => Hunks.Count > 0 && Hunks.All(h => h.Added.Concat(h.Removed).Where(IsCode).All(l => Logging().IsMatch(l)));

    public bool Touches(int line, int slack) => Hunks.Any(h => line >= h.NewStart - slack && line <= h.NewStart + h.NewCount + slack);

    public static Patch Parse(string patch)
    {
        var hunks = new List<Hunk>();
        List<string> lines = [];
        foreach (var line in patch.Split('\n').Take(MaxLines))
            if (Heading().Match(line) is { Success: true } heading)
            {
                lines = [];
                hunks.Add(new Hunk(Number(heading.Groups["old"], 0), Number(heading.Groups["oldCount"], 1), Number(heading.Groups["start"], 0),
                    Number(heading.Groups["count"], 1), heading.Groups["text"].Value, lines));
            }
            else if (line.Length > 0 && line[0] is '+' or '-' or ' ')
                lines.Add(line);
        return new Patch(hunks);
    }

    private static int Number(Group group, int otherwise) => group.Success ? int.Parse(group.Value) : otherwise;

    /// <summary>A changed line that contains the words, as written in the patch; for citations.</summary>
    public static string? LineWith(string patch, string words) =>
        patch.Split('\n').FirstOrDefault(l => l.Length > 1 && l[0] is '+' or '-' && l.Contains(words, StringComparison.Ordinal));

    /// <summary>The first changed line that contains code.</summary>
    public static string? FirstChange(string patch)
    {
        var lines = patch.Split('\n').Where(l => l.Length > 1 && l[0] is '+' or '-' && IsCode(l[1..])).ToList();
        return lines.FirstOrDefault(l => l[0] == '+') ?? lines.FirstOrDefault();
    }

    /// <summary>A line that writes to a log reports errors but does not cause them, so its words in an error are no evidence against the change.</summary>
    private static bool Acts(string line) => IsCode(line) && !Logging().IsMatch(line);

    public static bool IsCode(string line) => line.TrimStart() is { Length: > 0 } text && !Comment().IsMatch(text);

    private static Dictionary<string, int> Names(IEnumerable<string> lines)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
            foreach (Match match in Name().Matches(line))
                names[match.Value] = names.GetValueOrDefault(match.Value) + 1;
        return names;
    }

    private static HashSet<string> Literals(IEnumerable<string> lines)
    {
        var literals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
            foreach (Match match in Literal().Matches(line))
                foreach (var piece in Placeholder().Split(match.Groups["text"].Value).Select(p => p.Trim()).Where(p => p.Length >= 3))
                    literals.Add(piece);
        return literals;
    }

    [GeneratedRegex(@"^@@ -(?<old>\d{1,9})(?:,(?<oldCount>\d{1,9}))? \+(?<start>\d{1,9})(?:,(?<count>\d{1,9}))? @@ ?(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:#(?!!|include|define|if|endif)|//|/\*|\*/?\s|\*$|--\s|<!--|"""""")", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?:(?:self|this|app|ctx)\.)?_?(?:log|logger|logging|console|Log|LOG|print|fmt\.Print\w*|puts)\b[.(]", RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Logging();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Name();

    [GeneratedRegex("""'(?<text>(?:[^'\\\n]|\\.){1,400})'|"(?<text>(?:[^"\\\n]|\\.){1,400})"|`(?<text>(?:[^`\\\n]|\\.){1,400})`""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$?\{[^}]*\}|%[-+ 0-9.]*[sdifgrxj]|\\n|\\t", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Placeholder();
}
