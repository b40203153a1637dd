using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub;

/// <summary>Reviews of pull requests and remarks on their lines. A review takes no reactions, and nothing tells that it was edited.</summary>
internal static class FakeReviews
{
    private const string Root = "/repos/{owner}/{repo}/pulls";

    public static IEnumerable<FakeRoute> Routes(FakeGitHub github) =>
    [
        FakeRoute.Of("GET", Root + "/{number}/reviews/{id}", "pull_requests:read", r => With(github, r, repository => repository.Reviews,
            review => FakeAnswer.Ok(github.Shape("pull-request-review", new JsonObject
            {
                ["id"] = review.Id,
                ["body"] = review.Body,
                ["user"] = github.Apps.User(review.Author, review.AuthorType),
            })))),
        FakeRoute.Of("GET", Root + "/comments/{id}", "pull_requests:read", r => With(github, r, repository => repository.LineComments,
            comment => FakeAnswer.Ok(github.Shape("pull-request-review-comment", new JsonObject
            {
                ["id"] = comment.Id,
                ["body"] = comment.Body,
                ["user"] = github.Apps.User(comment.Author, comment.AuthorType),
                ["created_at"] = "2026-11-20T10:00:00Z",
                ["updated_at"] = comment.Edits > 0 ? "2026-11-20T10:05:00Z" : "2026-11-20T10:00:00Z",
            })))),
        FakeRoute.Of("POST", Root + "/comments/{id}/reactions", "pull_requests:write", r => With(github, r, repository => repository.LineComments, comment =>
        {
            comment.Reactions.Add(r.Text("content")!);
            return FakeAnswer.Created(github.Shape("reaction", new JsonObject { ["content"] = r.Text("content") }));
        })),
    ];

    private static FakeAnswer With(FakeGitHub github, FakeRequest request, Func<FakeRepository, List<FakeComment>> among,
        Func<FakeComment, FakeAnswer> answer) => FakeRepositories.With(github, request, repository =>
            among(repository).FirstOrDefault(c => c.Id == request.Long("id")) is { } comment ? answer(comment) : FakeAnswer.NotFound);
}
