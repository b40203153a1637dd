namespace Whybot.GitHub.Http;

/// <summary>For whom a request is, and what the pipeline has to know of it. It travels with the request, so that one pipeline serves every job.</summary>
/// <param name="Installation">Whose token and whose rate limit; 0 with a plain token.</param>
/// <param name="Repository">What it is about, to which the token is narrowed; null for no certain one.</param>
/// <param name="Answers">Login of the person whom a write answers, whose share of the write budget it uses; null for a result of the bot's own.</param>
/// <param name="AsApp">With the App's own token instead of the installation's.</param>
/// <param name="Locates">What is wanted is where a download lies: a redirect is the answer, and is not followed.</param>
/// <param name="Streams">The body is read as it comes, with a limit on each wait; else it is read whole, within the request's time.</param>
/// <param name="Reads">It changes nothing, though it is a POST: a query to GraphQL.</param>
internal sealed record Caller(long Installation, RepositoryRef? Repository = null, string? Answers = null, bool AsApp = false, bool Locates = false, bool Streams = false,
    bool Reads = false)
{
    private static readonly HttpRequestOptionsKey<Caller> Key = new("whybot.caller");

    public static Caller For(RepositoryRef repository) => new(repository.Installation, repository);

    /// <exception cref="InvalidOperationException">The request was made around <see cref="GitHubApi"/>.</exception>
    public static Caller Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var caller) ? caller : throw new InvalidOperationException($"{Name(request)} does not say for whom it is");

    /// <summary>As messages name it: the method and the path, without the query.</summary>
    public static string Name(HttpRequestMessage request) => $"{request.Method} {request.RequestUri!.AbsolutePath.TrimStart('/')}";

    public void Mark(HttpRequestMessage request) => request.Options.Set(Key, this);
}
