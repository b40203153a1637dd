using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;

namespace Whybot.Analysis.Causes.Grouping;

/// <summary>
/// Keeps failures apart that only look alike because their message has no word of its own: <c>assert False is True</c> in two test files is one signature, and
/// says nothing about either. They stay one group unless different changes explain them.
/// </summary>
/// <param name="own">The causes that have an issue. A part that has one stays apart, also when it is not new any more.</param>
internal sealed partial class WordlessFailures(SuspectRanker ranker, IReadOnlySet<string> own, Func<FailureGroup, GroupFacts> read)
{
    /// <summary>What fails in more files has one reason.</summary>
    private const int MostPlaces = 20;

    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "assert", "assertion", "AssertionError", "AssertionFailedError", "error", "exception", "failure", "failed", "expect", "expected", "received", "actual",
        "got", "but", "was", "be", "to", "toBe", "toEqual", "toStrictEqual", "toBeTruthy", "toBeFalsy", "object", "is", "equality", "not", "equal", "equals",
        "true", "false", "none", "null", "nil", "undefined", "should", "have", "value", "values", "and", "of", "the", "a", "that", "org", "java", "lang",
        "opentest", "j", "where",
    };

    /// <param name="isNew">Whether the group's tests passed before, and nobody has said anything about it.</param>
    public IReadOnlyList<GroupFacts> Of(FailureGroup group, Func<GroupFacts, bool> isNew)
    {
        var whole = read(group);
        if (group.Signature.Frames.Count > 0 || !IsWordless(group.Signature.Message))
            return [whole];
        var places = group.Tests.GroupBy(Place, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        var filed = places.Where(p => own.Contains(IdAt(group, p.Key))).ToList();
        if (filed.Count > 0)
            return
            [
                .. places.Except(filed).SelectMany(p => p).ToList() is { Count: > 0 } rest ? [read(Part(group, null, rest))] : Array.Empty<GroupFacts>(),
                .. filed.Select(p => read(Part(group, p.Key, [.. p]))),
            ];
        if (places.Count is < 2 or > MostPlaces || ranker.Commits < 2 || !isNew(whole))
            return [whole];
        var parts = places.Select(p => read(group with { Tests = [.. p] })).ToList();
        var joined = SharedChange.Of([.. parts.Select(p => ((GroupFacts, Ranking)?)(p, ranker.Rank(new FaultText(p, p.Symptom, environmental: false))))],
            ranker.Commits);
        var sets = places.Select((p, i) => (Leader: joined[i]?.Leader ?? i, Tests: p)).GroupBy(p => p.Leader, p => p.Tests).ToList();
        return sets.Count == 1 ? [whole] : [.. sets.Select((s, at) => read(Part(group, at == 0 ? null : places[s.Key].Key, [.. s.SelectMany(t => t)])))];
    }

    /// <summary>Whether nothing in a masked message says what was checked.</summary>
    public static bool IsWordless(string message) => Word().Matches(Mask().Replace(message, "")).All(w => Plain.Contains(w.Value));

    /// <param name="place">Null for the part that keeps the id of the whole.</param>
    private static FailureGroup Part(FailureGroup whole, string? place, IReadOnlyList<TestCase> tests)
    {
        if (place is null)
            return whole with { Tests = tests };
        var signature = whole.Signature with { Id = IdAt(whole, place) };
        return whole with { Signature = signature, Tests = tests, Variants = whole.Variants.Append(signature.Id).ToHashSet(StringComparer.Ordinal) };
    }

    private static string IdAt(FailureGroup whole, string place) => Signature.IdOf(whole.Signature.ErrorType, whole.Signature.Message, [place]);

    private static string Place(TestCase test) => test.File ?? test.ClassName;

    [GeneratedRegex(@"<[^<>]{0,40}>", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Mask();

    [GeneratedRegex(@"[A-Za-z]+", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Word();
}
