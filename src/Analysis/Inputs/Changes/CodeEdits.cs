using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Changes;

/// <summary>
/// What a commit's changed files say in code: tokens before and after, so that comments, formatting and moved blocks can be told from changes of behaviour.
/// </summary>
internal static partial class CodeEdits
{
    /// <summary>The files of a commit whose code is the same before and after.</summary>
    public static HashSet<ChangedFile> Unchanged(Commit commit, Func<ChangedFile, Patch> patches)
    {
        var edits = commit.Files.Select(f => Edit.Of(f, patches(f))).ToList();
        var same = edits.Where(e => e.Same).Select(e => e.File).ToHashSet<ChangedFile>(ReferenceEqualityComparer.Instance);
        // Whole lines that only went elsewhere. Within one hunk, another order may well be another behaviour.
        if (edits.Where(e => !e.Same).ToList() is { Count: > 0 } moved && moved.All(e => !e.Reordered) && Balanced(moved.SelectMany(e => e.Lines)))
            same.UnionWith(moved.Select(e => e.File));
        return same;
    }

    private static bool Balanced(IEnumerable<(string Line, int Count)> lines)
    {
        var balance = new Dictionary<string, int>(StringComparer.Ordinal);
        var any = false;
        foreach (var (line, count) in lines)
        {
            any = true;
            balance[line] = balance.GetValueOrDefault(line) + count;
        }
        return any && balance.Values.All(c => c == 0);
    }

    /// <param name="Same">The token streams of both sides are equal.</param>
    /// <param name="Reordered">A hunk has the same lines before and after, in another order.</param>
    /// <param name="Lines">Each changed line as tokens: +1 if it was added, -1 if it was removed.</param>
    private sealed record Edit(ChangedFile File, bool Same, bool Reordered, IReadOnlyList<(string Line, int Count)> Lines)
    {
        public static Edit Of(ChangedFile file, Patch patch)
        {
            var tokens = new CodeTokens(file.Path);
            var imports = Importing().IsMatch(file.Path);
            var (same, reordered) = (patch.Hunks.Count > 0, false);
            var changed = new List<(string, int)>();
            foreach (var hunk in patch.Hunks)
            {
                var (before, after) = (Side(hunk, '-', tokens, imports), Side(hunk, '+', tokens, imports));
                var equal = before.SelectMany(l => l.Tokens).SequenceEqual(after.SelectMany(l => l.Tokens));
                var lines = before.Select(l => (l, -1)).Concat(after.Select(l => (l, 1))).Where(l => l.l.Changed && l.l.Tokens.Count > 0)
                    .Select(l => (string.Join(' ', l.l.Tokens), l.Item2)).ToList();
                same &= equal;
                reordered |= !equal && Balanced(lines);
                changed.AddRange(lines);
            }
            return new Edit(file, same, reordered, changed);
        }

        private static List<(bool Changed, List<string> Tokens)> Side(Hunk hunk, char mark, CodeTokens tokens, bool imports)
        {
            var lines = hunk.Lines.Where(l => l[0] == ' ' || l[0] == mark).ToList();
            var read = tokens.Of([.. lines.Select(l => l[1..])]);
            return [.. lines.Zip(read).Select(p => (p.First[0] == mark,
                imports && p.Second is ["import" or "using", _, .., ";"] && !p.Second.Contains("=") && !p.Second.Contains("(") ? [] : p.Second))];
        }
    }

    /// <summary>Languages in which an import only makes names short.</summary>
    [GeneratedRegex(@"\.(?:java|groovy|cs)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Importing();
}
