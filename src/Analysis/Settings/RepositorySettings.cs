namespace Whybot.Analysis.Settings;

/// <summary>What a repository tells the bot about itself in <c>.github/whybot.yml</c>.</summary>
public sealed record RepositorySettings
{
    /// <summary>Pass rate that every run needs when nothing else is said.</summary>
    public const double DefaultOverallGate = 0.90;

    public static readonly RepositorySettings Default = new();

    public IReadOnlyDictionary<string, EnvironmentSettings> Environments { get; init; } = new Dictionary<string, EnvironmentSettings>(StringComparer.Ordinal);
    public IReadOnlyList<SuiteSettings> Suites { get; init; } = [];

    /// <summary>By category, or <c>overall</c>: the least pass rate, from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Gates { get; init; } = new Dictionary<string,
        double>(StringComparer.Ordinal)
    { ["overall"] = DefaultOverallGate };

    /// <summary>By priority: what is at risk, in the user's words.</summary>
    public IReadOnlyDictionary<string, string> Impact { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By priority: the label that issues of it bear.</summary>
    public IReadOnlyDictionary<string, string> PriorityLabels { get; init; } = new Dictionary<string,
        string>(StringComparer.Ordinal)
    { ["P0"] = "P0", ["P1"] = "P1", ["P2"] = "P2" };

    /// <summary>Whether the bot's check fails where something fails, so that it can be required for a merge; otherwise it is neutral.</summary>
    public bool CheckGates { get; init; }

    /// <summary>Whether causes that a pull request's own change explains get an issue too.</summary>
    public bool IssuesForPullRequests { get; init; }

    /// <summary>Labels that every issue of the bot's bears.</summary>
    public IReadOnlyList<string> IssueLabels { get; init; } = [];
}

public sealed record EnvironmentSettings(string Name, IReadOnlyList<ServiceSettings> Services);

public sealed record ServiceSettings(string Name, string? Url, string? Fallback, IReadOnlyList<ProbeSettings> Probes);


/// <param name="Category">What the suite protects; gates are named after it.</param>
/// <param name="Priority">P0 (everything depends on it) to P6.</param>
/// <param name="Files">Test files, relative to the repository's root.</param>
public sealed record SuiteSettings(string Name, string Category, string? Priority, IReadOnlyList<string> Files);

/// <summary>Something wrong in a settings file.</summary>
public sealed record SettingsProblem(string Source, int Line, string Message)
{
    public override string ToString() => $"{Source}:{Line}: {Message}";
}

/// <param name="Problems">All of them, in the order of their lines; when there are any, <paramref name="Settings"/> holds what could be read.</param>
/// <param name="GatesInDoubt">True when a problem may have cost a suite or a gate: a run judged by what is left must not be a go.</param>
public sealed record SettingsReading(RepositorySettings Settings, IReadOnlyList<SettingsProblem> Problems, bool GatesInDoubt);
