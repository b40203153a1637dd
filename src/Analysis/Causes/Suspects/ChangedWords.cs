using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Links a change to the error if the error names what the change added, removed or replaced.</summary>
internal static class ChangedWords
{
    private const int ShortestName = 4;
    private const int ShortestLiteral = 4;
    private const int MostLiterals = 400;

    /// <param name="file">The changed file.</param>
    /// <param name="patch">Its patch.</param>
    /// <param name="fault">The cluster's text.</param>
    /// <param name="rarity">In how many of the commits each name or literal was added or removed.</param>
    public static IEnumerable<Suspicion> Of(ChangedFile file, Patch patch, FaultText fault, IReadOnlyDictionary<string, int> rarity)
    {
        foreach (var (literal, verb) in patch.RemovedLiterals.Take(MostLiterals).Select(l => (l, "removed"))
            .Concat(patch.AddedLiterals.Take(MostLiterals).Select(l => (l, "added"))))
            if (Literal(file, patch, literal, fault, verb) is { } suspicion)
                yield return suspicion with { Points = suspicion.Points / rarity.GetValueOrDefault(literal, 1) };
        // A name that the file both lost and got was only moved.
        foreach (var (name, verb) in patch.RemovedNames.Except(patch.AddedNames).Select(n => (n, "removed"))
            .Concat(patch.AddedNames.Except(patch.RemovedNames).Select(n => (n, "added"))))
            if (Name(file, name, verb, fault) is { } suspicion)
                yield return suspicion with { Points = suspicion.Points / rarity.GetValueOrDefault(name, 1) };
    }

    /// <summary>
    /// A text that the code has tells where an error is reported, which is seldom where it was caused. It counts more if the code no longer has it, and most if
    /// another text of the error took its place, if two sides disagree about it, or if it is an address.
    /// </summary>
    private static Suspicion? Literal(ChangedFile file, Patch patch, string literal, FaultText fault, string verb)
    {
        if (literal.Length < ShortestLiteral || !literal.Any(char.IsLetter) || !WordSearch.Whole(fault.Said, literal))
            return null;
        var because = new ChangedWord(file, fault.Facts, verb == "added", literal, SeenAs.Text);
        if (Tokens.Of(literal).Values.Any(t => t.Kind is TermKind.Address or TermKind.Setting))
            return new Suspicion(6, $"{because}", literal);
        var words = Tokens.Of(literal).Count;
        if (fault.Environmental || words == 0)
            return null;
        if (fault.Mechanism.Family is FaultFamily.Contract or FaultFamily.Protocol or FaultFamily.Schema && (IsName(literal) || IsQuoted(literal, fault)))
            return new Suspicion(6, $"{because}", literal);
        if (verb == "removed" && patch.Replacement(literal) is { } by && WordSearch.Whole(fault.Said, by)
            && !by.Contains(literal, StringComparison.Ordinal) && !literal.Contains(by, StringComparison.Ordinal))
            return new Suspicion(6, $"{because}, and {new ChangedWord(file, fault.Facts, Added: true, by, SeenAs.Instead)}", literal);
        if (verb == "removed" && (words >= 2 || IsName(literal)) && !patch.AddedLiterals.Any(l => l.Contains(literal, StringComparison.Ordinal)))
            return new Suspicion(4, $"{because}", literal);
        return words >= 3 ? new Suspicion(3, $"{because}", literal) : null;
    }

    /// <summary>One word that is unlike any of plain English: <c>max-age</c>, <c>order.total</c>.</summary>
    private static bool IsName(string literal) =>
        !literal.Contains(' ', StringComparison.Ordinal) && literal.Count(char.IsLetter) >= 4
            && literal.Any(c => c is '-' or '_' or '.' or ':' || char.IsDigit(c));

    private static bool IsQuoted(string literal, FaultText fault) => fault.SaidTerms.TryGetValue(literal, out var term) && term.Strong;

    private static Suspicion? Name(ChangedFile file, string name, string verb, FaultText fault)
    {
        if (name.Length < ShortestName)
            return null;
        if (Named(name, fault) is { } term)
        {
            if (fault.Environmental && term.Kind is not (TermKind.Address or TermKind.Setting))
                return null;
            var points = Weight(term.Kind, verb == "removed", fault.Mechanism.Family);
            return new Suspicion(points * Depth(term.Text, fault) / WordSearch.Repeats(fault.Facts.Tests, term.Text),
                $"{new ChangedWord(file, fault.Facts, verb == "added", name, SeenAs.Name)}", name);
        }
        if (fault.Environmental)
            return null;
        var read = new ChangedWord(file, fault.Facts, verb == "added", name, SeenAs.ReadByTest);
        if (fault.ShownTerms.TryGetValue(name, out var shown) && shown.Strong && shown.Kind != TermKind.Quoted)
            return new Suspicion(verb == "removed" ? 6 : 2.5, $"{read}", name);
        return verb == "removed" && fault.Mechanism.Family == FaultFamily.Contract && fault.Members.Contains(name)
            ? new Suspicion(6, $"{read}", name) : null;
    }

    /// <summary>If two sides disagree about a name, and the change added or removed it, that is the most direct evidence.</summary>
    private static double Weight(TermKind kind, bool removed, FaultFamily family) => (kind, family) switch
    {
        (_, FaultFamily.Contract) => removed ? 6 : 5,
        // A schema lacks something that the code started to ask for.
        (_, FaultFamily.Schema) => removed ? 4.5 : 6,
        // Upper case is a constant as often as a setting.
        (TermKind.Setting, FaultFamily.Value) => 4,
        (TermKind.Setting or TermKind.Address, _) => 6,
        (TermKind.ErrorType, _) => 2,
        _ => 4.5,
    };

    /// <summary>The error's term that equals this name, or that is the value of a constant with this name: AGENT_READY for "agent_ready".</summary>
    private static Term? Named(string name, FaultText fault)
    {
        if (fault.SaidTerms.TryGetValue(name, out var term) && term.Strong)
            return term;
        return name.Contains('_', StringComparison.Ordinal) && !name.Any(char.IsLower) && fault.SaidTerms.TryGetValue(name.ToLowerInvariant(), out var value)
            && value.Strong ? value : null;
    }

    /// <summary>If the platform logged what is behind it, words found only in the tests count half.</summary>
    private static double Depth(string term, FaultText fault) => fault.Deeper is null || fault.Deeper.ContainsKey(term) ? 1 : 0.5;
}
