using System.Globalization;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>
/// Reads <c>whybot.yml</c>. All problems are reported at once, each with its line; an unknown key is a problem, reported with the nearest known one.
/// <code>
/// version: 1
/// environments: {NAME: {services: [{name, url, fallback, probes: [{KIND: TARGET, …}]}],
///                      run: {workflow, ref, focus, index, fast-fail, recheck, timeout, rollback, promote, worklog}}}
/// suites: [{name, category, priority, files: […]}]
/// paths: {SUITE: FOLDER, "*": FOLDER}
/// gates: {CATEGORY: 95%, overall: 90%}
/// impact: {P1: "words"}
/// issues: {labels: […], priority-labels: {P0: LABEL}, priority-field: NAME, pull-requests: false, digest: true}
/// check: {gates: false}
/// commands: {COMMAND: read | triage | write | maintain}
/// </code>
/// </summary>
public static class SettingsReader
{
    /// <param name="source">The file's name, for the problems.</param>
    public static SettingsReading Read(string text, string source, SettingsVocabulary vocabulary)
    {
        var problems = new List<SettingsProblem>();
        try
        {
            var root = YamlTree.Parse(text);
            if (root is null)
                return new SettingsReading(RepositorySettings.Default, [], false);
            var settings = Root(new SettingsMap(root, "the file", source, problems), vocabulary, problems, out var gatesInDoubt);
            return new SettingsReading(settings, [.. problems.OrderBy(p => p.Line)], gatesInDoubt || root is not YamlMap);
        }
        catch (YamlProblem broken)
        {
            return new SettingsReading(RepositorySettings.Default, [new SettingsProblem(source, broken.Line, broken.Message)], GatesInDoubt: true);
        }
    }

    private static RepositorySettings Root(SettingsMap map, SettingsVocabulary vocabulary, List<SettingsProblem> problems, out bool gatesInDoubt)
    {
        if (map.Text("version") is { } version && version != "1")
            map.Problem("version", $"version {version} is not known; this program reads version 1");
        var before = problems.Count;
        var suites = map.Maps("suites").Select(Suite).ToList();
        foreach (var twice in suites.GroupBy(s => s.Name).Where(g => g.Count() > 1))
            map.Problem("suites", $"two suites are named '{twice.Key}'");
        var gates = map.Map("gates") is { } written ? Gates(written, suites) : RepositorySettings.Default.Gates;
        gatesInDoubt = problems.Count > before;
        var settings = new RepositorySettings
        {
            Suites = suites,
            Gates = gates,
            Environments = map.Map("environments") is { } environments
                ? Environments(environments, vocabulary.Probes)
                : RepositorySettings.Default.Environments,
            Paths = map.Map("paths") is { } paths ? Folders(paths) : RepositorySettings.Default.Paths,
            Impact = map.Map("impact") is { } impact ? ByPriority(impact) : RepositorySettings.Default.Impact,
        };
        if (map.Map("issues") is { } issues)
            settings = Issues(issues, settings);
        if (map.Map("check") is { } check)
        {
            settings = settings with { CheckGates = check.Flag("gates") ?? settings.CheckGates };
            check.RefuseOthers();
        }
        if (map.Map("commands") is { } commands)
            settings = settings with { CommandLevels = Levels(commands, vocabulary.Commands) };
        map.RefuseOthers();
        return settings;
    }

    private static Dictionary<string, string> Folders(SettingsMap map)
    {
        var folders = map.Texts(_ => null);
        foreach (var (suite, folder) in folders)
            if (RepositoryPaths.Folder(folder) is { } path)
                folders[suite] = path;
            else
            {
                map.Problem(suite, $"'{folder}' is not a folder of the repository; write it from the root, for example packages/cart");
                folders.Remove(suite);
            }
        return folders;
    }

    private static Dictionary<string, CommandLevel> Levels(SettingsMap commands, CommandCatalogue known)
    {
        var levels = new Dictionary<string, CommandLevel>(StringComparer.Ordinal);
        foreach (var (name, word) in commands.Texts(key => known.Find(key) is not null ? null : $"there is no command '{key}'{known.Nearest(key)}"))
            if (Enum.GetNames<CommandLevel>().Contains(word, StringComparer.OrdinalIgnoreCase))
                levels[name] = Enum.Parse<CommandLevel>(word, ignoreCase: true);
            else
                commands.Problem(name, $"'{word}' is no role; write read, triage, write or maintain");
        return levels;
    }

    private static RepositorySettings Issues(SettingsMap issues, RepositorySettings settings)
    {
        var labels = issues.Map("priority-labels");
        settings = settings with
        {
            PriorityLabels = labels is null ? settings.PriorityLabels : ByPriority(labels),
            PriorityField = issues.Text("priority-field"),
            IssueLabels = issues.List("labels"),
            IssuesForPullRequests = issues.Flag("pull-requests") ?? settings.IssuesForPullRequests,
            Digest = issues.Flag("digest") ?? settings.Digest,
        };
        issues.RefuseOthers();
        return settings;
    }

    private static SuiteSettings Suite(SettingsMap map)
    {
        var name = map.Required("name");
        var priority = map.Text("priority");
        var suite = new SuiteSettings(name, map.Text("category") ?? name, Priorities.Parse(priority), map.List("files"));
        if (priority is not null && NotPriority(priority) is { } wrong)
            map.Problem("priority", wrong);
        map.RefuseOthers();
        return suite;
    }

    /// <summary>Two spellings of one name are one environment, and nothing says which of the two should count.</summary>
    private static Dictionary<string, EnvironmentSettings> Environments(SettingsMap map, IReadOnlyList<ProbeSpec> probes)
    {
        var environments = new Dictionary<string, EnvironmentSettings>(EnvironmentNames.Comparer);
        foreach (var (name, entry) in map.Entries())
        {
            if (environments.TryGetValue(name, out var other))
                map.Problem(name, $"'{other.Name}' and '{name}' are one environment: GitHub compares names without regard to case");
            environments[name] = Environment(name, entry, probes);
        }
        return environments;
    }

    private static EnvironmentSettings Environment(string name, SettingsMap map, IReadOnlyList<ProbeSpec> probes)
    {
        var environment = new EnvironmentSettings(name, [.. map.Maps("services").Select(s => Service(s, probes))],
            map.Map("run") is { } run ? RunReader.Read(run) : null);
        map.RefuseOthers();
        return environment;
    }

    private static ServiceSettings Service(SettingsMap map, IReadOnlyList<ProbeSpec> probes)
    {
        var service = new ServiceSettings(map.Required("name"), Url(map, "url"), Url(map, "fallback"),
            [.. map.Maps("probes").SelectMany(p => ProbesReader.Read(p, probes))]);
        map.RefuseOthers();
        return service;
    }

    private static string? Url(SettingsMap map, string key)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https" or "ws" or "wss"))
            map.Problem(key, $"'{text}' is not a URL; write it with its scheme, for example https://host");
        return text;
    }

    private static IReadOnlyDictionary<string, double> Gates(SettingsMap map, IReadOnlyList<SuiteSettings> suites)
    {
        var known = suites.Select(s => s.Category).Append("overall").Distinct().ToArray();
        var gates = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (key, text) in map.Texts(category => suites.Count == 0 ? null : Unknown(category, known, "category")))
            if (Rate(text) is { } rate)
                gates[key] = rate;
            else
                map.Problem(key, $"'{text}' is not a pass rate; write 0% to 100%");
        return gates;
    }

    private static double? Rate(string text)
    {
        var percent = text.EndsWith('%');
        if (!double.TryParse(text.TrimEnd('%').Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var rate = percent ? number / 100 : number;
        return rate is >= 0 and <= 1 ? rate : null;
    }

    private static Dictionary<Priority, string> ByPriority(SettingsMap map) =>
        map.Texts(NotPriority).ToDictionary(t => Priorities.Parse(t.Key)!.Value, t => t.Value);

    private static string? NotPriority(string text) => Priorities.Parse(text) is null ? $"'{text}' is not a priority; write P0 to P6" : null;

    private static string? Unknown(string word, string[] known, string what) =>
        known.Contains(word) ? null : $"unknown {what} '{word}'{NearestWord.Hint(word, known)}";
}
