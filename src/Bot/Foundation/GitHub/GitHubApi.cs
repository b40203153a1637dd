using System.Runtime.CompilerServices;
using System.Text.Json;
using Octokit;
using Octokit.Internal;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;

namespace Whybot.Foundation.GitHub;

/// <summary>
/// GitHub's REST API through Octokit: each call gets a client that is bound to its installation and to the job's cancellation, and all share one pipeline
/// (<see cref="GitHubServices"/>). Failures are thrown as <see cref="GitHubException"/>, <see cref="GitHubUnreachableException"/> or
/// <see cref="RetryLaterException"/>.
/// </summary>
internal sealed class GitHubApi(IHttpMessageHandlerFactory pipelines, GitHubSettings settings)
{
    /// <summary>Maximum number of pages read from one list.</summary>
    private const int MostPages = 20;

    private static readonly NullFreeSerializer Serializer = new();
    private readonly Uri _base = new(settings.ApiUrl.TrimEnd('/') + "/");

    /// <summary>A whole list, a hundred items per page.</summary>
    public static ApiOptions Whole => new() { PageSize = 100, PageCount = MostPages };

    /// <exception cref="GitHubException">GitHub refused.</exception>
    /// <exception cref="GitHubUnreachableException">No answer, 5xx, or an answer that cannot be read; a write may have happened.</exception>
    /// <exception cref="RetryLaterException">A rate limit, either GitHub's or the bot's own.</exception>
    public Task<T> CallAsync<T>(RepositoryRef repository, Func<IGitHubClient, Task<T>> call, CancellationToken cancel) =>
        CallAsync(Caller.For(repository), call, cancel);

    public Task CallAsync(RepositoryRef repository, Func<IGitHubClient, Task> call, CancellationToken cancel) =>
        CallAsync(Caller.For(repository), async client =>
        {
            await call(client);
            return true;
        }, cancel);

    /// <summary>For an answer that may not exist: null for 404 and 410.</summary>
    public async Task<T?> FindAsync<T>(RepositoryRef repository, Func<IGitHubClient, Task<T>> call, CancellationToken cancel) where T : class
    {
        try
        {
            return await CallAsync(repository, call, cancel);
        }
        catch (GitHubException missing) when (missing.IsMissing)
        {
            return null;
        }
    }

    public async Task<T> CallAsync<T>(Caller caller, Func<IGitHubClient, Task<T>> call, CancellationToken cancel)
    {
        using var http = new HttpClientAdapter(() => new BoundHandler(caller, pipelines.CreateHandler(GitHubServices.Api), cancel));
        var client = new GitHubClient(new Connection(new ProductHeaderValue("whybot"), _base, new InMemoryCredentialStore(Octokit.Credentials.Anonymous), http,
            Serializer));
        try
        {
            return await call(client) ?? throw new JsonException("it is empty");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (failure is not (GitHubException or GitHubUnreachableException or RetryLaterException))
        {
            // Octokit expects well-formed answers and fails in many different ways on others.
            throw new GitHubUnreachableException(typeof(T).Name, $"the answer cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>The pages of a list, fetched one by one as needed; Octokit itself reads all of them before it returns the first.</summary>
    /// <param name="path">Relative to the repository.</param>
    public async IAsyncEnumerable<T> PagesAsync<T>(RepositoryRef repository, string path, [EnumeratorCancellation] CancellationToken cancel,
        int most = MostPages)
    {
        var next = new Uri($"repos/{repository.FullName}/{path}", UriKind.Relative);
        for (var page = 0; next is not null && page < most; page++)
        {
            var answer = await CallAsync(repository, client => client.Connection.Get<T>(next, null), cancel);
            yield return answer.Body ?? throw new GitHubUnreachableException(path, "the answer cannot be read: it is empty");
            next = Next(answer.HttpResponse.ApiInfo);
        }
    }

    /// <exception cref="GitHubException">The next page is on another host, where the token must not go.</exception>
    private Uri? Next(ApiInfo about)
    {
        if (!about.Links.TryGetValue("next", out var next))
            return null;
        return new Uri(_base, next).GetLeftPart(UriPartial.Authority) == _base.GetLeftPart(UriPartial.Authority) ? next
            : throw new GitHubException("the next page", System.Net.HttpStatusCode.BadGateway, $"it lies on another host, {next.Host}", null);
    }
}
