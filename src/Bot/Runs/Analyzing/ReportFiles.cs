using System.Text;
using System.Text.Json;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Analyzing;

/// <summary>Writes the reports of a run into a folder; each file appears whole or not at all.</summary>
internal static class ReportFiles
{
    /// <summary>All drafts in one file, for the code that publishes them.</summary>
    public const string Drafts = "drafts.json";
    public const string Worklog = "worklog.md";
    public const string Report = "report.json";
    public const string Passages = "passages.json";

    /// <returns>Null, or what went wrong and how to fix it.</returns>
    public static string? Write(Report report, RepositorySettings settings, CommandCatalogue commands, FolderEvidence evidence, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            RemoveOldDrafts(folder);
            var published = ReportJson.Write(report);
            Replace(Path.Combine(folder, Report), published);
            Replace(Path.Combine(folder, Passages), Passage.Write(Passage.Of(report, evidence)));
            Replace(Path.Combine(folder, "comment.md"), CommentWriter.Write(report));
            Replace(Path.Combine(folder, Worklog), WorklogWriter.Write(report));
            var drafts = RunDrafts.Of(report, settings, commands);
            foreach (var draft in drafts.Issues)
                Replace(Path.Combine(folder, $"issue-{draft.Cause}.md"), Draft(draft));
            Replace(Path.Combine(folder, Drafts), Masked(drafts.ToJson()));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{folder}: the reports cannot be written ({failure.Message}); give a folder that can be written with --output";
        }
    }

    /// <summary>Masks secrets: names of suites and inputs come from files that may be called anything.</summary>
    private static string Masked(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var masked = new MemoryStream(json.Length);
        using (var writer = new Utf8JsonWriter(masked))
            new RedactedJson(writer, new ConfiguredSecrets([])).Write(document.RootElement);
        return Encoding.UTF8.GetString(masked.ToArray());
    }

    /// <summary>Removes the drafts of an earlier run from the same folder; only those with the bot's own marker.</summary>
    private static void RemoveOldDrafts(string folder)
    {
        // Links are skipped: the program never creates any.
        foreach (var file in Directory.EnumerateFiles(folder, "issue-*.md", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            var cluster = Path.GetFileNameWithoutExtension(file)["issue-".Length..];
            if (File.ReadAllText(file).Contains(OwnIssue.Marker(cluster), StringComparison.Ordinal))
                File.Delete(file);
        }
    }

    private static void Replace(string path, string text)
    {
        var whole = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(whole, text);
        File.Move(whole, path, overwrite: true);
    }

    private static string Draft(IssueDraft draft) =>
        $"""
        # {Heading(draft.Title)}

        Labels: {(draft.Labels.Count == 0 ? "none" : string.Join(", ", draft.Labels.Select(l => Markdown.Code(l))))}

        {draft.Body}
        """;

    /// <summary>The file's heading is Markdown but GitHub shows a title as plain text, so here it goes in a code span.</summary>
    private static string Heading(string title) => Markdown.Code(title);
}
