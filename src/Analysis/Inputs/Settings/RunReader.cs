using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>
/// Reads how an environment's suites are run:
/// <c>run: {workflow: FILE, ref: BRANCH, focus: all, index: FILE, fast-fail: false, recheck: true, timeout: 60m,
/// rollback: FILE, promote: FILE, worklog: BRANCH}</c>.
/// </summary>
internal static partial class RunReader
{
    /// <summary>GitHub's own runners end a workflow's job after six hours.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public static RunSettings Read(SettingsMap map)
    {
        var run = new RunSettings
        {
            Workflow = Workflow(map, "workflow"),
            Ref = map.Text("ref"),
            Focus = map.Text("focus") ?? "all",
            Index = map.Text("index"),
            FastFail = map.Flag("fast-fail") ?? false,
            Recheck = map.Flag("recheck") ?? true,
            Timeout = Timeout(map),
            Rollback = Workflow(map, "rollback"),
            Promote = Workflow(map, "promote"),
            WorklogBranch = map.Text("worklog"),
        };
        if (Focus.Parse(run.Focus) is null)
            map.Problem("focus", $"'{run.Focus}' is no focus; write all, changed, category:NAME or suite:NAME");
        map.RefuseOthers();
        return Focus.Parse(run.Focus) is null ? run with { Focus = "all" } : run;
    }

    private static string? Workflow(SettingsMap map, string key)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (FileName().IsMatch(text))
            return text;
        map.Problem(key, $"'{text}' is not a workflow's file name; write for example staging.yml, a file below .github/workflows");
        return null;
    }

    private static TimeSpan Timeout(SettingsMap map)
    {
        if (map.Text("timeout") is not { } text)
            return RunSettings.DefaultTimeout;
        if (ProbesReader.Duration(text) is { } duration && duration > TimeSpan.Zero && duration <= Longest)
            return duration;
        map.Problem("timeout", $"'{text}' is not a time up to {Longest.TotalHours:0} h; write for example 45m");
        return RunSettings.DefaultTimeout;
    }

    [GeneratedRegex(@"^[\w.-]+\.ya?ml$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex FileName();
}
