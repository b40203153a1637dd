namespace Whybot.Benchmarks.Quarter;

internal enum CauseKind
{
    /// <summary>A change breaks it; another one fixes it.</summary>
    Regression,

    /// <summary>It fails by chance, with or without end.</summary>
    Flake,

    /// <summary>A dependency is away for some deployments.</summary>
    Outage,
}

/// <summary>What is really the matter: the truth that the bot's words are held against.</summary>
/// <param name="Name">Stands in its messages and in no others.</param>
/// <param name="Tests">Ids of the tests that can fail for it.</param>
/// <param name="From">First deployment that has it, from 1.</param>
/// <param name="Until">First deployment that no longer has it; beyond the last one for never.</param>
/// <param name="Rate">How often it shows while it is there.</param>
internal sealed record SimulatedCause(CauseKind Kind, string Name, IReadOnlyList<string> Tests, int From, int Until, double Rate)
{
    public required string Message { get; init; }

    /// <summary>The frame below which it fails; null for the test's own.</summary>
    public string? Path { get; init; }

    /// <summary>The file that the change which brings or fixes it touches, with its patch.</summary>
    public (string Path, string Patch)? Breaks { get; init; }
    public (string Path, string Patch)? Fixes { get; init; }

    /// <summary>A first attempt at a fix, after which only these tests still fail; null for none.</summary>
    public (int At, IReadOnlyList<string> Left)? Half { get; init; }

    /// <summary>Whether the pull request that fixes it says so.</summary>
    public bool Linked { get; init; }

    /// <summary>When a person closes its issue although nothing was fixed; null for never.</summary>
    public int? ClosedByPersonAt { get; init; }

    public bool IsThere(int deployment) => deployment >= From && deployment < Until;

    public IEnumerable<string> Failing(int deployment) => Half is { } half && deployment >= half.At ? half.Left : Tests;
}
