using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.Retry;
using Whybot.Analysis.Reports;
using Whybot.GitHub.Credentials;
using Whybot.Queue;
using Whybot.Storage;

namespace Whybot.GitHub;

/// <summary>A request to GitHub's REST interface.</summary>
/// <param name="Path">From the base URL on, without a slash in front; or an absolute URL that GitHub gave.</param>
/// <param name="Body">JSON; null for none.</param>
/// <param name="AsApp">With the App's own token instead of the installation's.</param>
internal sealed record GitHubRequest(HttpMethod Method, string Path, long Installation, byte[]? Body = null, bool AsApp = false)
{
    public bool Writes => Method != HttpMethod.Get;

    /// <summary>Repeating it does no harm. A POST makes another thing each time.</summary>
    public bool Repeatable => Method != HttpMethod.Post;

    public override string ToString() => $"{Method} {Path.Split('?')[0]}";
}

/// <param name="Next">URL of the next page; null on the last.</param>
internal sealed record GitHubAnswer(HttpStatusCode Status, byte[] Body, string? Next);

/// <summary>
/// Talks to GitHub: tokens, rate limits, the write governor, retries, ETags. A read is repeated when GitHub fails; a POST never is, since it may have happened:
/// its caller looks before it tries again.
/// </summary>
internal sealed partial class GitHubConnection : IDisposable
{
    private const int Retries = 3;
    private const int MaxWords = 500;

    /// <summary>A write that may go within that time waits; one that must wait longer lets the job go.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly GitHubSettings _settings;
    private readonly ITokenSource _tokens;
    private readonly AppJwt? _app;
    private readonly WriteSlots _slots;
    private readonly TimeProvider _time;
    private readonly Measurements _measurements;
    private readonly ILogger<GitHubConnection> _logger;
    private readonly ResponseCache _cache = new();
    private readonly ResiliencePipeline<GitHubAnswer> _repeating;
    private readonly ConcurrentDictionary<long, long> _remaining = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _limitedUntil = new();

    /// <summary>GraphQL stands beside REST: <c>/graphql</c>, on Enterprise Server <c>/api/graphql</c>.</summary>
    public string GraphPath => _settings.ApiUrl.TrimEnd('/').EndsWith("/v3", StringComparison.Ordinal) ? "../graphql" : "graphql";

    /// <exception cref="ArgumentException">The private key is none.</exception>
    public GitHubConnection(GitHubSettings settings, WriteSlots slots, TimeProvider time, Measurements measurements, ILogger<GitHubConnection> logger)
    {
        (_settings, _slots, _time, _measurements, _logger) = (settings, slots, time, measurements, logger);
        // Redirects are followed by hand: they must not carry the token.
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All
        })
        {
            BaseAddress = new Uri(settings.ApiUrl.TrimEnd('/') + "/"),
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("whybot");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");
        _http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
        _app = settings.AppId is { } id ? new AppJwt(id, settings.Key()!, time) : null;
        _tokens = _app is null ? new PlainToken(settings.Token!) : new InstallationTokens(AskForTokenAsync, time);
        _repeating = new ResiliencePipelineBuilder<GitHubAnswer> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<GitHubAnswer>
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(500),
            ShouldHandle = new PredicateBuilder<GitHubAnswer>().Handle<GitHubUnreachableException>(),
        }).Build();
        measurements.Observe("whybot.github.budget", "requests", "Requests left of GitHub's hourly limit, by installation.",
            () => _remaining.Select(r => new System.Diagnostics.Metrics.Measurement<double>(r.Value, new KeyValuePair<string, object?>("installation", r.Key))));
    }

    /// <summary>How GitHub last answered, in a word: <c>ok</c>, or its status or what kept it from answering; null before the first answer.</summary>
    public string? LastAnswer { get; private set; }

    /// <exception cref="GitHubException">GitHub refused.</exception>
    /// <exception cref="GitHubUnreachableException">No answer, or 5xx; a write may have happened.</exception>
    /// <exception cref="NotYetException">A rate limit, GitHub's or the bot's own.</exception>
    public async Task<GitHubAnswer> SendAsync(GitHubRequest request, CancellationToken cancel)
    {
        return request.Repeatable
            ? await _repeating.ExecuteAsync(async token => await OnceAsync(request, token), cancel)
            : await OnceAsync(request, cancel);
    }

    /// <summary>An answer that may not exist.</summary>
    public async Task<GitHubAnswer?> FindAsync(GitHubRequest request, CancellationToken cancel)
    {
        try
        {
            return await SendAsync(request, cancel);
        }
        catch (GitHubException missing) when (missing.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }
    }

    /// <summary>Where a download lies: GitHub answers with a redirect to a URL that is valid for a minute. Null when it is gone.</summary>
    public async Task<Uri?> LocateAsync(RepositoryRef repository, string path, CancellationToken cancel)
    {
        var answer = await FindAsync(Requests.Request(HttpMethod.Get, repository, path), cancel);
        return answer?.Next is { } location ? new Uri(location) : null;
    }

    /// <summary>Opens a download without the token, which is not for its host.</summary>
    /// <exception cref="GitHubUnreachableException">It does not answer, or the URL has expired.</exception>
    public async Task<Stream> OpenAsync(Uri location, CancellationToken cancel) => (await OpenAsync(location, null, cancel))!;

    /// <param name="from">The first byte that is wanted; null for the whole.</param>
    /// <returns>Null where the host gives no parts.</returns>
    public async Task<Stream?> OpenAsync(Uri location, long? from, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, location);
            if (from is { } first)
                request.Headers.Range = new RangeHeaderValue(first, null);
            var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (from is not null && answer.StatusCode != HttpStatusCode.PartialContent)
            {
                answer.Dispose();
                return null;
            }
            if (answer.IsSuccessStatusCode)
                return await answer.Content.ReadAsStreamAsync(cancel);
            answer.Dispose();
            throw new GitHubUnreachableException("download", $"{(int)answer.StatusCode} from {location.Host}");
        }
        catch (HttpRequestException failure)
        {
            throw new GitHubUnreachableException("download", failure.Message, failure);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _app?.Dispose();
    }

    private async Task WaitForSlotAsync(GitHubRequest request, CancellationToken cancel)
    {
        var (at, taken) = await _slots.TakeAsync(request.Installation, _settings.WriteSpacing, LongestWait, cancel);
        if (!taken)
            throw new NotYetException(at, $"{request} waits for the write limit");
        if (at - _time.GetUtcNow() is { Ticks: > 0 } wait)
            await Task.Delay(wait, _time, cancel);
    }

    private async Task<GitHubAnswer> OnceAsync(GitHubRequest request, CancellationToken cancel)
    {
        // Who goes on asking while limited is limited for longer: until then nobody of this process asks.
        if (_limitedUntil.TryGetValue(request.Installation, out var until) && _time.GetUtcNow() < until)
            throw new NotYetException(until, $"{request} waits for GitHub's rate limit");
        if (request.Writes && !request.AsApp)
            await WaitForSlotAsync(request, cancel);
        var token = request.AsApp ? _app?.Token() ?? throw new InvalidOperationException($"{request} needs a GitHub App")
            : await _tokens.TokenAsync(request.Installation, cancel);
        var cached = request.Writes || request.AsApp ? null : _cache.Find(request.Installation, request.Path);
        using var message = Message(request, token, cached);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_settings.Timeout);
        try
        {
            using var answer = await _http.SendAsync(message, limit.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(limit.Token);
            LastAnswer = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (int)answer.StatusCode >= 500
                ? $"{(int)answer.StatusCode}" : "ok";
            _measurements.Requests.Add(1, new("method", request.Method.Method), new("status", (int)answer.StatusCode));
            if (RateLimits.Remaining(answer) is { } left)
                _remaining[request.Installation] = left;
            if (answer.StatusCode == HttpStatusCode.Unauthorized && !request.AsApp && _tokens.Drop(request.Installation, token))
                return await AgainAsync(request, limit.Token);
            return Read(request, answer, body, cached);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            LastAnswer = "unreachable";
            throw new GitHubUnreachableException(request.ToString(), failure is OperationCanceledException
                ? $"no answer in {_settings.Timeout.TotalSeconds:0} s" : failure.Message, failure);
        }
    }

    /// <summary>Once more with a new token; a refused token means that nothing has happened.</summary>
    private async Task<GitHubAnswer> AgainAsync(GitHubRequest request, CancellationToken cancel)
    {
        var token = await _tokens.TokenAsync(request.Installation, cancel);
        using var message = Message(request, token, null);
        using var answer = await _http.SendAsync(message, cancel);
        return Read(request, answer, await answer.Content.ReadAsByteArrayAsync(cancel), null);
    }

    private HttpRequestMessage Message(GitHubRequest request, string token, ResponseCache.Entry? cached)
    {
        var url = new Uri(_http.BaseAddress!, request.Path);
        if (url.GetLeftPart(UriPartial.Authority) != _http.BaseAddress!.GetLeftPart(UriPartial.Authority))
            throw new GitHubException(request.ToString(), HttpStatusCode.BadGateway, $"a page lies on another host, {url.Host}", null);
        var message = new HttpRequestMessage(request.Method, url);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (cached is not null)
            message.Headers.TryAddWithoutValidation("If-None-Match", cached.ETag);
        if (request.Body is { } body)
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        return message;
    }

    private GitHubAnswer Read(GitHubRequest request, HttpResponseMessage answer, byte[] body, ResponseCache.Entry? cached)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified && cached is not null)
            return new GitHubAnswer(HttpStatusCode.OK, cached.Body, cached.Next);
        if (answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.MovedPermanently
            && answer.Headers.Location is { } location)
            return new GitHubAnswer(answer.StatusCode, [], new Uri(answer.RequestMessage!.RequestUri!, location).ToString());
        if (answer.IsSuccessStatusCode)
        {
            var next = NextPage(answer);
            if (!request.Writes && answer.Headers.ETag is { } etag)
                _cache.Keep(request.Installation, request.Path, etag.ToString(), body, next);
            return new GitHubAnswer(answer.StatusCode, body, next);
        }
        var words = Words(body);
        if (RateLimits.Until(answer, words, _time.GetUtcNow()) is { } until)
        {
            _limitedUntil[request.Installation] = until;
            throw new NotYetException(until, $"{request}: GitHub's rate limit ({words})");
        }
        if ((int)answer.StatusCode >= 500)
            throw new GitHubUnreachableException(request.ToString(), $"{(int)answer.StatusCode} {words}");
        var needs = answer.Headers.TryGetValues("X-Accepted-GitHub-Permissions", out var permissions) ? string.Join("; ", permissions) : null;
        if (answer.StatusCode == HttpStatusCode.Forbidden)
            Forbidden(request.ToString(), words, needs);
        throw new GitHubException(request.ToString(), answer.StatusCode, words, needs);
    }

    private static string? NextPage(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("link", out var links))
            return null;
        foreach (var link in string.Join(",", links).Split(','))
            if (link.Contains("rel=\"next\"", StringComparison.Ordinal) && link.IndexOf('<') is >= 0 and var from && link.IndexOf('>') is > 0 and var to)
                return link[(from + 1)..to];
        return null;
    }

    private static string Words(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var errors = root.TryGetProperty("errors", out var list) ? " " + list.GetRawText() : "";
            return SafeText.OneLine(Pipeline.JsonFields.Text(root, "message") + errors, MaxWords);
        }
        catch (JsonException)
        {
            return $"({body.Length} bytes)";
        }
    }

    private async Task<string> AskForTokenAsync(long installation, CancellationToken cancel)
    {
        var answer = await SendAsync(new GitHubRequest(HttpMethod.Post, $"app/installations/{installation}/access_tokens", installation, AsApp: true), cancel);
        return JsonSerializer.Deserialize(answer.Body, GitHubJson.Default.AccessToken)!.Token;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Request} is forbidden: {Words}; GitHub accepts these permissions: {Permissions}")]
    private partial void Forbidden(string request, string words, string? permissions);
}
