using System.Net;
using System.Text.Json;
using Whybot.GitHub.Http;
using Whybot.Pipeline;

namespace Whybot.GitHub.BeyondOctokit;

/// <summary>Reads a GitHub Projects field for a repository's open issues; only GraphQL provides it.</summary>
internal sealed class ProjectFields(RawAnswers raw, GitHubSettings settings)
{
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
    /// <exception cref="GitHubException">The field cannot be read; the exception has GitHub's reason.</exception>
    public async Task<IReadOnlyDictionary<int, string>> OfIssuesAsync(RepositoryRef repository, string field, int most, CancellationToken cancel)
    {
        var values = new SortedDictionary<int, string>();
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
            if (answer.RootElement.Field("errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
                throw new GitHubException("the project field", HttpStatusCode.UnprocessableEntity,
                    string.Join("; ", errors.EnumerateArray().Select(e => e.Text("message"))), null);
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
        return values;
    }
}
