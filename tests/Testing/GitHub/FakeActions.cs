using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Whybot.Testing.GitHub;

/// <summary>Workflow runs, jobs, logs and artifacts. Downloads are redirects to URLs that expire and that take no token.</summary>
internal static class FakeActions
{
    private const string Root = "/repos/{owner}/{repo}/actions";

    public static IEnumerable<FakeRoute> Routes(FakeGitHub github) =>
    [
        FakeRoute.Of("GET", Root + "/runs", "actions:read", r => FakeRepositories.With(github, r, repository => Runs(github, repository, r))),
        FakeRoute.Of("GET", Root + "/runs/{id}", "actions:read", r => With(github, r, (repository, run) => FakeAnswer.Ok(Run(github, repository, run)))),
        FakeRoute.Of("GET", Root + "/runs/{id}/attempts/{attempt}/jobs", "actions:read",
            r => With(github, r, (_, run) => run.Attempt < r.Number32("attempt") ? FakeAnswer.NotFound
            : FakeRepositories.Page(github, r, [.. run.JobsOf(r.Number32("attempt")).Select(j => Job(github, run, j))],
                some => new JsonObject { ["total_count"] = run.JobsOf(r.Number32("attempt")).Count, ["jobs"] = some }))),
        FakeRoute.Of("GET", Root + "/runs/{id}/artifacts", "actions:read", r => With(github, r, (_, run) =>
            FakeRepositories.Page(github, r, [.. run.Artifacts.Select(a => Artifact(github, a))],
                some => new JsonObject { ["total_count"] = run.Artifacts.Count, ["artifacts"] = some }))),
        FakeRoute.Of("GET", Root + "/jobs/{id}/logs", "actions:read", r => FakeRepositories.With(github, r, repository =>
            repository.Runs.SelectMany(run => run.AllJobs).FirstOrDefault(j => j.Id == r.Long("id")) is { Ran: true } job
                ? Offer(github, repository, Encoding.UTF8.GetBytes(job.Log)) : FakeAnswer.NotFound)),
        FakeRoute.Of("GET", Root + "/artifacts/{id}/zip", "actions:read", r => FakeRepositories.With(github, r, repository =>
            repository.Runs.SelectMany(run => run.Artifacts).FirstOrDefault(a => a.Id == r.Long("id")) switch
            {
                null => FakeAnswer.NotFound,
                { Gone: true } or { Expired: true } => FakeAnswer.Error(410, "Artifact has expired"),
                var artifact => Offer(github, repository, artifact.Zip),
            })),
        FakeRoute.Of("POST", Root + "/runs/{id}/rerun-failed-jobs", "actions:write", r => With(github, r, (_, run) => Again(run))),
        FakeRoute.Of("POST", Root + "/runs/{id}/rerun", "actions:write", r => With(github, r, (_, run) => Again(run))),
        FakeRoute.Of("POST", Root + "/runs/{id}/cancel", "actions:write", r => With(github, r, (_, run) =>
        {
            if (run.Status == "completed")
                return FakeAnswer.Error(409, "Cannot cancel a workflow run that is completed.");
            (run.Status, run.Conclusion) = ("completed", "cancelled");
            return new FakeAnswer(202, new JsonObject());
        })),
        FakeRoute.Of("GET", Root + "/workflows/{workflow}/runs", "actions:read", r => FakeRepositories.With(github, r, repository =>
        {
            var runs = repository.Runs.Where(run => (run.Name == r.Parts["workflow"] || $"{WorkflowId(run)}" == r.Parts["workflow"])
                && run.Event == (r.Ask("event") ?? run.Event) && run.Branch == (r.Ask("branch") ?? run.Branch)
                && run.Status == (r.Ask("status") ?? run.Status)).Reverse().ToList();
            return FakeRepositories.Page(github, r, [.. runs.Select(run => Run(github, repository, run))],
                some => new JsonObject { ["total_count"] = runs.Count, ["workflow_runs"] = some });
        })),
        FakeRoute.Of("POST", Root + "/workflows/{workflow}/dispatches", "actions:write", r => FakeRepositories.With(github, r, repository =>
        {
            if (repository.Workflows?.Contains(r.Parts["workflow"]) == false)
                return FakeAnswer.NotFound;
            var inputs = r.Body!.Value.TryGetProperty("inputs", out var given)
                ? given.EnumerateObject().ToDictionary(i => i.Name, i => i.Value.GetString()!, StringComparer.Ordinal) : [];
            var run = repository.Run(r.Parts["workflow"], repository.Commits.LastOrDefault()?.Sha ?? new string('d', 40), "success", r.Text("ref")!,
                repository.FullName);
            run.Event = "workflow_dispatch";
            run.Title = $"{run.Name} {inputs.GetValueOrDefault("correlation")}";
            repository.Dispatched.Add((run, inputs));
            repository.OnDispatch(run, inputs);
            return FakeAnswer.Ok(new JsonObject { ["workflow_run_id"] = run.Id, ["run_url"] = "https://api.github.com/x",
                ["html_url"] = "https://github.com/x" });
        })),
    ];

    public static async Task DownloadAsync(FakeGitHub github, HttpContext context, string key)
    {
        if (context.Request.Headers.Authorization.Count > 0)
            github.Violations.Enqueue("a download was asked for with a token, which is not for its host");
        var offer = github.Repositories.Values.Select(r => r.Offers.TryGetValue(key, out var o) ? o : default).FirstOrDefault(o => o.Content is not null);
        context.Response.StatusCode = offer.Content is null || offer.Until < DateTimeOffset.UtcNow ? 403 : 200;
        if (context.Response.StatusCode != 200)
            return;
        // A part is asked for by its first byte; what a file is said to be larger than it is stands before its content.
        if (context.Request.GetTypedHeaders().Range?.Ranges.Single().From is { } from)
        {
            context.Response.StatusCode = 206;
            var size = github.Repositories.Values.SelectMany(r => r.Runs).SelectMany(r => r.Artifacts).First(a => a.Zip == offer.Content).Size
                ?? offer.Content!.Length;
            var shift = size - offer.Content!.Length;
            await context.Response.Body.WriteAsync(new byte[(int)Math.Max(0, shift - from)]);
            await context.Response.Body.WriteAsync(Shifted(offer.Content, (uint)shift));
            return;
        }
        if (github.Stall is { } stall)
        {
            await context.Response.Body.WriteAsync(offer.Content.AsMemory(0, offer.Content!.Length - 1));
            await context.Response.Body.FlushAsync();
            await Task.Delay(stall, context.RequestAborted);
            await context.Response.Body.WriteAsync(offer.Content.AsMemory(offer.Content.Length - 1));
            return;
        }
        github.CountDownload(offer.Content!.Length);
        await context.Response.Body.WriteAsync(offer.Content);
    }

    /// <summary>A ZIP file's end says where its directory begins.</summary>
    private static byte[] Shifted(byte[] zip, uint by)
    {
        var shifted = zip.ToArray();
        var at = shifted.AsSpan(shifted.AsSpan().LastIndexOf("PK\u0005\u0006"u8) + 16);
        BinaryPrimitives.WriteUInt32LittleEndian(at, BinaryPrimitives.ReadUInt32LittleEndian(at) + by);
        return shifted;
    }

    private static FakeAnswer Again(FakeRun run)
    {
        run.Attempt++;
        run.Status = "queued";
        run.Conclusion = null;
        return FakeAnswer.Created(new JsonObject());
    }

    private static FakeAnswer With(FakeGitHub github, FakeRequest request, Func<FakeRepository, FakeRun, FakeAnswer> answer) =>
        FakeRepositories.With(github, request, repository => repository.Runs.FirstOrDefault(r => r.Id == request.Long("id")) is { } run
            ? answer(repository, run) : FakeAnswer.NotFound);

    private static FakeAnswer Runs(FakeGitHub github, FakeRepository repository, FakeRequest request)
    {
        var runs = repository.Runs.Where(r => request.Ask("head_sha") is not { } sha || r.Sha == sha)
            .Where(r => request.Ask("branch") is not { } branch || r.Branch == branch)
            .Where(r => request.Ask("status") is not "completed" || r.Status == "completed").OrderByDescending(r => r.Id).ToList();
        return FakeRepositories.Page(github, request, [.. runs.Select(r => Run(github, repository, r))],
            some => new JsonObject { ["total_count"] = runs.Count, ["workflow_runs"] = some });
    }

    private static int WorkflowId(FakeRun run) => run.Name.Aggregate(7, (hash, c) => hash * 31 % 1_000_003 + c);

    private static FakeAnswer Offer(FakeGitHub github, FakeRepository repository, byte[] content)
    {
        var key = Guid.NewGuid().ToString("N");
        repository.Offers[key] = (content, DateTimeOffset.UtcNow + github.DownloadLifetime);
        return new FakeAnswer(302, null) { Headers = new() { ["Location"] = $"{github.Url}_download/{key}" } };
    }

    private static JsonNode About(FakeGitHub github, string fullName, bool fork) =>
        github.Shape("minimal-repository", new JsonObject { ["full_name"] = fullName, ["name"] = fullName.Split('/')[1], ["fork"] = fork });

    private static JsonNode Named(FakeGitHub github, FakeRepository repository, FakePull pull)
    {
        var shape = github.Shape("pull-request-minimal", new JsonObject { ["number"] = pull.Number });
        shape["head"] = new JsonObject { ["ref"] = pull.Branch, ["sha"] = pull.Head, ["repo"] = Reference(repository) };
        shape["base"] = new JsonObject { ["ref"] = repository.DefaultBranch, ["sha"] = pull.Base, ["repo"] = Reference(repository) };
        return shape;
    }

    private static JsonObject Reference(FakeRepository repository) =>
        new() { ["id"] = repository.Id, ["url"] = "https://api.github.com/x", ["name"] = repository.FullName.Split('/')[1] };

    private static JsonNode Run(FakeGitHub github, FakeRepository repository, FakeRun run)
    {
        var updated = run.UpdatedAt ?? new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
        var known = new JsonObject
        {
            ["id"] = run.Id,
            ["name"] = run.Name,
            ["display_title"] = run.Title ?? run.Name,
            ["head_sha"] = run.Sha,
            ["head_branch"] = run.Branch,
            ["status"] = run.Status,
            ["conclusion"] = run.Conclusion,
            ["run_attempt"] = run.Attempt,
            ["updated_at"] = $"{updated:yyyy-MM-ddTHH:mm:ssZ}",
            ["event"] = run.Event,
            ["repository"] = About(github, repository.FullName, fork: false),
            ["head_repository"] = run.HeadRepository is { } head ? About(github, head, fork: head != repository.FullName) : null,
            // GitHub names those of the repository's own branches and never a fork's.
            ["pull_requests"] = new JsonArray([.. repository.Pulls.Where(p => p is { State: "open" } && p.HeadRepository == repository.FullName
                && run.HeadRepository == repository.FullName && p.Branch == run.Branch)
                .Select(p => Named(github, repository, p))]),
            ["workflow_id"] = WorkflowId(run),
            ["path"] = $".github/workflows/{Path.GetFileNameWithoutExtension(run.Name)}.yml",
        };
        if (run.Took is { } took)
            known["created_at"] = $"{updated - took:yyyy-MM-ddTHH:mm:ssZ}";
        return github.Shape("workflow-run", known);
    }

    private static JsonNode Job(FakeGitHub github, FakeRun run, FakeJob job) => github.Shape("job", new JsonObject
    {
        ["id"] = job.Id,
        ["run_id"] = run.Id,
        ["run_attempt"] = run.Attempt,
        ["name"] = job.Name,
        ["status"] = "completed",
        ["conclusion"] = job.Conclusion,
        ["head_sha"] = run.Sha,
        ["started_at"] = "2026-11-20T12:00:00Z",
        ["completed_at"] = "2026-11-20T12:00:01Z",
        ["runner_id"] = job.Ran ? 1 : 0,
        ["runner_name"] = job.Ran ? "GitHub Actions 12" : "",
        ["steps"] = new JsonArray([.. job.Ran ? Steps(job) : []]),
    });

    private static IEnumerable<JsonNode> Steps(FakeJob job)
    {
        yield return Step("Set up job", "success", 1);
        if (job.FailedStep is { } failed)
            yield return Step(failed, job.Conclusion == "cancelled" ? "cancelled" : "failure", 2);
    }

    private static JsonObject Step(string name, string conclusion, int number) =>
        new() { ["name"] = name, ["status"] = "completed", ["conclusion"] = conclusion, ["number"] = number };

    private static JsonNode Artifact(FakeGitHub github, FakeArtifact artifact) => github.Shape("artifact", new JsonObject
    {
        ["id"] = artifact.Id,
        ["name"] = artifact.Name,
        ["size_in_bytes"] = artifact.Size ?? artifact.Zip.Length,
        ["expired"] = artifact.Expired,
    });
}
