using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Inputs.Signatures;

/// <summary>Failed tests with one signature, in the order of their ids.</summary>
public sealed record FailureGroup(Signature Signature, IReadOnlyList<TestCase> Tests)
{
    /// <summary>Ids of all signatures that count as this one, including earlier ones.</summary>
    public IReadOnlySet<string> Variants { get; init; } = new HashSet<string>(StringComparer.Ordinal) { Signature.Id };

    /// <summary>Groups the failed tests; the result does not depend on the order of the input.</summary>
    /// <param name="earlier">Signatures of earlier failures, oldest first: a nearly equal one gets the same id.</param>
    /// <param name="own">Ids that are never replaced, because they have their own issues.</param>
    public static IReadOnlyList<FailureGroup> Of(IEnumerable<TestCase> tests, IEnumerable<Signature>? earlier = null, IReadOnlySet<string>? own = null)
    {
        var same = tests.Where(t => t is { Bad: true, Failure: not null }).GroupBy(t => Signature.Of(t.Failure!), SignatureById.Instance).ToList();
        var past = earlier as IReadOnlyList<Signature> ?? [.. earlier ?? []];
        var scattered = new ScatteredFrames([.. same.Select(g => (g.Key, g.Count()))], own ?? new HashSet<string>());
        var now = same.Select(g => scattered.Without(g.Key)).DistinctBy(s => s.Id);
        var near = new NearEqual(past.Select(scattered.Without), now, own ?? new HashSet<string>());
        var variants = near.Variants;
        var merged = same.Select(g => g.Key).Concat(past).ToLookup(s => scattered.Without(s).Id, s => s.Id, StringComparer.Ordinal);
        return [.. same.GroupBy(g => near[scattered.Without(g.Key)], SignatureById.Instance)
            .Select(g => new FailureGroup(g.Key, [.. g.SelectMany(t => t).OrderBy(t => t.Id, StringComparer.Ordinal)
            .ThenBy(t => t.Source, StringComparer.Ordinal)
                .ThenBy(t => t.Line)]) { Variants = variants[g.Key.Id].SelectMany(id => merged[id].Append(id)).ToHashSet(StringComparer.Ordinal) })
            .OrderByDescending(g => g.Tests.Count).ThenBy(g => g.Signature.Id, StringComparer.Ordinal)];
    }

    private sealed class SignatureById : IEqualityComparer<Signature>
    {
        public static readonly SignatureById Instance = new();

        public bool Equals(Signature? x, Signature? y) => x?.Id == y?.Id;

        public int GetHashCode(Signature signature) => signature.Id.GetHashCode(StringComparison.Ordinal);
    }
}
