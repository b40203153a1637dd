using System.Net;
using System.Net.Http.Headers;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.GitHub;

/// <summary>
/// Logs and artifacts as streams; Octokit returns a log as one string. GitHub answers with a redirect to a URL on another host that is valid for one minute.
/// That host must not see the token.
/// </summary>
internal sealed class Downloads(IHttpClientFactory clients)
{
    /// <summary>Opens a download; null if it is gone. If its URL expires before it is used, a new one is requested once.</summary>
    /// <param name="path">Relative to the repository.</param>
    /// <exception cref="GitHubUnreachableException">The download's host does not answer.</exception>
    public async Task<Stream?> OpenAsync(RepositoryRef repository, string path, CancellationToken cancel)
    {
        if (await LocateAsync(repository, path, cancel) is not { } location)
            return null;
        try
        {
            return await OpenAsync(location, null, cancel);
        }
        catch (GitHubUnreachableException)
        {
            return await LocateAsync(repository, path, cancel) is { } again ? await OpenAsync(again, null, cancel) : null;
        }
    }

    /// <summary>Opens the end of a download; null if it is not available.</summary>
    /// <param name="from">Offset of the first byte to read.</param>
    public async Task<Stream?> OpenEndAsync(RepositoryRef repository, string path, long from, CancellationToken cancel) =>
        await LocateAsync(repository, path, cancel) is { } location ? await OpenAsync(location, from, cancel) : null;

    private async Task<Uri?> LocateAsync(RepositoryRef repository, string path, CancellationToken cancel)
    {
        using var client = clients.CreateClient(GitHubServices.Api);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseAddress!, $"repos/{repository.FullName}/{path}"));
        (Caller.For(repository) with { Locates = true }).Mark(request);
        try
        {
            using var answer = await client.SendAsync(request, cancel);
            return answer.Headers.Location is { } location ? new Uri(request.RequestUri!, location) : null;
        }
        catch (GitHubException missing) when (missing.IsMissing)
        {
            return null;
        }
    }

    private async Task<Stream?> OpenAsync(Uri location, long? from, CancellationToken cancel)
    {
        using var client = clients.CreateClient(GitHubServices.Downloads);
        using var request = new HttpRequestMessage(HttpMethod.Get, location);
        new Caller(0, Streams: true).Mark(request);
        if (from is { } first)
            request.Headers.Range = new RangeHeaderValue(first, null);
        try
        {
            var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.IsSuccessStatusCode && (from is null || answer.StatusCode == HttpStatusCode.PartialContent))
                return await answer.Content.ReadAsStreamAsync(cancel);
            using (answer)
                return from is not null ? null : throw new GitHubUnreachableException("download", $"{(int)answer.StatusCode} from {location.Host}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            throw new GitHubUnreachableException("download", failure.Message, failure);
        }
    }
}
