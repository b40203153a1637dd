using System.Text.Json;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>Several files of a default branch in one request, whether they exist or not; REST needs one for each.</summary>
internal sealed class DefaultBranchTexts(RawAnswers raw, GitHubSettings settings)
{
    private IReadOnlyDictionary<string, string?> _known = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>
    /// Keeps what another query has read beside its own: for a program that does one event's work and ends, what it read at the beginning is what counts.
    /// </summary>
    /// <param name="texts">From <see cref="Of"/>.</param>
    public void Know(IReadOnlyDictionary<string, string?> texts) => _known = texts;

    /// <summary>Whether the file was read before; its text is null if it does not exist.</summary>
    public bool TryKnow(string path, out string? text) => _known.TryGetValue(path, out text);

    /// <param name="paths">Written by the program, not taken from anywhere.</param>
    /// <returns>The texts of those that exist, by path, without what is binary or larger than GraphQL returns (512 KB).</returns>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(RepositoryRef repository, IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var texts = paths.All(_known.ContainsKey) ? _known : await AskAsync(repository, paths, cancel);
        return paths.Where(p => texts.GetValueOrDefault(p) is not null).ToDictionary(p => p, p => texts[p]!, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyDictionary<string, string?>> AskAsync(RepositoryRef repository, IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var query = new GraphQuery($"query($owner: String!, $name: String!) {{ repository(owner: $owner, name: $name) {{{Fields(paths)} }} }}",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["owner"] = repository.Owner, ["name"] = repository.Name });
        var sent = await raw.SendAsync(HttpMethod.Post, settings.GraphPath, Caller.For(repository) with { Reads = true },
            JsonSerializer.SerializeToUtf8Bytes(query, HandWrittenJson.Default.GraphQuery), cancel);
        using var answer = RawAnswers.Parse(sent.Body);
        return Of(answer.RootElement.Field("data")?.Field("repository"), paths);
    }

    /// <summary>What to ask for in a query of a repository.</summary>
    /// <param name="paths">Written by the program, not taken from anywhere.</param>
    public static string Fields(IReadOnlyList<string> paths) =>
        string.Concat(paths.Select((p, i) => $" f{i}: object(expression: \"HEAD:{p}\") {{ ... on Blob {{ text isTruncated }} }}"));

    /// <summary>What was answered to <see cref="Fields"/>.</summary>
    /// <returns>Texts by path, null for what does not exist; without what cannot be told, being binary, too large or not answered.</returns>
    public static IReadOnlyDictionary<string, string?> Of(JsonElement? repository, IReadOnlyList<string> paths)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < paths.Count; i++)
            if (repository is { ValueKind: JsonValueKind.Object } about && about.TryGetProperty($"f{i}", out var blob))
                if (blob.ValueKind == JsonValueKind.Null)
                    texts[paths[i]] = null;
                else if (blob.Text("text") is { } text && blob.Field("isTruncated") is { ValueKind: JsonValueKind.False })
                    texts[paths[i]] = text;
        return texts;
    }
}
