using Whybot.Foundation.Identity;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// Requests a repository by its id, whatever name the request was made with: <c>/repositories/ID/…</c> instead of <c>/repos/OWNER/NAME/…</c>, which is also
/// where GitHub's redirects lead. So a request reaches the intended repository even if its new name is not known yet, and never another one that has taken its
/// old name. Outside of this handler the request keeps its name, so that messages stay readable.
/// </summary>
internal sealed class ByIdHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var named = request.RequestUri!;
        request.RequestUri = ById(named, Caller.Of(request).Repository);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = named;
        }
    }

    /// <param name="repository">If it is null, or if its GitHub id is not known, the address stays as it is.</param>
    private static Uri ById(Uri named, RepositoryRef? repository)
    {
        if (repository is not { Id.IsGitHubs: true })
            return named;
        var (url, path) = (named.AbsoluteUri, $"/repos/{repository.FullName}");
        var at = url.IndexOf(path, StringComparison.OrdinalIgnoreCase);
        var end = at + path.Length;
        return at >= 0 && (end == url.Length || url[end] is '/' or '?') ? new Uri($"{url[..at]}/repositories/{repository.Id}{url[end..]}") : named;
    }
}
