using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub;

/// <summary>Objects of git that are stored one by one, and branches that GraphQL moves by compare-and-swap.</summary>
public static class FakeObjects
{
    private const string Root = "/repos/{owner}/{repo}/git";
    private const string Nothing = "0000000000000000000000000000000000000000";

    internal static IEnumerable<FakeRoute> Routes(FakeGitHub github) =>
    [
        FakeRoute.Of("POST", Root + "/blobs", "contents:write", r => FakeRepositories.With(github, r, repository =>
            FakeAnswer.Created(new JsonObject { ["sha"] = Blob(repository, Convert.FromBase64String(r.Text("content")!)), ["url"] = $"{github.Url}blob" }))),
        FakeRoute.Of("GET", Root + "/blobs/{sha}", "contents:read", r => FakeRepositories.With(github, r, repository =>
            repository.Objects.TryGetValue(r.Parts["sha"], out var content) ? FakeAnswer.Ok(github.Shape("blob", new JsonObject
            {
                ["sha"] = r.Parts["sha"], ["content"] = Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks), ["encoding"] = "base64",
            })) : FakeAnswer.NotFound)),
        FakeRoute.Of("POST", Root + "/trees", "contents:write", r => FakeRepositories.With(github, r, repository =>
        {
            var entries = r.Body!.Value.GetProperty("tree").EnumerateArray().Select(e => (Name: e.GetProperty("path").GetString()!,
                Blob: e.TryGetProperty("sha", out var sha) ? sha.GetString()!
                    : Blob(repository, Encoding.UTF8.GetBytes(e.GetProperty("content").GetString()!))));
            var tree = JsonSerializer.SerializeToUtf8Bytes(entries.ToDictionary(e => e.Name, e => e.Blob, StringComparer.Ordinal));
            return FakeAnswer.Created(github.Shape("git-tree", new JsonObject { ["sha"] = Blob(repository, tree), ["truncated"] = false }));
        })),
        FakeRoute.Of("POST", Root + "/commits", "contents:write", r => FakeRepositories.With(github, r, repository =>
            r.Body!.Value.GetProperty("parents").GetArrayLength() == 0
                ? FakeAnswer.Created(github.Shape("git-commit", new JsonObject
                {
                    ["sha"] = Blob(repository, Encoding.UTF8.GetBytes($"{r.Text("tree")}\n{r.Text("message")}")),
                }))
                : FakeAnswer.Error(422, "the fake knows only commits without parents"))),
    ];

    /// <summary>GraphQL: a branch, its commit and the files in it, and files of the default branch that are asked for beside.</summary>
    internal static FakeAnswer Tip(FakeGitHub github, string query, JsonElement variables)
    {
        if (!github.Repositories.TryGetValue($"{variables.GetProperty("owner")}/{variables.GetProperty("name")}", out var repository))
            return FakeAnswer.Ok(new JsonObject
            {
                ["data"] = new JsonObject { ["repository"] = null },
                ["errors"] = new JsonArray(new JsonObject { ["type"] = "NOT_FOUND", ["message"] = "Could not resolve to a Repository" }),
            });
        var commit = repository.Refs.GetValueOrDefault($"{variables.GetProperty("ref")}");
        var about = new JsonObject
        {
            ["id"] = $"R_{repository.Id}",
            ["isPrivate"] = repository.IsPrivate,
            ["ref"] = commit is null ? null : new JsonObject
            {
                ["target"] = new JsonObject
                {
                    ["oid"] = commit,
                    ["tree"] = new JsonObject
                    {
                        ["entries"] = new JsonArray([.. Files(repository, commit).Select(f => new JsonObject
                        {
                            ["name"] = f.Key, ["oid"] = f.Value, ["object"] = new JsonObject { ["text"] = Text(repository.Objects[f.Value]) },
                        })]),
                    },
                },
            },
        };
        FakeRepositories.AddTexts(repository, query, about);
        return FakeAnswer.Ok(new JsonObject { ["data"] = new JsonObject { ["repository"] = about } });
    }

    /// <summary>GraphQL: moves a branch if it still is where it is said to be.</summary>
    internal static FakeAnswer Move(FakeGitHub github, JsonElement variables)
    {
        var repository = github.Repositories.Values.Single(r => $"R_{r.Id}" == $"{variables.GetProperty("id")}");
        var name = $"{variables.GetProperty("ref")}";
        if (repository.Refs.GetValueOrDefault(name, Nothing) != $"{variables.GetProperty("before")}")
            return FakeAnswer.Ok(new JsonObject
            {
                ["data"] = new JsonObject { ["updateRefs"] = null },
                ["errors"] = new JsonArray(new JsonObject { ["type"] = "UNPROCESSABLE", ["message"] = $"is at another commit than expected: {name}" }),
            });
        repository.Refs[name] = $"{variables.GetProperty("after")}";
        return FakeAnswer.Ok(new JsonObject { ["data"] = new JsonObject { ["updateRefs"] = new JsonObject { ["clientMutationId"] = null } } });
    }

    /// <summary>The blobs of a commit's files, by name.</summary>
    public static Dictionary<string, string> Files(FakeRepository repository, string commit) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(repository.Objects[Encoding.UTF8.GetString(repository.Objects[commit]).Split('\n')[0]])!;

    /// <summary>Null for what is binary.</summary>
    private static string? Text(byte[] content) => content.Contains((byte)0) ? null : Encoding.UTF8.GetString(content);

    private static string Blob(FakeRepository repository, byte[] content)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(content))[..40];
        repository.Objects[sha] = content;
        return sha;
    }
}
