namespace Whybot.Analysis.Inputs.Issues;

/// <summary>An issue of the repository.</summary>
/// <param name="Source">The file in the incident's folder with the API answer that lists it.</param>
/// <param name="Pointer">JSON pointer of the issue within that file.</param>
public sealed record KnownIssue(int Number, string Title, string Body, bool Open, IReadOnlyList<string> Labels, DateTimeOffset? UpdatedAt,
    DateTimeOffset? ClosedAt, string Source, string Pointer)
{
    /// <summary>It was closed for good: nobody means to fix it.</summary>
    public bool NotPlanned { get; init; }

    /// <summary>Its type, as the organisation names it; null for none.</summary>
    public string? Type { get; init; }

    /// <summary>The value of the project field that the settings name; null for none.</summary>
    public string? Field { get; init; }

    /// <summary>Everything that may say how urgent it is.</summary>
    public IEnumerable<string> Marks => Labels.Concat(new[] { Type, Field }.OfType<string>());
}
