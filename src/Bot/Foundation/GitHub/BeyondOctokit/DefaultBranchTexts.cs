using System.Text.Json;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>Several files of a default branch in one request, whether they exist or not; REST needs one for each.</summary>
internal sealed class DefaultBranchTexts(RawAnswers raw, GitHubSettings settings)
{
    /// <param name="paths">Written by the program, not taken from anywhere.</param>
    /// <returns>The texts of those that exist, by path, without what is binary or larger than GraphQL returns (512 KB).</returns>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(RepositoryRef repository, IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var fields = string.Concat(paths.Select((p, i) => $" f{i}: object(expression: \"HEAD:{p}\") {{ ... on Blob {{ text isTruncated }} }}"));
        var query = new GraphQuery($"query($owner: String!, $name: String!) {{ repository(owner: $owner, name: $name) {{{fields} }} }}",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["owner"] = repository.Owner, ["name"] = repository.Name });
        var sent = await raw.SendAsync(HttpMethod.Post, settings.GraphPath, Caller.For(repository) with { Reads = true },
            JsonSerializer.SerializeToUtf8Bytes(query, HandWrittenJson.Default.GraphQuery), cancel);
        using var answer = RawAnswers.Parse(sent.Body);
        var found = answer.RootElement.Field("data")?.Field("repository");
        return paths.Select((p, i) => (Path: p, Blob: found?.Field($"f{i}")))
            .Where(f => f.Blob?.Text("text") is not null && f.Blob?.Field("isTruncated") is not { ValueKind: JsonValueKind.True })
            .ToDictionary(f => f.Path, f => f.Blob?.Text("text")!, StringComparer.Ordinal);
    }
}
