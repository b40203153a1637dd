namespace Whybot.Analysis.Correlation;

/// <summary>An issue of the repository.</summary>
/// <param name="Source">The answer that lists it, in the incident's folder.</param>
/// <param name="Pointer">JSON pointer of the issue in it.</param>
public sealed record KnownIssue(int Number, string Title, string Body, bool Open, IReadOnlyList<string> Labels, DateTimeOffset? UpdatedAt,
    DateTimeOffset? ClosedAt, string Source, string Pointer)
{
    /// <summary>It was closed for good: nobody means to fix it.</summary>
    public bool NotPlanned { get; init; }

    /// <summary>Its type, as the organisation calls it; null for none.</summary>
    public string? Type { get; init; }

    /// <summary>What the project's field says that the settings name; null for nothing.</summary>
    public string? Field { get; init; }

    /// <summary>All that may say how urgent it is.</summary>
    public IEnumerable<string> Marks => Labels.Concat(new[] { Type, Field }.OfType<string>());
}
