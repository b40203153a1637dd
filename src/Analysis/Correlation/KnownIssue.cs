namespace Whybot.Analysis.Correlation;

/// <summary>An issue of the repository.</summary>
/// <param name="Source">The answer that lists it, in the incident's folder.</param>
/// <param name="Pointer">JSON pointer of the issue in it.</param>
public sealed record KnownIssue(int Number, string Title, string Body, bool Open, IReadOnlyList<string> Labels, DateTimeOffset? UpdatedAt,
    DateTimeOffset? ClosedAt, string Source, string Pointer)
{
    /// <summary>It was closed for good: nobody means to mend it.</summary>
    public bool NotPlanned { get; init; }

    /// <summary>P0 to P6 by its label, 9 where it has none.</summary>
    public int Priority => Labels.Select(l => l is ['P', >= '0' and <= '6'] ? l[1] - '0' : 9).DefaultIfEmpty(9).Min();
}
