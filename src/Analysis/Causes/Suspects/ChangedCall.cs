using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// Finds who changed how a function is called, if the error says that a call of it does not fit. The call was right until the first line of the function was
/// written anew: so that is the most direct evidence, unless somebody wrote the call in the same range.
/// </summary>
internal static partial class ChangedCall
{
    private const double Points = 6;

    public static IEnumerable<Suspicion> Of(ChangedFile file, Patch patch, FaultText fault) =>
        fault.Misfits.Where(n => IsIn(patch, n)).Select(n => new Suspicion(Points, $"{new ChangedFirstLine(file, fault.Facts, n)}", n));

    /// <summary>
    /// The functions of which an error says that they were called with too few, too many or other arguments. Every class of Python has an
    /// <c>__init__</c>, so that name says nothing.
    /// </summary>
    public static IReadOnlyList<string> Named(string said) =>
        [.. Misfit().Matches(said).Select(m => m.Groups["name"].Value).Select(n => n[(n.LastIndexOfAny(['.', ':']) + 1)..])
            .Where(n => n.Length > 0 && !n.StartsWith("__", StringComparison.Ordinal)).Distinct()];

    /// <summary>Whether a hunk takes away a line that defines the name and has another one instead.</summary>
    public static bool IsIn(Patch patch, string name) => patch.Hunks.Any(h =>
    {
        var (removed, added) = (Defining(h, '-', name), Defining(h, '+', name));
        return removed.Count > 0 && added.Except(removed).Any() && removed.Except(added).Any();
    });

    /// <summary>Lines with that mark that define the name, without their spaces.</summary>
    private static List<string> Defining(Hunk hunk, char mark, string name)
    {
        var side = hunk.Lines.Where(l => l[0] == mark || l[0] == ' ').ToList();
        return [.. side.Where((l, i) => l[0] == mark && Definition.NameIn(l[1..], i + 1 < side.Count ? side[i + 1][1..] : "") == name)
            .Select(l => string.Concat(l[1..].Where(c => !char.IsWhiteSpace(c))))];
    }

    [GeneratedRegex("""
        (?:not\ enough|too\ many)\ arguments\ in\ call\ to\ (?<name>[\w.]+)
        |No\ overload\ for\ method\ '(?<name>\w+)'\ takes
        |corresponds\ to\ the\ required\ parameter\ '\w+'\ of\ '(?<name>[\w.]+)
        |\b(?:method|constructor)\ (?<name>\w+)\ in\ (?:class|interface|record|enum)\ \S+\ cannot\ be\ applied
        |\btoo\ (?:few|many)\ arguments\ to\ function\ (?:call|\S*?['"‘“](?:[\w:*&<>]+\ )*(?<name>[\w:]+)\()
        |\bToo\ few\ arguments\ to\ function\ (?<name>[\w:\\]+)\(
        |\b(?<name>[\w.]+)\(\)\ (?:missing\ \d+\ required|takes\ .{1,40}\ arguments?\ but|got\ an\ unexpected\ keyword|got\ multiple\ values\ for)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Misfit();
}

/// <summary><c>it changed how “total” is called, and a call in the error does not fit</c>: read again from the patch and the failures.</summary>
internal sealed record ChangedFirstLine(ChangedFile File, GroupFacts Cluster, string Name) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        Cluster.Said(Speaker.Test, Speaker.Probe).Any(s => ChangedCall.Named(s.Words).Contains(Name) && facts.Says(s, Name, StringComparison.Ordinal))
            && facts.Holds(File.Source, File.Pointer + "/patch", Name) && ChangedCall.IsIn(Patch.Parse(File.Patch), Name)
            ? Prose.Of($"it changed how {Name:q} is called, and the error names a call that does not fit") : null;
}
