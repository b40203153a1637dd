using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Whybot.Testing.GitHub.Contract;

namespace Whybot.Testing.GitHub;

/// <summary>
/// A GitHub with a memory, over real HTTP: it answers what the bot asks, refuses what GitHub refuses, and breaks as it is told to. Every request to
/// it and every answer from it is
/// compared with GitHub's own description; what does not fit stands in <see cref="Violations"/>.
/// </summary>
public sealed partial class FakeGitHub : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly List<FakeRoute> _routes = [];
    private readonly Lock _lock = new();
    private long _requests;

    private readonly OpenApi? _api;

    /// <param name="checks">Whether requests and answers are compared with GitHub's own description, which <c>scripts/contract</c> fetches.</param>
    public FakeGitHub(bool checks = true)
    {
        _api = checks ? OpenApi.GitHub : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 50_000_000);
        _server = builder.Build();
        _server.Run(ServeAsync);
        Apps = new FakeApps(this);
        _routes.AddRange([.. Apps.Routes(), .. FakeRepositories.Routes(this), .. FakeActions.Routes(this), .. FakeChecks.Routes(this),
            .. FakeIssues.Routes(this), .. FakeReviews.Routes(this), .. FakeObjects.Routes(this),
            .. FakeSources.Routes(this)]);
    }

    public FakeApps Apps { get; }
    public ConcurrentDictionary<string, FakeRepository> Repositories { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Requests and answers that GitHub's description does not allow.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>All requests in their order: method, path, status.</summary>
    public ConcurrentQueue<FakeLogEntry> Log { get; } = [];

    /// <summary>Bytes of logs and artifacts that were downloaded as a whole.</summary>
    public long Downloaded => Interlocked.Read(ref _downloaded);

    internal void CountDownload(long bytes) => Interlocked.Add(ref _downloaded, bytes);

    private long _downloaded;

    /// <summary>What it was told by others: path and body of each request that writes, as they came.</summary>
    public ConcurrentQueue<(string Path, string Body)> Written { get; } = [];

    /// <summary>What shall go wrong with a request; null for nothing.</summary>
    public Func<FakeRequest, Fault?> Faults { get; set; } = _ => null;

    /// <summary>Its clock.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>Requests left of the hourly limit; refused at zero.</summary>
    public int Remaining { get; set; } = 5000;

    public Uri Url => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Whether it has GitHub's description to compare with.</summary>
    public bool Describes => _api is not null;

    /// <summary>GitHub's own description.</summary>
    /// <exception cref="InvalidOperationException">This fake does without it.</exception>
    public OpenApi Api => _api ?? throw new InvalidOperationException("this fake does without GitHub's description");

    public static async Task<FakeGitHub> StartAsync(bool checks = true)
    {
        var fake = new FakeGitHub(checks);
        await fake._server.StartAsync();
        return fake;
    }

    /// <summary>How long the URL of a download is good for.</summary>
    public TimeSpan DownloadLifetime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Old names of repositories that were renamed or transferred.</summary>
    private readonly Dictionary<string, FakeRepository> _formerly = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a download waits before its last byte; null for not at all.</summary>
    public TimeSpan? Stall { get; set; }

    /// <param name="id">Null for the one that goes with the name.</param>
    public FakeRepository Add(string fullName, long? id = null)
    {
        lock (_lock)
        {
            // GitHub redirects no longer once another has the name.
            _formerly.Remove(fullName);
            return Repositories[fullName] = new FakeRepository(fullName, id ?? RepositoryNumber.Of(fullName));
        }
    }

    /// <summary>Renames or transfers a repository: requests by its old name are redirected to its id, as GitHub does it.</summary>
    public void Rename(string from, string to)
    {
        lock (_lock)
        {
            Repositories.TryRemove(from, out var repository);
            repository!.FullName = to;
            foreach (var run in repository.Runs.Where(r => r.HeadRepository == from))
                run.HeadRepository = to;
            foreach (var pull in repository.Pulls.Where(p => p.HeadRepository == from))
                pull.HeadRepository = to;
            _formerly[from] = Repositories[to] = repository;
        }
    }

    /// <summary>An answer in GitHub's shape, with the state laid over it.</summary>
    public JsonNode Shape(string schema, JsonObject over) =>
        _api is null ? PlainShape.Of(schema, over) : SchemaSample.Of(_api, schema, over);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/_download", out var rest))
        {
            await FakeActions.DownloadAsync(this, context, rest.Value![1..]);
            return;
        }
        var request = await FakeRequest.ReadAsync(context.Request, Interlocked.Increment(ref _requests));
        if (request is { Writes: true, Body: { } written })
            Written.Enqueue((request.Path, written.GetRawText()));
        var fault = Faults(request);
        if (fault?.Delay is { } delay)
            await Task.Delay(delay);
        FakeAnswer answer;
        if (fault is { Kind: FaultKind.FailBefore })
            answer = FakeAnswer.Error(502, "Server Error");
        else if (fault is { Kind: FaultKind.SecondaryLimit })
            answer = FakeAnswer.Error(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.") with
            {
                Headers =
                new() { ["retry-after"] = "1" }
            };
        else
            answer = fault?.Answer ?? Answered(request);
        Log.Enqueue(new FakeLogEntry(request.Method, request.Path, answer.Status));
        fault?.Then?.Invoke();
        if (fault is { Kind: FaultKind.LoseAnswer })
            context.Abort();
        else
            await WriteAsync(context, fault is { Kind: FaultKind.FailAfter } ? FakeAnswer.Error(502, "Server Error") : answer);
    }

    /// <summary>An error of the fake's own is a violation too, and GitHub's 500.</summary>
    private FakeAnswer Answered(FakeRequest request)
    {
        try
        {
            lock (_lock)
                return Answer(request);
        }
        catch (Exception failure)
        {
            Violations.Enqueue($"{request.Method} {request.Path}: {failure}");
            return FakeAnswer.Error(500, "Server Error");
        }
    }

    private FakeAnswer Answer(FakeRequest asked)
    {
        if (Moved(asked) is { } moved)
            return moved;
        var request = ById(asked);
        // GraphQL is no part of the description.
        if (_api is null || request.Path == "/graphql")
            return Handle(request);
        if (_api.Find(request.Method, request.Path) is not { } operation)
        {
            Violations.Enqueue($"{request.Method} {request.Path}: GitHub has no such operation");
            return FakeAnswer.Error(404, "Not Found");
        }
        foreach (var problem in operation.CheckRequest(request.Query, request.Body))
            Violations.Enqueue($"{request.Method} {request.Path}: {problem}");
        var answer = Handle(request);
        using var body = answer.Body is null ? null : JsonDocument.Parse(answer.Body.ToJsonString());
        foreach (var problem in operation.CheckAnswer(answer.Status, body?.RootElement).Where(p => !Undescribed().IsMatch(p)))
            Violations.Enqueue($"answer of {request.Method} {request.Path}: {problem}");
        return answer;
    }

    /// <summary>301 for what reads, 307 for what writes, to the repository's id.</summary>
    private FakeAnswer? Moved(FakeRequest request)
    {
        if (request.Path.Split('/') is not ["", "repos", var owner, var name, .. var rest] || !_formerly.TryGetValue($"{owner}/{name}", out var repository))
            return null;
        var query = string.Join('&', request.Query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"));
        return FakeAnswer.Error(request.Writes ? 307 : 301, "Moved Permanently") with
        {
            Headers = new() { ["location"] = $"{Url}repositories/{string.Join('/', [$"{repository.Id}", .. rest])}{(query.Length > 0 ? "?" + query : "")}" },
        };
    }

    /// <summary><c>/repositories/ID/...</c>, which the description leaves out, as <c>/repos/OWNER/NAME/...</c>.</summary>
    private FakeRequest ById(FakeRequest request) =>
        request.Path.Split('/') is ["", "repositories", var id, .. var rest] && Repositories.Values.FirstOrDefault(r => $"{r.Id}" == id) is { } repository
            ? request with { Path = string.Join('/', ["", "repos", repository.FullName, .. rest]) } : request;

    /// <summary>What GitHub does and its description does not say: the repository of a fork that was deleted is null.</summary>
    [GeneratedRegex(@"\A\S{1,60}\.head(?:_repository|\.repo): Null is no object\z|\A\S{1,60}\.head(?:_repository|\.repo): needs ",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Undescribed();

    private FakeAnswer Handle(FakeRequest request)
    {
        if (request.Header("User-Agent").Length == 0)
            return FakeAnswer.Error(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header");
        if (Remaining-- <= 0)
            return FakeAnswer.Error(403, "API rate limit exceeded") with
            {
                Headers = new()
                {
                    ["x-ratelimit-remaining"] = "0",
                    ["x-ratelimit-reset"] = DateTimeOffset.UtcNow.AddSeconds(2).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
                }
            };
        foreach (var route in _routes)
            if (route.Match(request) is { } matched)
            {
                if (Apps.Refuse(matched, route) is { } refused)
                    return refused;
                var answer = route.Handle(matched);
                return request.Method == "GET" && answer is { Status: 200, Body: { } body } ? Conditional(request, answer, body) : answer;
            }
        return FakeAnswer.Error(501, $"the fake does not know {request.Method} {request.Path}");
    }

    private static FakeAnswer Conditional(FakeRequest request, FakeAnswer answer, JsonNode body)
    {
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())).AsSpan(0, 12))}\"";
        if (request.Header("If-None-Match") == etag)
            return new FakeAnswer(304, null);
        answer.Headers["etag"] = etag;
        return answer;
    }

    private async Task WriteAsync(HttpContext context, FakeAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["x-ratelimit-remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(answer.Garbage ?? body.ToJsonString());
        }
    }
}

public sealed record FakeLogEntry(string Method, string Path, int Status);

public enum FaultKind
{
    /// <summary>Nothing but the delay or the action.</summary>
    None,

    /// <summary>5xx, and nothing has happened.</summary>
    FailBefore,

    /// <summary>403 and <c>retry-after</c>, and nothing has happened.</summary>
    SecondaryLimit,

    /// <summary>5xx, although it has happened.</summary>
    FailAfter,

    /// <summary>It has happened, and the connection breaks before the answer.</summary>
    LoseAnswer,
}

/// <param name="Then">Done after the request was handled, before it is answered: for example to kill who asked.</param>
/// <param name="Answer">Given instead of the fake's own.</param>
public sealed record Fault(FaultKind Kind, TimeSpan? Delay = null, Action? Then = null, FakeAnswer? Answer = null);
