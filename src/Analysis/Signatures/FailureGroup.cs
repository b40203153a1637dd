using Whybot.Analysis.Results;

namespace Whybot.Analysis.Signatures;

/// <summary>Failed tests with one signature, in the order of their ids.</summary>
public sealed record FailureGroup(Signature Signature, IReadOnlyList<TestCase> Tests)
{
    /// <summary>Groups the failed tests; the result does not depend on the order of the input.</summary>
    public static IReadOnlyList<FailureGroup> Of(IEnumerable<TestCase> tests) =>
    [
        .. tests.Where(t => t is { Bad: true, Failure: not null })
            .GroupBy(t => Signature.Of(t.Failure!), SignatureById.Instance)
            .Select(g => new FailureGroup(g.Key, [.. g.OrderBy(t => t.Id, StringComparer.Ordinal).ThenBy(t => t.Source, StringComparer.Ordinal)
                .ThenBy(t => t.Line)]))
            .OrderByDescending(g => g.Tests.Count).ThenBy(g => g.Signature.Id, StringComparer.Ordinal),
    ];

    private sealed class SignatureById : IEqualityComparer<Signature>
    {
        public static readonly SignatureById Instance = new();

        public bool Equals(Signature? x, Signature? y) => x?.Id == y?.Id;

        public int GetHashCode(Signature signature) => signature.Id.GetHashCode(StringComparison.Ordinal);
    }
}
