using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Runs.Suites;

/// <summary>How suites are run: section <c>Whybot:Suites</c> of the server's settings. Commands are only ever defined here, never in a repository.</summary>
internal sealed class SuitePolicy
{
    private static readonly string[] SecretWords = ["TOKEN", "SECRET", "PASSWORD", "KEY", "CREDENTIAL"];

    /// <summary>Suites that the service itself runs, as commands on this machine.</summary>
    public IReadOnlyList<LocalSuite> Local { get; init; } = [];

    /// <summary>How often to check a workflow run that has not ended; its webhook usually arrives earlier.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the services are probed while suites are running.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Minimum time between two edits of a check run that shows a run's progress.</summary>
    public TimeSpan Live { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long to look for a workflow run whose id GitHub did not return.</summary>
    public TimeSpan FindWithin { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The command for a suite; one that names the suite takes precedence over one for all suites. Null if none.</summary>
    public LocalSuite? LocalOf(RepositoryName repository, string environment, string suite) =>
        IsPlain(suite) ? Of(repository, environment).Where(l => l.Suite == suite || l.Suite == "*").OrderBy(l => l.Suite == "*").FirstOrDefault() : null;

    /// <summary>Whether there is a command for any suite of an environment.</summary>
    public bool RunsAny(RepositoryName repository, string environment) => Of(repository, environment).Any();

    private IEnumerable<LocalSuite> Of(RepositoryName repository, string environment) =>
        environment.Split('/').All(IsPlain) ? Local.Where(l => repository.IsSame(new RepositoryName(l.Repository))
            && (l.Environment is null || EnvironmentNames.Same(l.Environment, environment))) : [];

    /// <summary>
    /// The repository chooses the names of its suites and environments, and they become part of the server's arguments and paths, so no command runs for a name
    /// that could be an option or lead out of a folder. (An environment's name may contain slashes; each part of it has to be plain.)
    /// </summary>
    private static bool IsPlain(string name) => char.IsLetterOrDigit(name.FirstOrDefault())
        && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '_' or '-');

    /// <summary>Values of variables that are secrets, judging by their names; they are masked in a suite's output.</summary>
    public IEnumerable<string> Secrets() => Local.SelectMany(l => l.Variables)
        .Where(v => SecretWords.Any(w => v.Key.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(v => v.Value);

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Local.Count > 0 && OperatingSystem.IsWindows())
            yield return "Whybot:Suites:Local: suites are run on Linux and macOS only; name a workflow in the repository's settings instead";
        foreach (var (suite, i) in Local.Select((s, i) => (s, i)))
        {
            if (suite.Repository.Length == 0 || suite.Suite.Length == 0 || suite.Command.Count == 0)
                yield return $"Whybot:Suites:Local:{i}: Repository, Suite and Command are needed";
            if (suite.Timeout <= TimeSpan.Zero)
                yield return $"Whybot:Suites:Local:{i}:Timeout: {suite.Timeout} is no time; write for example 00:15:00";
            if (!Directory.Exists(suite.Folder))
                yield return $"Whybot:Suites:Local:{i}:Folder: {suite.Folder} does not exist";
        }
    }
}

/// <summary>A command that runs a suite.</summary>
internal sealed class LocalSuite
{
    /// <summary><c>owner/name</c>.</summary>
    public string Repository { get; init; } = "";

    /// <summary>Null for all environments.</summary>
    public string? Environment { get; init; }

    /// <summary>Its name in the repository's settings; <c>*</c> for all suites.</summary>
    public string Suite { get; init; } = "";

    /// <summary>The folder in which it runs.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>
    /// Program and arguments; no shell. <c>{results}</c> is the folder for JUnit files, <c>{logs}</c> the folder for logs; <c>{suite}</c>, <c>{sha}</c>,
    /// <c>{environment}</c>; <c>{files}</c> is replaced by the suite's files, one argument each.
    /// </summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>
    /// The command for rerunning a few tests: <c>{test}</c> is repeated for each, along with the option before it. If empty, the whole suite runs.
    /// </summary>
    public IReadOnlyList<string> Recheck { get; init; } = [];

    /// <summary>After this time its process tree is killed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Log files of services on this machine; what is written to them while the suite is running is kept as evidence.</summary>
    public IReadOnlyList<string> Logs { get; init; } = [];

    /// <summary>Environment variables in addition to PATH, HOME, LANG and the like; no others are passed on from the service.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
