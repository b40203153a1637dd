using System.Text.Json;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>Reads a GitHub Projects field for a repository's open issues; only GraphQL provides it.</summary>
internal sealed class ProjectFields(RawAnswers raw, GitHubSettings settings)
{
    private const int MostOfProblem = 200;

    private const string Query = """
        query($owner: String!, $name: String!, $field: String!, $after: String) {
          repository(owner: $owner, name: $name) {
            issues(states: OPEN, first: 100, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
              pageInfo { endCursor hasNextPage }
              nodes { number projectItems(first: 10) { nodes { fieldValueByName(name: $field) {
                ... on ProjectV2ItemFieldSingleSelectValue { name }
                ... on ProjectV2ItemFieldTextValue { text } } } } }
            }
          }
        }
        """;

    /// <summary>The field's value for each open issue that is in a project; with several projects, the first one that has a value wins.</summary>
    /// <param name="field">The field's name in the project.</param>
    /// <param name="most">Maximum number of pages, of a hundred issues each; the most recently updated issues come first.</param>
    public async Task<FieldValues> OfIssuesAsync(RepositoryRef repository, string field, int most, CancellationToken cancel)
    {
        var values = new SortedDictionary<int, string>();
        var problems = new SortedSet<string>(StringComparer.Ordinal);
        string? after = null;
        for (var page = 0; page < most; page++)
        {
            var variables = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["owner"] = repository.Owner,
                ["name"] = repository.Name,
                ["field"] = field
            };
            if (after is not null)
                variables["after"] = after;
            var sent = await raw.SendAsync(HttpMethod.Post, settings.GraphPath, Caller.For(repository) with { Reads = true },
                JsonSerializer.SerializeToUtf8Bytes(new GraphQuery(Query, variables), HandWrittenJson.Default.GraphQuery), cancel);
            using var answer = RawAnswers.Parse(sent.Body);
            // GraphQL reports an error for each project that the App may not read, next to what it may read.
            problems.UnionWith(answer.RootElement.Field("errors").Items().Select(e => e.Item.Text("message")).OfType<string>());
            var issues = answer.RootElement.Field("data")?.Field("repository")?.Field("issues");
            foreach (var (issue, _) in issues?.Field("nodes").Items() ?? [])
                if (issue.Integer("number") is { } number && issue.Field("projectItems")?.Field("nodes").Items().Select(i => i.Item.Field("fieldValueByName"))
                    .Select(v => v?.Text("name") ?? v?.Text("text")).FirstOrDefault(v => v is { Length: > 0 }) is { } value)
                    values[number] = value;
            var pages = issues?.Field("pageInfo");
            after = pages?.Field("hasNextPage") is { ValueKind: JsonValueKind.True } ? pages?.Text("endCursor") : null;
            if (after is null)
                break;
        }
        return new FieldValues(values, problems.Count == 0 ? null : SafeText.OneLine(string.Join("; ", problems), MostOfProblem));
    }
}

/// <param name="Values">By issue number.</param>
/// <param name="Problem">Why some or all values could not be read, in GitHub's words; null if there was no problem.</param>
internal sealed record FieldValues(IReadOnlyDictionary<int, string> Values, string? Problem);
