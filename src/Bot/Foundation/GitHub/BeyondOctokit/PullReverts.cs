using System.Net;
using System.Text.Json;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>Opens a draft pull request that reverts another one; only GraphQL can.</summary>
internal sealed class PullReverts(RawAnswers raw, GitHubSettings settings)
{
    private const string Mutation =
        "mutation($id: ID!, $body: String!) { revertPullRequest(input: {pullRequestId: $id, body: $body, draft: true}) { revertPullRequest { number } } }";

    /// <param name="node">The pull request's node id.</param>
    /// <returns>The number of the new pull request.</returns>
    /// <exception cref="GitHubException">It cannot be reverted; the exception has GitHub's reason.</exception>
    public async Task<int> OpenAsync(RepositoryRef repository, string node, string body, CancellationToken cancel)
    {
        var query = new GraphQuery(Mutation, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = node, ["body"] = body });
        var sent = await raw.SendAsync(HttpMethod.Post, settings.GraphPath, Caller.For(repository),
            JsonSerializer.SerializeToUtf8Bytes(query, HandWrittenJson.Default.GraphQuery), cancel);
        var answer = RawAnswers.Read(sent.Body, HandWrittenJson.Default.GraphAnswer);
        return answer.Data?.Revert?.Pull?.Number
            ?? throw new GitHubException("revertPullRequest", HttpStatusCode.UnprocessableEntity,
            string.Join("; ", (answer.Errors ?? []).Select(e => e.Message)), null);
    }
}
