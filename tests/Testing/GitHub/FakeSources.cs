using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Whybot.Testing.GitHub;

/// <summary>A file at a commit.</summary>
/// <param name="Text">Null for a binary file.</param>
/// <param name="Mode">As git has it: <c>120000</c> for a symbolic link, <c>160000</c> for a submodule.</param>
public sealed record FakeSource(string? Text, string Mode = "100644");

/// <summary>
/// The files of a repository at a commit: their list by REST, their texts by GraphQL. As GitHub documents it, a list of more than 100,000 entries is cut, and
/// so is a text of more than 512 KB; an object that does not exist is null without an error, and a binary file has no text.
/// </summary>
internal static partial class FakeSources
{
    private const int MostOfText = 512 * 1024;

    public static IEnumerable<FakeRoute> Routes(FakeGitHub github) =>
    [
        FakeRoute.Of("GET", "/repos/{owner}/{repo}/git/trees/{sha}", "contents:read", r => FakeRepositories.With(github, r, repository =>
            Of(repository, r.Parts["sha"]) is { } files && r.Ask("recursive") is not null ? FakeAnswer.Ok(Tree(github, repository, r.Parts["sha"], files))
                : FakeAnswer.NotFound)),
    ];

    /// <summary>GraphQL: the files whose commit and path are in variables.</summary>
    public static FakeAnswer Texts(FakeGitHub github, string query, JsonElement variables)
    {
        if (!github.Repositories.TryGetValue($"{variables.GetProperty("owner")}/{variables.GetProperty("name")}", out var repository))
            return FakeAnswer.Ok(new JsonObject { ["data"] = new JsonObject { ["repository"] = null } });
        var files = new JsonObject();
        foreach (Match field in Field().Matches(query))
            files[field.Groups[1].Value] = variables.GetProperty(field.Groups[2].Value).GetString()!.Split(':', 2) is [var sha, var path]
                && Of(repository, sha)?.GetValueOrDefault(path) is { Mode: not "160000" } file ? Blob(file) : null;
        return FakeAnswer.Ok(new JsonObject { ["data"] = new JsonObject { ["repository"] = files } });
    }

    private static JsonObject Blob(FakeSource file) => new()
    {
        ["text"] = file.Text is { Length: > MostOfText } long_ ? long_[..MostOfText] : file.Text,
        ["isTruncated"] = file.Text is { Length: > MostOfText },
    };

    /// <summary>A commit has the files of the default branch if nothing else is said.</summary>
    private static Dictionary<string, FakeSource>? Of(FakeRepository repository, string sha) => repository.Sources.GetValueOrDefault(sha)
        ?? (repository.Resolve(sha) is null ? null
            : repository.Files.ToDictionary(f => f.Key, f => new FakeSource(f.Value), StringComparer.Ordinal));

    private static JsonNode Tree(FakeGitHub github, FakeRepository repository, string sha, Dictionary<string, FakeSource> files) =>
        github.Shape("git-tree", new JsonObject
        {
            ["sha"] = sha,
            ["truncated"] = repository.HasMoreSources,
            ["tree"] = new JsonArray([.. files.Keys.SelectMany(Folders).Distinct().Select(f => Entry(f, "040000", "tree", null)),
                .. files.Select(f => Entry(f.Key, f.Value.Mode, f.Value.Mode == "160000" ? "commit" : "blob", f.Value.Text))]),
        });

    private static JsonObject Entry(string path, string mode, string type, string? text)
    {
        var entry = new JsonObject
        {
            ["path"] = path,
            ["mode"] = mode,
            ["type"] = type,
            ["sha"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? path)))[..40],
        };
        if (type == "blob")
            entry["size"] = Encoding.UTF8.GetByteCount(text ?? path);
        return entry;
    }

    private static IEnumerable<string> Folders(string path)
    {
        for (var at = path.IndexOf('/'); at > 0; at = path.IndexOf('/', at + 1))
            yield return path[..at];
    }

    [GeneratedRegex(@"(f\d+): object\(expression: \$(\w+)\)")]
    private static partial Regex Field();
}
