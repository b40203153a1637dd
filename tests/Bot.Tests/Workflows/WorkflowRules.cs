using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Whybot.Bot.Tests.Workflows;

/// <summary>
/// What makes a workflow dangerous, as far as its text shows it. The rules are named as zizmor's audits are (docs.zizmor.sh/audits), and are stricter where
/// this repository can afford it.
/// </summary>
internal static partial class WorkflowRules
{
    private const string DefaultBranch = "${{ github.event.repository.default_branch }}";

    /// <summary>Each finding as <c>place: rule: what to do</c>.</summary>
    public static IEnumerable<string> Findings(WorkflowFile file) =>
        Pins(file).Concat(Injections(file)).Concat(Permissions(file)).Concat(Credentials(file)).Concat(Triggers(file)).Concat(Caches(file))
            .Concat(Phrases(file)).Select(f => $"{file.Place}: {f}");

    /// <summary>A tag can be moved to other code, a commit cannot. The comment tells people and Dependabot which version it is.</summary>
    private static IEnumerable<string> Pins(WorkflowFile file)
    {
        foreach (var (index, line) in file.Text.Split('\n').Index())
            if (Uses().Match(line) is { Success: true } uses && !Pinned().IsMatch(uses.Groups["what"].Value))
                yield return $"unpinned-uses: line {index + 1}: pin {uses.Groups["what"].Value.Trim()} to a commit, with its version as a comment";
    }

    /// <summary>An expression is put into a script before the shell reads it, so whoever chooses its value writes the script. Variables are safe.</summary>
    private static IEnumerable<string> Injections(WorkflowFile file) =>
        from step in file.Steps
        from script in new[] { step.Text("run"), step.Mapping("with")?.Text("script") }
        where script?.Contains("${{", StringComparison.Ordinal) == true
        select $"template-injection: line {step.Start.Line}: pass the expression through env";

    private static IEnumerable<string> Permissions(WorkflowFile file)
    {
        if (!file.IsWorkflow)
            yield break;
        if (file.Root.Child("permissions") is not YamlMappingNode all || all.Children.Values.Any(v => $"{v}" == "write"))
            yield return "excessive-permissions: begin with permissions: {} or with permissions to read";
        foreach (var (name, job) in file.Jobs)
            if (job.Child("permissions") is not YamlMappingNode)
                yield return $"excessive-permissions: list the permissions of the job {name}";
    }

    private static IEnumerable<string> Credentials(WorkflowFile file)
    {
        foreach (var step in Checkouts(file))
            if (step.Mapping("with")?.Text("persist-credentials") != "false")
                yield return $"artipacked: line {step.Start.Line}: check out with persist-credentials: false";
        foreach (var (name, job) in file.Jobs)
            if (job.Text("secrets") == "inherit")
                yield return $"secrets-inherit: pass the job {name} the secrets that it needs by name";
    }

    /// <summary>
    /// These events run with secrets and a token that may write, also when a stranger caused them: what they check out must not be the stranger's.
    /// </summary>
    private static IEnumerable<string> Triggers(WorkflowFile file)
    {
        if (file.Events.Contains("pull_request_target"))
            yield return "dangerous-triggers: pull_request_target is not needed";
        if (!file.Events.Intersect(["pull_request_target", "workflow_run", "issue_comment", "issues", "deployment_status"]).Any())
            yield break;
        foreach (var step in Checkouts(file))
            if (step.Mapping("with") is { } with && (with.Text("repository") is not null || (with.Text("ref") ?? DefaultBranch) != DefaultBranch))
                yield return $"dangerous-triggers: line {step.Start.Line}: check out the default branch only";
        foreach (var step in file.Steps)
            if (Environment().IsMatch(step.Text("run") ?? ""))
                yield return $"github-env: line {step.Start.Line}: pass outputs, not variables or paths, to later steps";
    }

    /// <summary>Caches are shared with every workflow of the branch, so what a release is made from must not come from one.</summary>
    private static IEnumerable<string> Caches(WorkflowFile file)
    {
        if (!file.Events.Contains("release") && (file.Root.Mapping("on")?.Child("push") as YamlMappingNode)?.Child("tags") is null)
            yield break;
        foreach (var step in file.Steps)
            if (step.Text("uses")?.StartsWith("actions/cache", StringComparison.Ordinal) == true
                || step.Mapping("with")?.Text("cache") is not (null or "false"))
                yield return $"cache-poisoning: line {step.Start.Line}: build releases without a cache";
    }

    private static IEnumerable<string> Phrases(WorkflowFile file)
    {
        foreach (var (rule, pattern, what) in Forbidden)
            if (pattern.IsMatch(file.Text))
                yield return $"{rule}: {what}";
    }

    private static readonly (string Rule, Regex Pattern, string What)[] Forbidden =
    [
        ("overprovisioned-secrets", AllSecrets(), "name the secrets that are needed"),
        ("bot-conditions", Actor(), "ask for the event's sender or author; github.actor is whoever acted last"),
        ("insecure-commands", Unsecure(), "write to GITHUB_OUTPUT instead"),
    ];

    private static IEnumerable<YamlMappingNode> Checkouts(WorkflowFile file) =>
        file.Steps.Where(s => s.Text("uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true);

    [GeneratedRegex(@"^\s*(?:-\s+)?uses:\s*(?<what>.*)$")]
    private static partial Regex Uses();

    /// <summary>Also a path of this repository, and in examples this project with placeholders for its owner and the commit.</summary>
    [GeneratedRegex(@"^(?:\./\S*|OWNER/whybot(?:/\S+)?@COMMIT(?: # v\S+)?|[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)\s*$")]
    private static partial Regex Pinned();

    [GeneratedRegex("GITHUB_ENV|GITHUB_PATH")]
    private static partial Regex Environment();

    [GeneratedRegex(@"toJSON\(\s*secrets\s*\)|secrets\[", RegexOptions.IgnoreCase)]
    private static partial Regex AllSecrets();

    [GeneratedRegex(@"github\.actor\s*[!=]=")]
    private static partial Regex Actor();

    [GeneratedRegex("ACTIONS_ALLOW_UNSECURE_COMMANDS")]
    private static partial Regex Unsecure();
}
