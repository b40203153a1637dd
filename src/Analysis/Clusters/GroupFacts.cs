using Whybot.Analysis.Logs;
using Whybot.Analysis.Results;
using Whybot.Analysis.Signatures;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Clusters;

/// <summary>All that was said about failures that belong together: their own words, the platform's log at that time, probes.</summary>
internal sealed record GroupFacts
{
    private IReadOnlyList<TestCase>? _tests;
    private FailureGroup? _main;

    public required IReadOnlyList<FailureGroup> Groups { get; init; }
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Errors that the platform logged while these tests ran.</summary>
    public required IReadOnlyList<LogEvent> Events { get; init; }
    public required IReadOnlyList<StackFrame> Frames { get; init; }

    /// <summary>What kind of fault the tests themselves saw.</summary>
    public required Mechanism Symptom { get; init; }

    public IReadOnlyList<TestCase> Tests => _tests ??= [.. Groups.SelectMany(g => g.Tests).OrderBy(t => t.Id, StringComparer.Ordinal)];

    /// <summary>The group that most of the tests belong to, of equal ones the most specific; it gives the cluster its id and its title.</summary>
    public FailureGroup Main => _main ??= Groups.OrderByDescending(g => g.Tests.Count)
        .ThenBy(g => MechanismCatalogue.Rank(MechanismCatalogue.Of(g.Tests[0].Failure!.Message)))
        .ThenBy(g => g.Signature.Id, StringComparer.Ordinal).First();

    public IEnumerable<Statement> Said(params Speaker[] speakers) => Statements.Where(s => speakers.Contains(s.Speaker));

    /// <summary>Without errors of the platform that turned out to be about something else.</summary>
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
        Statements = [.. facts.SelectMany(f => f.Statements).Distinct()],
        Events = [.. facts.SelectMany(f => f.Events).Distinct()],
        Frames = [.. facts.SelectMany(f => f.Frames).Distinct()],
        // The catalogue stands most specific first; the unknown says least.
        Symptom = facts.Select(f => f.Symptom).MinBy(MechanismCatalogue.Rank)!,
    };
}
