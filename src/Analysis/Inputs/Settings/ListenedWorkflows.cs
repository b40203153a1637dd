namespace Whybot.Analysis.Inputs.Settings;

/// <summary>
/// Which workflows a workflow file listens to with <c>on: workflow_run: workflows:</c>, by name (docs.github.com, "Events that trigger workflows"). A file that
/// listens to some branches only is not understood: it names patterns, and what they leave out must not be reported.
/// </summary>
public static class ListenedWorkflows
{
    /// <returns>Their names; empty if there are none, or if the file is not understood.</returns>
    public static IReadOnlyList<string> In(string? file)
    {
        try
        {
            return file is { Length: <= YamlTree.MaxCharacters } && Of(Of(YamlTree.Parse(file), "on"), "workflow_run") is YamlMap run
                && Of(run, "branches") is null && Of(run, "branches-ignore") is null
                ? Of(run, "workflows") switch
                {
                    YamlList names => [.. names.Items.OfType<YamlScalar>().Select(n => n.Text)],
                    YamlScalar name => [name.Text],
                    _ => [],
                } : [];
        }
        catch (YamlProblem)
        {
            return [];
        }
    }

    private static YamlValue? Of(YamlValue? map, string key) => (map as YamlMap)?.Entries.Find(e => e.Key.Text == key).Value;
}
