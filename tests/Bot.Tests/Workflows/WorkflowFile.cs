using Markdig;
using Markdig.Syntax;
using Whybot.Testing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Whybot.Bot.Tests.Workflows;

/// <summary>A workflow, a composite action, or an example of one in a document.</summary>
/// <param name="Place">The file, and for an example in a document its line.</param>
/// <param name="Text">What <see cref="Root"/> was read from; lines count from 1.</param>
internal sealed record WorkflowFile(string Place, string Text, YamlMappingNode Root)
{
    /// <summary>Everything of the kind that this repository ships.</summary>
    public static IEnumerable<WorkflowFile> Shipped()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"))
            .Append(Path.Combine(Repository.Root, "action.yml"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.yml", SearchOption.AllDirectories));
        var documents = Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.md", SearchOption.AllDirectories));
        return files.SelectMany(f => Read(Named(f), File.ReadAllText(f)))
            .Concat(documents.SelectMany(d => Examples(Named(d), File.ReadAllText(d))));
    }

    /// <summary>None if the text is no workflow and no action.</summary>
    public static IEnumerable<WorkflowFile> Read(string place, string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException) when (place.Contains(".md:", StringComparison.Ordinal))
        {
            yield break; // an example with dots for what is left out
        }
        if (yaml.Documents.FirstOrDefault()?.RootNode is YamlMappingNode root && (root.Mapping("jobs") ?? root.Mapping("runs")) is not null)
            yield return new WorkflowFile(place, text, root);
    }

    private static IEnumerable<WorkflowFile> Examples(string document, string text) =>
        Markdown.Parse(text).Descendants<FencedCodeBlock>().Where(b => b.Info is "yaml" or "yml")
            .SelectMany(b => Read($"{document}:{b.Line + 2}", b.Lines.ToString()));

    private static string Named(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    public bool IsWorkflow => Root.Mapping("jobs") is not null;

    /// <summary>Names of the events that start it.</summary>
    public IEnumerable<string> Events => Root.Child("on") switch
    {
        YamlScalarNode one => [one.Value!],
        YamlSequenceNode several => several.Select(e => $"{e}"),
        YamlMappingNode filtered => filtered.Children.Keys.Select(e => $"{e}"),
        _ => [],
    };

    public IEnumerable<(string Name, YamlMappingNode Job)> Jobs =>
        Root.Mapping("jobs")?.Children.Select(j => ($"{j.Key}", (YamlMappingNode)j.Value)) ?? [];

    public IEnumerable<YamlMappingNode> Steps =>
        Jobs.Select(j => j.Job).Append(Root.Mapping("runs")).OfType<YamlMappingNode>()
            .SelectMany(j => j.Child("steps") as YamlSequenceNode ?? []).OfType<YamlMappingNode>();
}
