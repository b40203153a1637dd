using System.Net;
using System.Text.Json;
using Whybot.GitHub.Http;
using Whybot.Pipeline;

namespace Whybot.GitHub.BeyondOctokit;

/// <summary>Reads a field of GitHub's Projects for a repository's open issues; only GraphQL has them.</summary>
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

    /// <summary>What the field says of each open issue that is in a project; of several projects the first that says anything.</summary>
    /// <param name="field">Its name, as the project has it.</param>
    /// <param name="most">Pages of a hundred issues that are read, the last updated first.</param>
    /// <exception cref="GitHubException">GitHub says why the field cannot be read.</exception>
    public async Task<IReadOnlyDictionary<int, string>> OfIssuesAsync(RepositoryRef repository, string field, int most, CancellationToken cancel)
    {
        var values = new SortedDictionary<int, string>();
        string? after = null;
        for (var page = 0; page < most; page++)
        {
            var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["owner"] = repository.Owner, ["name"] = repository.Name, ["field"] = field };
            if (after is not null)
                variables["after"] = after;
            var sent = await raw.SendAsync(HttpMethod.Post, settings.GraphPath, Caller.For(repository) with { Reads = true },
                JsonSerializer.SerializeToUtf8Bytes(new GraphQuery(Query, variables), HandWrittenJson.Default.GraphQuery), cancel);
            using var answer = RawAnswers.Parse(sent.Body);
            if (answer.RootElement.Field("errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
                throw new GitHubException("the project field", HttpStatusCode.UnprocessableEntity, string.Join("; ", errors.EnumerateArray().Select(e => e.Text("message"))), null);
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
