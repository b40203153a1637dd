using System.Net;
using System.Net.Http.Headers;
using Whybot.Foundation.GitHub.Credentials;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>Adds the caller's token. If GitHub refuses it, it is dropped and replaced, once: a refused token means that nothing has happened yet.</summary>
internal sealed class AuthorizationHandler(ITokenSource tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        if (caller.AsApp)
            return await SendAsync(request, tokens.AppToken ?? throw new InvalidOperationException($"{Caller.Name(request)} needs a GitHub App"),
                cancellationToken);
        var token = await tokens.TokenAsync(caller, request.Method != HttpMethod.Get, cancellationToken);
        var answer = await SendAsync(request, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || !tokens.Drop(caller, token))
            return answer;
        answer.Dispose();
        return await SendAsync(request, await tokens.TokenAsync(caller, request.Method != HttpMethod.Get, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancel)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancel);
    }
}
