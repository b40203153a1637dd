using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Changes;

/// <summary>One hunk of a unified diff.</summary>
/// <param name="NewStart">First line in the file after the change.</param>
internal sealed record Hunk(int NewStart, int NewCount, string Heading, IReadOnlyList<string> Added, IReadOnlyList<string> Removed,
    IReadOnlyList<string> Context);

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
        }
    }

    public IReadOnlyList<Hunk> Hunks { get; }
    public HashSet<string> AddedNames { get; } = [];
    public HashSet<string> RemovedNames { get; } = [];

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
        List<string> added = [], removed = [], context = [];
        foreach (var line in patch.Split('\n').Take(MaxLines))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                (added, removed, context) = ([], [], []);
                hunks.Add(new Hunk(int.Parse(heading.Groups["start"].Value), heading.Groups["count"] is { Success: true } count ? int.Parse(count.Value) : 1,
                    heading.Groups["text"].Value, added, removed, context));
            }
            else if (line.StartsWith('+'))
                added.Add(line[1..]);
            else if (line.StartsWith('-'))
                removed.Add(line[1..]);
            else if (line.StartsWith(' '))
                context.Add(line[1..]);
        }
        return new Patch(hunks);
    }

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

    private static bool IsCode(string line) => line.TrimStart() is { Length: > 0 } text && !Comment().IsMatch(text);

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

    [GeneratedRegex(@"^@@ -\d+(?:,\d+)? \+(?<start>\d{1,9})(?:,(?<count>\d{1,9}))? @@ ?(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:#(?!!|include|define|if|endif)|//|/\*|\*/?\s|\*$|--\s|<!--|"""""")", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?:(?:self|this|app|ctx)\.)?_?(?:log|logger|logging|console|Log|LOG|print|fmt\.Print\w*|puts)\b[.(]", RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Logging();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("""'(?<text>(?:[^'\\\n]|\\.){1,400})'|"(?<text>(?:[^"\\\n]|\\.){1,400})"|`(?<text>(?:[^`\\\n]|\\.){1,400})`""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$?\{[^}]*\}|%[-+ 0-9.]*[sdifgrxj]|\\n|\\t", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
