using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A change is suspect if names or literals that it added or removed are in the error text.</summary>
internal static class ChangedWords
{
    private const double PlainLimit = 2;

    /// <param name="file">The changed file.</param>
    /// <param name="patch">Its patch.</param>
    /// <param name="fault">The cluster's text.</param>
    /// <param name="rarity">In how many of the commits each name was added or removed.</param>
    public static IEnumerable<Suspicion> Of(ChangedFile file, Patch patch, FaultText fault, IReadOnlyDictionary<string, int> rarity)
    {
        foreach (var literal in patch.AddedLiterals)
            if (Literal(file, literal, fault, "added") is { } suspicion)
                yield return suspicion;
        foreach (var literal in patch.RemovedLiterals)
            if (Literal(file, literal, fault, "removed") is { } suspicion)
                yield return suspicion;
        var plain = 0.0;
        foreach (var (name, verb) in patch.RemovedNames.Select(n => (n, "removed")).Concat(patch.AddedNames.Select(n => (n, "added"))))
        {
            if (Name(file, name, verb, fault) is not { } suspicion)
                continue;
            var points = suspicion.Points / rarity.GetValueOrDefault(name, 1);
            if (suspicion.Direct)
                yield return suspicion with { Points = points };
            else if ((plain += points) <= PlainLimit)
                yield return suspicion with { Points = points };
        }
    }

    private static Suspicion? Literal(ChangedFile file, string literal, FaultText fault, string verb)
    {
        if (literal.Length < 4 || !literal.Any(char.IsLetterOrDigit) || !Whole(fault.Said, literal))
            return null;
        var telling = literal.Contains(' ', StringComparison.Ordinal) || literal.Any(c => c is '-' or '_' or '.' or ':' || char.IsDigit(c))
            || literal.Length >= 8;
        if (fault.Environmental && !telling)
            return null;
        return new Suspicion(telling ? 6 : 3, $"{new ChangedWord(file, fault.Facts, verb == "added", literal, SeenAs.Text)}", literal);
    }

    private static Suspicion? Name(ChangedFile file, string name, string verb, FaultText fault)
    {
        if (Named(name, fault) is { } term && name.Length >= 4)
        {
            if (fault.Environmental && term.Kind is not (TermKind.Address or TermKind.Setting))
                return null;
            var points = Weight(term.Kind, verb == "removed", fault.Mechanism.Family);
            return new Suspicion(points * Depth(term.Text, fault), $"{new ChangedWord(file, fault.Facts, verb == "added", name, SeenAs.Name)}", name);
        }
        if (fault.Environmental)
            return null;
        if (fault.ShownTerms.TryGetValue(name, out var shown) && shown.Strong && shown.Kind != TermKind.Quoted && name.Length >= 4)
            return new Suspicion(verb == "removed" ? 6 : 2.5, $"{new ChangedWord(file, fault.Facts, verb == "added", name, SeenAs.ReadByTest)}", name);
        if (verb == "removed" && fault.Mechanism.Family == FaultFamily.Contract && name.Length >= 4 && fault.Members.Contains(name))
            return new Suspicion(6, $"{new ChangedWord(file, fault.Facts, Added: false, name, SeenAs.ReadByTest)}", name);
        return name.Length >= 4 && fault.SaidTerms.ContainsKey(name.ToLowerInvariant())
            ? new Suspicion(1, $"{new ChangedWord(file, fault.Facts, verb == "added", name, SeenAs.Word)}")
            : null;
    }

    /// <summary>If two sides disagree about a name, and the change added or removed it, that is the most direct evidence.</summary>
    private static double Weight(TermKind kind, bool removed, FaultFamily family) => (kind, family) switch
    {
        (TermKind.Setting or TermKind.Address, _) => 6,
        (TermKind.ErrorType, _) => 2,
        (_, FaultFamily.Contract) => removed ? 6 : 5,
        // A schema lacks something that the code started to ask for.
        (_, FaultFamily.Schema) => removed ? 4 : 6,
        _ => 4,
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

    private static bool Whole(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !IsNamePart(text[at - 1])) && (at + words.Length == text.Length || !IsNamePart(text[at + words.Length])))
                return true;
        return false;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
