namespace Whybot.Memory.Overviews;

/// <summary>Whether a cause fails.</summary>
public enum CauseState
{
    /// <summary>Its tests have not passed since it failed last.</summary>
    Failing,

    /// <summary>Its tests ran and passed after it had failed last.</summary>
    Quiet,
}

/// <summary>Which causes to list; null for no restriction.</summary>
/// <param name="Repository">Part of the repository's name, in any case.</param>
/// <param name="Verdict">When it was seen last.</param>
/// <param name="Text">Part of its title, in any case, or its whole id.</param>
public sealed record CauseFilter(string? Repository = null, string? Verdict = null, CauseState? State = null, string? Text = null)
{
    public static readonly CauseFilter All = new();

    public bool IsEmpty => this == All;
}
