using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>Everything that was said about failures that belong together: their own words, the platform's log at that time, probes.</summary>
internal sealed record GroupFacts
{
    private IReadOnlyList<TestCase>? _tests;
    private IReadOnlyList<TestCase>? _main;
    private ClusterId? _id;

    public required IReadOnlyList<FailureGroup> Groups { get; init; }
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Errors that the platform logged while these tests ran.</summary>
    public required IReadOnlyList<LogEvent> Events { get; init; }
    public required IReadOnlyList<StackFrame> Frames { get; init; }

    /// <summary>What kind of fault the tests themselves saw.</summary>
    public required Mechanism Symptom { get; init; }

    public IReadOnlyList<TestCase> Tests => _tests ??= [.. Groups.SelectMany(g => g.Tests).OrderBy(t => t.Id, StringComparer.Ordinal)];

    /// <summary>
    /// The tests whose message is the most common one, ignoring words that differ between variants; on a tie, the most specific one. They give the cluster its
    /// id and its title. Of a test and its subtests, the subtests know more: it may only sum up how they went.
    /// </summary>
    public IReadOnlyList<TestCase> Main => _main ??= Groups is [var only] ? only.Tests
        : [.. Innermost(Tests).GroupBy(Signature.Shape).OrderByDescending(g => g.Count())
            .ThenBy(g => MechanismCatalogue.Rank(MechanismCatalogue.Of(g.First().Failure!.Message)))
            .ThenBy(g => g.Key, StringComparer.Ordinal).First()];

    private static IEnumerable<TestCase> Innermost(IReadOnlyList<TestCase> tests)
    {
        var outer = tests.SelectMany(t => Outer(t.Id)).ToHashSet(StringComparer.Ordinal);
        return tests.Where(t => !outer.Contains(t.Id));
    }

    /// <summary><c>TestToml</c> and <c>TestToml/decode</c> of <c>TestToml/decode/bool</c>, as Go writes it.</summary>
    private static IEnumerable<string> Outer(string id)
    {
        for (var at = id.IndexOf('/', StringComparison.Ordinal); at >= 0; at = id.IndexOf('/', at + 1))
            yield return id[..at];
    }

    /// <summary>The cause of an earlier run that these failures, or some of them, were part of together with others; null for none.</summary>
    public ClusterId? Joined { get; init; }

    /// <summary>Stable across runs: that of the earlier cause, the signature's id, or one built from what the variants share.</summary>
    public ClusterId Id => Joined ?? (_id ??= new ClusterId(Groups is [var only] ? only.Signature.Id : IdOfMain()));

    private string IdOfMain()
    {
        var main = Main.ToHashSet<TestCase>(ReferenceEqualityComparer.Instance);
        return Groups.Where(g => g.Tests.Any(main.Contains)).ToList() is [var one] ? one.Signature.Id
            : Signature.IdOf(Signature.Of(Main[0].Failure!).ErrorType, Signature.Shape(Main[0]), []);
    }

    public IEnumerable<Statement> Said(params Speaker[] speakers) => Statements.Where(s => speakers.Contains(s.Speaker));

    /// <summary>A copy without platform errors that turned out to be about something else.</summary>
    public GroupFacts Without(IReadOnlyCollection<LogEvent> events)
    {
        if (events.Count == 0 || !Events.Any(events.Contains))
            return this;
        var others = events.Select(e => e.Citation).ToHashSet();
        return this with
        {
            Events = [.. Events.Except(events)],
            Statements = [.. Statements.Where(s => s.Speaker != Speaker.Platform || !others.Contains(s.Citation))]
        };
    }

    public static GroupFacts Merge(IReadOnlyList<GroupFacts> facts) => facts is [var only] ? only : new GroupFacts
    {
        Groups = [.. facts.SelectMany(f => f.Groups)],
        Joined = facts.FirstOrDefault(f => f.Joined is not null)?.Joined,
        Statements = [.. facts.SelectMany(f => f.Statements).Distinct()],
        Events = [.. facts.SelectMany(f => f.Events).Distinct()],
        Frames = [.. facts.SelectMany(f => f.Frames).Distinct()],
        // The catalogue is ordered from most to least specific; "unknown" comes last.
        Symptom = facts.Select(f => f.Symptom).MinBy(MechanismCatalogue.Rank)!,
    };
}
