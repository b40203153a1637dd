using System.Net;
using System.Text.Json;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Credentials;
using Whybot.Foundation.Json;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// Turns unsuccessful answers into the project's exceptions, with GitHub's own words: <see cref="GitHubException"/> if asking again will not help,
/// <see cref="GitHubUnreachableException"/> if it may.
/// </summary>
internal sealed partial class RefusalHandler(GitHubState state, ITokenSource tokens, ILogger<RefusalHandler> logger) : DelegatingHandler
{
    private const int MaxWords = 500;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException)
        {
            state.LastAnswer = "unreachable";
            throw new GitHubUnreachableException(Caller.Name(request), failure.Message, failure);
        }
        var status = (int)answer.StatusCode;
        state.LastAnswer = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || status >= 500 ? $"{status}" : "ok";
        if (answer.IsSuccessStatusCode || (Caller.Of(request).Locates && answer.Headers.Location is not null))
            return answer;
        using (answer)
        {
            var words = Words(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            if (status >= 500)
                throw new GitHubUnreachableException(Caller.Name(request), $"{status} {words}");
            var needs = answer.Headers.TryGetValues("X-Accepted-GitHub-Permissions", out var permissions) ? string.Join("; ", permissions) : null;
            if (answer.StatusCode == HttpStatusCode.Forbidden)
            {
                tokens.Forbidden(Caller.Of(request));
                Forbidden(Caller.Name(request), words, needs);
            }
            throw new GitHubException(Caller.Name(request), answer.StatusCode, words, needs);
        }
    }

    /// <summary>GitHub's explanation of a refusal, on one line.</summary>
    public static string Words(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var errors = root.TryGetProperty("errors", out var list) ? " " + list.GetRawText() : "";
            return SafeText.OneLine(JsonFields.Text(root, "message") + errors, MaxWords);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return $"({body.Length} bytes)";
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Request} is forbidden: {Words}; GitHub accepts these permissions: {Permissions}")]
    private partial void Forbidden(string request, string words, string? permissions);
}
