using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.GitHub;

/// <summary>
/// Sends requests through the same pipeline without Octokit: for answers that are kept exactly as GitHub gave them, since they are evidence, and for the few
/// calls that Octokit lacks.
/// </summary>
internal sealed class RawAnswers(IHttpClientFactory clients)
{
    /// <param name="Next">The next page; null on the last.</param>
    public sealed record Answer(byte[] Body, Uri? Next);

    /// <summary>An answer exactly as GitHub gave it; null if there is none.</summary>
    /// <param name="path">Relative to the repository.</param>
    public async Task<byte[]?> FindAsync(RepositoryRef repository, string path, CancellationToken cancel)
    {
        try
        {
            return (await SendAsync(HttpMethod.Get, $"repos/{repository.FullName}/{path}", Caller.For(repository), null, cancel)).Body;
        }
        catch (GitHubException missing) when (missing.IsMissing)
        {
            return null;
        }
    }

    /// <summary>A list's pages, one after another.</summary>
    /// <param name="path">Relative to the repository.</param>
    public IAsyncEnumerable<Answer> PagesAsync(RepositoryRef repository, string path, int most, CancellationToken cancel) =>
        PagesAsync($"repos/{repository.FullName}/{path}", Caller.For(repository), most, cancel);

    /// <param name="path">Relative to the base URL.</param>
    public async IAsyncEnumerable<Answer> PagesAsync(string path, Caller caller, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var next = path;
        for (var page = 0; next is not null && page < most; page++)
        {
            var answer = await SendAsync(HttpMethod.Get, next, caller, null, cancel);
            yield return answer;
            next = answer.Next?.ToString();
        }
    }

    /// <param name="path">Relative to the base URL, or an absolute URL on the same host.</param>
    /// <param name="body">JSON; null if none.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, Caller caller, byte[]? body, CancellationToken cancel)
    {
        using var client = clients.CreateClient(GitHubServices.Api);
        var url = new Uri(client.BaseAddress!, path);
        if (url.GetLeftPart(UriPartial.Authority) != client.BaseAddress!.GetLeftPart(UriPartial.Authority))
            throw new GitHubException($"{method} {path}", System.Net.HttpStatusCode.BadGateway, $"it lies on another host, {url.Host}", null);
        using var request = new HttpRequestMessage(method, url);
        caller.Mark(request);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        using var answer = await client.SendAsync(request, cancel);
        return new Answer(await answer.Content.ReadAsByteArrayAsync(cancel), NextPage(answer));
    }

    /// <exception cref="GitHubUnreachableException">The answer is not what GitHub documents.</exception>
    public static T Read<T>(byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("null");
        }
        catch (JsonException broken)
        {
            throw new GitHubUnreachableException(typeof(T).Name, $"the answer cannot be read: {broken.Message}", broken);
        }
    }

    /// <exception cref="GitHubUnreachableException">The answer is not JSON.</exception>
    public static JsonDocument Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException broken)
        {
            throw new GitHubUnreachableException("JSON", $"the answer cannot be read: {broken.Message}", broken);
        }
    }

    private static Uri? NextPage(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("link", out var links))
            return null;
        foreach (var link in string.Join(",", links).Split(','))
            if (link.Contains("rel=\"next\"", StringComparison.Ordinal) && link.IndexOf('<') is >= 0 and var from && link.IndexOf('>') is > 0 and var to)
                return new Uri(link[(from + 1)..to], UriKind.RelativeOrAbsolute);
        return null;
    }
}
