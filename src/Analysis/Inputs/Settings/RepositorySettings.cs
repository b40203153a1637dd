using Whybot.Analysis.Inputs.Commands;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>What a repository tells the bot about itself in <c>.github/whybot.yml</c>.</summary>
public sealed record RepositorySettings
{
    public static readonly RepositorySettings Default = new();

    /// <summary>By name, ignoring case.</summary>
    public IReadOnlyDictionary<string, EnvironmentSettings> Environments { get; init; } =
        new Dictionary<string, EnvironmentSettings>(EnvironmentNames.Comparer);
    public IReadOnlyList<SuiteSettings> Suites { get; init; } = [];

    /// <summary>
    /// The folder of the repository in which a suite runs, so the files that its results name are found there; by the suite's name, or by
    /// <see cref="EverySuite"/> for all others.
    /// </summary>
    public IReadOnlyDictionary<string, string> Paths { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public const string EverySuite = "*";

    /// <summary>The lowest pass rate, from 0 to 1, by category or for <c>overall</c>. Tests that no gate covers must all pass.</summary>
    public IReadOnlyDictionary<string, double> Gates { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What is at risk, in the user's words, by priority.</summary>
    public IReadOnlyDictionary<Priority, string> Impact { get; init; } = new Dictionary<Priority, string>();

    /// <summary>The label for issues of each priority.</summary>
    public IReadOnlyDictionary<Priority, string> PriorityLabels { get; init; } =
        new Dictionary<Priority, string> { [Priority.P0] = "P0", [Priority.P1] = "P1", [Priority.P2] = "P2" };

    /// <summary>The field of GitHub's Projects that says how urgent an issue is; null for none.</summary>
    public string? PriorityField { get; init; }

    /// <summary>Whether the bot's check fails if something fails, so it can be required for a merge; otherwise it is neutral.</summary>
    public bool CheckGates { get; init; }

    /// <summary>Whether a pull request from one of the repository's own branches files issues too; one from a fork never does.</summary>
    public bool IssuesForPullRequests { get; init; }

    /// <summary>The lowest level that may use a command, by command, if it differs from the command's own.</summary>
    public IReadOnlyDictionary<string, CommandLevel> CommandLevels { get; init; } = new Dictionary<string, CommandLevel>(StringComparer.Ordinal);

    public CommandLevel LevelOf(CommandSpec command) => CommandLevels.TryGetValue(command.Name, out var level) ? level : command.Level;

    /// <summary>Whether a weekly issue reports what needs attention.</summary>
    public bool Digest { get; init; } = true;

    /// <summary>Labels that all of the bot's issues get.</summary>
    public IReadOnlyList<string> IssueLabels { get; init; } = [];
}

/// <param name="Run">How its suites are run after a deployment; null if they are not run.</param>
public sealed record EnvironmentSettings(string Name, IReadOnlyList<ServiceSettings> Services, RunSettings? Run = null);

/// <summary>How an environment's suites are run after a deployment, and what is done after that.</summary>
public sealed record RunSettings
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);

    /// <summary>File name of the workflow below <c>.github/workflows</c> that runs suites; null if the server runs them itself.</summary>
    public string? Workflow { get; init; }

    /// <summary>Branch or tag whose workflows are started; null for the default branch.</summary>
    public string? Ref { get; init; }

    /// <summary>In the format of <see cref="Settings.Focus"/>.</summary>
    public string Focus { get; init; } = "all";

    /// <summary>A Markdown index in the repository whose suites are run instead of those in the settings; null for none.</summary>
    public string? Index { get; init; }

    /// <summary>Whether the first suite with a failure ends the run.</summary>
    public bool FastFail { get; init; }

    /// <summary>Whether failing tests that nothing is known about run again on the same commit.</summary>
    public bool Recheck { get; init; } = true;

    /// <summary>The limit for the suites of one phase.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Workflow that is started on no-go; null for none.</summary>
    public string? Rollback { get; init; }

    /// <summary>Workflow that is started on go; null for none.</summary>
    public string? Promote { get; init; }

    /// <summary>Branch to which worklogs are committed; null for none.</summary>
    public string? WorklogBranch { get; init; }
}

public sealed record ServiceSettings(string Name, string? Url, string? Fallback, IReadOnlyList<ProbeSettings> Probes);

/// <param name="Category">What the suite protects; gates are named after it.</param>
/// <param name="Priority">P0 if everything depends on it; null for none.</param>
/// <param name="Files">Test files, relative to the repository's root.</param>
public sealed record SuiteSettings(string Name, string Category, Priority? Priority, IReadOnlyList<string> Files);

/// <summary>Something wrong in a settings file.</summary>
public sealed record SettingsProblem(string Source, int Line, string Message)
{
    public override string ToString() => $"{Source}:{Line}: {Message}";
}

/// <param name="Problems">All of them, in the order of their lines; if there are any, <paramref name="Settings"/> contains what could be read.</param>
/// <param name="GatesInDoubt">True if a problem may have lost a suite or a gate: then a run judged by the rest must not be go.</param>
public sealed record SettingsReading(RepositorySettings Settings, IReadOnlyList<SettingsProblem> Problems, bool GatesInDoubt);
