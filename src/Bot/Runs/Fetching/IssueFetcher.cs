using System.Text.Json;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Redaction;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches a repository's issues into a run's folder as one array, <c>issues.json</c>. The most recently updated issues come first. If those are not all,
/// the open issues with the highest priorities are added, then the other open ones, so that an old P0 is found however many issues and pull requests are newer.
/// If the settings name a project field, its values for the issues go into <c>issue-fields.json</c>.
/// </summary>
internal sealed class IssueFetcher(RawAnswers answers, ProjectFields projects, ConfiguredSecrets own, RepositorySettingsFile settingsFile,
    EvidenceSettings settings)
{
    /// <summary>Issues with a lower priority are not searched for behind newer issues.</summary>
    private const Priority Urgent = Priority.P1;
    private const int MostLabels = 6;
    private const int LabelPages = 5;

    /// <summary>A page is one request and a hundred issues, of which only the number and the field are fetched.</summary>
    private const int FieldPages = 20;

    /// <summary>Issues that are urgent only according to a project are fetched one by one.</summary>
    private const int MostByNumber = 20;

    /// <param name="folder">The run's folder, with the repository's settings.</param>
    /// <param name="root">The folder for the repository's answers.</param>
    public async Task FetchAsync(RepositoryRef repository, string folder, string root, List<string> warnings, CancellationToken cancel)
    {
        var known = await SettingsAsync(folder, cancel);
        var fields = known.PriorityField is { } field ? await FieldsAsync(repository, field, warnings, cancel) : new Dictionary<int, string>();
        await using var file = File.Create(Path.Combine(root, "issues.json"));
        await using var writer = new Utf8JsonWriter(file);
        var written = new HashSet<int>();
        writer.WriteStartArray();
        if (!await PagesAsync("state=all"))
        {
            var urgent = await UrgentLabelsAsync(repository, known, cancel);
            foreach (var label in urgent)
                await PagesAsync($"state=open&labels={Uri.EscapeDataString(label)}");
            if (!await PagesAsync("state=open"))
                warnings.Add($"{repository.FullName} has more open issues than are read: older ones than the last {settings.IssuePages * 100} are "
                    + $"{(urgent.Count == 0 ? "not compared" : $"only compared where they are labelled {string.Join(" or ", urgent)}")} "
                    + $"(Whybot:Evidence:IssuePages)");
            foreach (var number in fields.Where(f => IssuePriority.Of([f.Value], known.PriorityLabels).Priority <= Urgent && !written.Contains(f.Key))
                .Select(f => f.Key).Take(MostByNumber))
                if (await answers.FindAsync(repository, $"issues/{number}", cancel) is { } answer)
                {
                    using var issue = RawAnswers.Parse(answer);
                    Write(issue.RootElement);
                }
        }
        writer.WriteEndArray();
        if (fields.Count > 0)
            await WriteAsync(Path.Combine(root, RecordedAnswers.ProjectFieldsFile), fields, cancel);

        void Write(JsonElement issue)
        {
            if (issue.Integer("number") is { } number && written.Add(number))
                new RedactedJson(writer, own).Write(issue);
        }

        async Task<bool> PagesAsync(string which)
        {
            var isAll = true;
            await foreach (var page in answers.PagesAsync(repository, $"issues?{which}&sort=updated&direction=desc&per_page=100", settings.IssuePages, cancel))
            {
                using var document = RawAnswers.Parse(page.Body);
                foreach (var (issue, _) in ((JsonElement?)document.RootElement).Items())
                    Write(issue);
                isAll = page.Next is null;
            }
            return isAll;
        }
    }

    private async Task<RepositorySettings> SettingsAsync(string folder, CancellationToken cancel)
    {
        var file = Path.Combine(folder, "whybot.yml");
        return File.Exists(file) ? settingsFile.Read(await File.ReadAllTextAsync(file, cancel), file).Settings : RepositorySettings.Default;
    }

    private async Task<IReadOnlyDictionary<int, string>> FieldsAsync(RepositoryRef repository, string field, List<string> warnings, CancellationToken cancel)
    {
        try
        {
            var (values, problem) = await projects.OfIssuesAsync(repository, field, FieldPages, cancel);
            if (problem is not null)
                warnings.Add(Unread(field, values.Count == 0 ? "cannot be read" : "cannot be read in every project", problem));
            return values;
        }
        catch (GitHubException refused)
        {
            warnings.Add(Unread(field, "cannot be read", refused.Answer));
            return new Dictionary<int, string>();
        }
    }

    private static string Unread(string field, string what, string why) =>
        $"the project field {field} (issues.priority-field) {what}, so urgency may come from labels and types alone: {why}; "
            + "the App needs read access to the organization's projects";

    private async Task WriteAsync(string path, IReadOnlyDictionary<int, string> fields, CancellationToken cancel)
    {
        await using var file = File.Create(path);
        await using var writer = new Utf8JsonWriter(file);
        writer.WriteStartObject();
        foreach (var (number, value) in fields)
            writer.WriteString($"{number}", own.Redact(Secrets.Redact(value)));
        writer.WriteEndObject();
        await writer.FlushAsync(cancel);
    }

    /// <summary>The repository's labels for the highest priorities, according to its settings and the usual conventions; most urgent first.</summary>
    private async Task<IReadOnlyList<string>> UrgentLabelsAsync(RepositoryRef repository, RepositorySettings known, CancellationToken cancel)
    {
        var labels = new List<(Priority? Priority, string Name)>();
        await foreach (var page in answers.PagesAsync(repository, "labels?per_page=100", LabelPages, cancel))
        {
            using var document = RawAnswers.Parse(page.Body);
            labels.AddRange(((JsonElement?)document.RootElement).Items().Select(l => l.Item.Text("name")).OfType<string>()
                .Select(name => (IssuePriority.Of([name], known.PriorityLabels).Priority, name)).Where(l => l.Priority <= Urgent));
        }
        return [.. labels.OrderBy(l => l.Priority).ThenBy(l => l.Name, StringComparer.Ordinal).Take(MostLabels).Select(l => l.Name)];
    }
}
