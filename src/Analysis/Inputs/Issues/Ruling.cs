using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Analysis.Inputs.Issues;

/// <summary>What people have decided about a cause. It overrides what the program finds, until they take it back.</summary>
public sealed record Ruling
{
    public static readonly Ruling None = new();

    /// <summary>Who said that it belongs to the issue recorded in the ledger; null for nobody.</summary>
    public string? SameAsBy { get; init; }

    /// <summary>Issues that it does not belong to, however similar it looks.</summary>
    public IReadOnlyList<int> NotIssues { get => field ?? []; init; }

    /// <summary>Who said that it is flaky; null for nobody.</summary>
    public string? FlakyBy { get; init; }

    /// <summary>The cause in a person's words; null for none.</summary>
    public PersonsCause? Cause { get; init; }

    /// <summary>Null for none.</summary>
    public Priority? Priority { get; init; }
}

public sealed record PersonsCause(string By, string Text);
