namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// A test that failed only because a test inside it did (<c>TestOrders</c> and <c>TestOrders/empty</c> in Go) has no message itself. It gets the failure of the
/// first test inside it, so both have the same cause.
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

    /// <returns>Index of the first one with that beginning.</returns>
    private static int? First(List<string> sorted, string beginning)
    {
        var at = sorted.BinarySearch(beginning, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        return at < sorted.Count && sorted[at].StartsWith(beginning, StringComparison.Ordinal) ? at : null;
    }
}
