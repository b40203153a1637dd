namespace Whybot.Analysis.Results;

/// <summary>
/// A test that failed only since a test inside it did (<c>TestOrders</c> and <c>TestOrders/empty</c> in Go) says nothing itself: what the first inside it said is
/// why it failed, so that both have one cause.
/// </summary>
internal static class Subtests
{
    private const char Inside = '/';

    public static IReadOnlyList<TestCase> Explain(IReadOnlyList<TestCase> cases)
    {
        if (!cases.Any(IsSilent))
            return cases;
        var telling = cases.Where(c => c is { Bad: true, Failure: not null } && !IsSilent(c)).OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        var ids = telling.ConvertAll(c => c.Id);
        return [.. cases.Select(c => IsSilent(c) && First(ids, c.Id + Inside) is { } inside ? c with { Failure = telling[inside].Failure } : c)];
    }

    private static bool IsSilent(TestCase test) => test is { Bad: true, Failure: { } failure } && FailureMessages.IsEmptyPhrase(failure.Text);

    /// <returns>The first that begins so.</returns>
    private static int? First(List<string> sorted, string beginning)
    {
        var at = sorted.BinarySearch(beginning, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        return at < sorted.Count && sorted[at].StartsWith(beginning, StringComparison.Ordinal) ? at : null;
    }
}
