using Whybot.Bot.Tests.Workflows;
using Whybot.Testing;
using YamlDotNet.RepresentationModel;

namespace Whybot.Bot.Tests.Actions;

/// <summary>Whybot's workflow as <c>docs/actions.md</c> shows it, and the job that another workflow gets to tell Whybot of its end.</summary>
internal sealed class DocumentedWorkflow
{
    private readonly YamlMappingNode _root;

    private DocumentedWorkflow(YamlMappingNode root) => _root = root;

    public static DocumentedWorkflow Read() => new(WorkflowFile.Shipped()
        .Single(w => w.Place.StartsWith("docs/actions.md:", StringComparison.Ordinal) && w.Root.Text("name") == "whybot").Root);

    /// <summary>The token's permissions in its job, by GitHub's names in the API.</summary>
    public IEnumerable<(string Name, string Level)> Permissions => _root.Mapping("jobs")!.Mapping("whybot")!.Mapping("permissions")!.Children
        .Select(p => ($"{p.Key}".Replace('-', '_'), $"{p.Value}"));

    /// <summary>The command by which a workflow tells Whybot of its end.</summary>
    public static string Telling => File.ReadAllLines(Path.Combine(Repository.Root, "docs", "actions.md"))
        .Single(l => l.Contains("gh workflow run", StringComparison.Ordinal)).Trim();

    /// <summary>Whether an event starts it.</summary>
    /// <param name="name">Of the event.</param>
    /// <param name="action">Of the event; null if it has none.</param>
    /// <param name="workflow">The workflow that has ended, for <c>workflow_run</c>.</param>
    public bool ListensTo(string name, string? action = null, string? workflow = null)
    {
        var on = _root.Mapping("on")!;
        if (!on.Children.ContainsKey(new YamlScalarNode(name)))
            return false;
        var filters = on.Mapping(name);
        return Holds(filters, "types", action) && Holds(filters, "workflows", workflow);
    }

    /// <summary>Whether a person or a workflow may start it with that input: GitHub refuses one that is not declared.</summary>
    public bool Takes(string input) => _root.Mapping("on")!.Mapping("workflow_dispatch")?.Mapping("inputs")?.Mapping(input) is not null;

    private static bool Holds(YamlMappingNode? filters, string key, string? value) =>
        filters?.Child(key) is not YamlSequenceNode listed || listed.Any(l => $"{l}" == value);
}
