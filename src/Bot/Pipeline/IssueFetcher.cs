using System.Text.Json;
using Whybot.Analysis.Correlation;
using Whybot.Analysis.Settings;
using Whybot.GitHub;
using Whybot.Setup;
using Whybot.Storage;

namespace Whybot.Pipeline;

/// <summary>
/// Fetches a repository's issues into a run's folder, <c>issues.json</c>, as one array. What was written to last comes first; where that does not hold all,
/// the open ones of the highest priorities and then the other open ones are added, so that an old P0 is found however many issues and pull requests are newer.
/// </summary>
internal sealed class IssueFetcher(RawAnswers answers, OwnSecrets own, EvidenceSettings settings)
{
    /// <summary>Priorities from this one on are not looked for behind newer issues.</summary>
    private const int NotUrgent = 2;
    private const int MostLabels = 6;
    private const int LabelPages = 5;

    /// <param name="folder">The run's, with the repository's settings.</param>
    /// <param name="root">Where the repository's answers go.</param>
    public async Task FetchAsync(RepositoryRef repository, string folder, string root, List<string> warnings, CancellationToken cancel)
    {
        await using var file = File.Create(Path.Combine(root, "issues.json"));
        await using var writer = new Utf8JsonWriter(file);
        var written = new HashSet<int>();
        writer.WriteStartArray();
        if (!await PagesAsync("state=all"))
        {
            var urgent = await UrgentLabelsAsync(repository, folder, cancel);
            foreach (var label in urgent)
                await PagesAsync($"state=open&labels={Uri.EscapeDataString(label)}");
            if (!await PagesAsync("state=open"))
                warnings.Add($"{repository.FullName} has more open issues than are read: older ones than the last {settings.IssuePages * 100} are {(urgent.Count == 0 ? "not compared" : $"only compared where they are labelled {string.Join(" or ", urgent)}")} (Whybot:Evidence:IssuePages)");
        }
        writer.WriteEndArray();

        async Task<bool> PagesAsync(string which)
        {
            var isAll = true;
            await foreach (var page in answers.PagesAsync(repository, $"issues?{which}&sort=updated&direction=desc&per_page=100", settings.IssuePages, cancel))
            {
                using var document = RawAnswers.Parse(page.Body);
                foreach (var (issue, _) in ((JsonElement?)document.RootElement).Items())
                    if (issue.Integer("number") is { } number && written.Add(number))
                        new RedactedJson(writer, own).Write(issue);
                isAll = page.Next is null;
            }
            return isAll;
        }
    }

    /// <summary>The repository's labels of the highest priorities, by its settings and by the usual conventions; the most urgent first.</summary>
    private async Task<IReadOnlyList<string>> UrgentLabelsAsync(RepositoryRef repository, string folder, CancellationToken cancel)
    {
        var file = Path.Combine(folder, "whybot.yml");
        var known = (File.Exists(file) ? SettingsReader.Read(await File.ReadAllTextAsync(file, cancel), file).Settings : RepositorySettings.Default).PriorityLabels;
        var labels = new List<(int Rank, string Name)>();
        await foreach (var page in answers.PagesAsync(repository, "labels?per_page=100", LabelPages, cancel))
        {
            using var document = RawAnswers.Parse(page.Body);
            labels.AddRange(((JsonElement?)document.RootElement).Items().Select(l => l.Item.Text("name")).OfType<string>()
                .Select(name => (IssuePriority.Of([name], known).Rank, name)).Where(l => l.Rank < NotUrgent));
        }
        return [.. labels.OrderBy(l => l.Rank).ThenBy(l => l.Name, StringComparer.Ordinal).Take(MostLabels).Select(l => l.Name)];
    }
}
