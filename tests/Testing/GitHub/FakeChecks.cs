using System.Text.Json;
using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub;

/// <summary>Check runs. More than 50 annotations are refused, and an update adds to those that are there.</summary>
public static class FakeChecks
{
    private const int MostAnnotations = 50;
    private const string Root = "/repos/{owner}/{repo}";

    /// <summary>A job of Actions that passed on a commit.</summary>
    public static void Pass(FakeGitHub github, FakeRepository repository, string name, string sha) =>
        repository.CheckRuns.Add((JsonObject)github.Shape("check-run", new JsonObject
        {
            ["id"] = repository.NextId(),
            ["name"] = name,
            ["head_sha"] = sha,
            ["status"] = "completed",
            ["conclusion"] = "success",
            ["external_id"] = "",
            ["app"] = ActionsApp(github),
            ["pull_requests"] = new JsonArray(),
            ["output"] = new JsonObject
            {
                ["title"] = null,
                ["summary"] = null,
                ["text"] = null,
                ["annotations_count"] = 0,
                ["annotations_url"] = "https://api.github.com/x"
            },
        }));

    /// <summary>Whose token a workflow has.</summary>
    private static JsonNode ActionsApp(FakeGitHub github) => github.Shape("integration", new JsonObject { ["id"] = 15368, ["slug"] = "github-actions" });

    internal static IEnumerable<FakeRoute> Routes(FakeGitHub github) =>
    [
        FakeRoute.Of("GET", Root + "/commits/{sha}/check-runs", "checks:read", r => FakeRepositories.With(github, r, repository =>
        {
            var runs = repository.CheckRuns.Where(c => c["head_sha"]!.GetValue<string>() == r.Parts["sha"]).ToList();
            return FakeRepositories.Page(github, r, [.. runs.Select(c => c.DeepClone())],
                some => new JsonObject { ["total_count"] = runs.Count, ["check_runs"] = some });
        })),
        FakeRoute.Of("GET", Root + "/check-runs/{id}", "checks:read", r => FakeRepositories.With(github, r, repository =>
            repository.CheckRuns.FirstOrDefault(c => c["id"]!.GetValue<long>() == r.Long("id")) is { } run
                ? FakeAnswer.Ok(run.DeepClone()) : FakeAnswer.NotFound)),
        FakeRoute.Of("GET", Root + "/check-runs/{id}/annotations", "checks:read", r => FakeRepositories.With(github, r, repository =>
            repository.Runs.SelectMany(run => run.AllJobs).FirstOrDefault(j => j.Id == r.Long("id")) is { } job
                ? FakeRepositories.Page(github, r, [.. job.Annotations.Select(a => github.Shape("check-annotation", new JsonObject
                {
                    ["path"] = ".github", ["start_line"] = 1, ["end_line"] = 1, ["annotation_level"] = "failure", ["title"] = null, ["message"] = a,
                    ["raw_details"] = null,
                }))]) : FakeAnswer.NotFound)),
        FakeRoute.Of("POST", Root + "/check-runs", "checks:write", r => FakeRepositories.With(github, r, repository =>
        {
            if (Refuse(r) is { } refused)
                return refused;
            var run = (JsonObject)github.Shape("check-run", new JsonObject
            {
                ["id"] = repository.NextId(), ["name"] = r.Text("name"), ["head_sha"] = r.Text("head_sha"), ["app"] = github.Apps.Via(r) ?? ActionsApp(github),
                    ["pull_requests"] = new JsonArray(), ["output"] = null,
            });
            Change(run, r.Body!.Value);
            repository.CheckRuns.Add(run);
            return FakeAnswer.Created(run.DeepClone());
        })),
        FakeRoute.Of("PATCH", Root + "/check-runs/{id}", "checks:write", r => FakeRepositories.With(github, r, repository =>
        {
            if (Refuse(r) is { } refused)
                return refused;
            if (repository.CheckRuns.FirstOrDefault(c => c["id"]!.GetValue<long>() == r.Long("id")) is not { } run)
                return FakeAnswer.NotFound;
            Change(run, r.Body!.Value);
            return FakeAnswer.Ok(run.DeepClone());
        })),
    ];

    private static FakeAnswer? Refuse(FakeRequest request)
    {
        if (!request.Body!.Value.TryGetProperty("output", out var output))
            return null;
        if (output.TryGetProperty("annotations", out var annotations) && annotations.GetArrayLength() > MostAnnotations)
            return FakeAnswer.Invalid("CheckRun", "annotations", "too_many");
        return output.GetProperty("summary").GetString()!.Length > 65_535 ? FakeAnswer.Invalid("CheckRun", "summary", "too_long") : null;
    }

    private static void Change(JsonObject run, JsonElement body)
    {
        foreach (var name in new[] { "status", "conclusion", "external_id", "details_url" })
            if (body.TryGetProperty(name, out var value))
                run[name] = JsonNode.Parse(value.GetRawText());
        if (!body.TryGetProperty("output", out var output))
            return;
        var before = run["output"]?["annotations_count"] is { } count ? int.Parse(count.ToJsonString()) : 0;
        var added = output.TryGetProperty("annotations", out var annotations) ? annotations.GetArrayLength() : 0;
        run["output"] = new JsonObject
        {
            ["title"] = output.TryGetProperty("title", out var title) ? title.GetString() : null,
            ["summary"] = output.GetProperty("summary").GetString(),
            ["text"] = null,
            ["annotations_count"] = before + added,
            ["annotations_url"] = "https://api.github.com/x",
        };
    }
}
