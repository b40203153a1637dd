using System.Text.Json;
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
    private static readonly string[] First = ["P0", "P1"];

    public async Task FetchAsync(RepositoryRef repository, string root, List<string> warnings, CancellationToken cancel)
    {
        await using var file = File.Create(Path.Combine(root, "issues.json"));
        await using var writer = new Utf8JsonWriter(file);
        var written = new HashSet<int>();
        writer.WriteStartArray();
        if (!await PagesAsync("state=all"))
        {
            foreach (var label in First)
                await PagesAsync($"state=open&labels={label}");
            if (!await PagesAsync("state=open"))
                warnings.Add($"{repository.FullName} has more open issues than are read: older ones than the last {settings.IssuePages * 100} are only compared where they are {string.Join(" or ", First)} (Whybot:Evidence:IssuePages)");
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
}
