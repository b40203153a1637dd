using Whybot.Foundation.Identity;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>Whom a request is for, and what the pipeline needs to know about it. It travels with the request, so that one pipeline serves every job.</summary>
/// <param name="Installation">Whose token and rate limit to use; 0 with a plain token.</param>
/// <param name="Repository">The repository it is about, to which the token is narrowed; null if there isn't a particular one.</param>
/// <param name="Answers">Login of the person whom a write answers, and whose share of the write budget it uses; null for one of the bot's own results.</param>
/// <param name="AsApp">Use the App's own token instead of the installation's.</param>
/// <param name="Locates">Asks for the location of a download: a redirect is the answer and is not followed.</param>
/// <param name="Streams">The body is read as it arrives, with a limit on each wait; otherwise it is read whole, within the request's time limit.</param>
/// <param name="Reads">It shows people nothing although it is a POST, and so needs no turn among the writes: a GraphQL query, or an object of git.</param>
internal sealed record Caller(long Installation, RepositoryRef? Repository = null, string? Answers = null, bool AsApp = false, bool Locates = false,
    bool Streams = false,
    bool Reads = false)
{
    private static readonly HttpRequestOptionsKey<Caller> Key = new("whybot.caller");

    public static Caller For(RepositoryRef repository) => new(repository.Installation, repository);

    /// <exception cref="InvalidOperationException">The request was made without <see cref="GitHubApi"/>.</exception>
    public static Caller Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var caller) ? caller : throw new InvalidOperationException($"{Name(request)} does not say for whom it is");

    /// <summary>The request's name in messages: the method and the path, without the query.</summary>
    public static string Name(HttpRequestMessage request) => $"{request.Method} {request.RequestUri!.AbsolutePath.TrimStart('/')}";

    public void Mark(HttpRequestMessage request) => request.Options.Set(Key, this);
}
