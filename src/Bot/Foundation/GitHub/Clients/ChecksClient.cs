using Octokit;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using CheckRun = Whybot.Foundation.GitHub.Models.CheckRun;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>Check runs of commits.</summary>
internal sealed class ChecksClient(GitHubApi api)
{
    /// <summary>GitHub shows no more on a page.</summary>
    private static readonly ApiOptions Annotations = new() { PageSize = 50, PageCount = 1 };

    public async Task<IReadOnlyList<CheckRun>> OfAsync(RepositoryRef repository, CommitSha sha, CancellationToken cancel) =>
        [.. (await api.CallAsync(repository, github => github.Check.Run.GetAllForReference(repository.Owner, repository.Name, sha.Value, new CheckRunRequest(),
            GitHubApi.Whole), cancel))
            .CheckRuns.Select(OctokitShapes.Of)];

    public async Task<CheckRun?> FindAsync(RepositoryRef repository, long id, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Check.Run.Get(repository.Owner, repository.Name, id), cancel) is { } check
            ? OctokitShapes.Of(check) : null;

    /// <summary>Messages of a check run's annotations that say that something failed; none if there is no such check run.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync(RepositoryRef repository, long id, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Check.Run.GetAllAnnotations(repository.Owner, repository.Name, id, Annotations), cancel) is { } found
            ? [.. found.Where(a => a.AnnotationLevel?.StringValue == "failure").Select(a => a.Message).OfType<string>()] : [];

    public async Task<CheckRun> CreateAsync(RepositoryRef repository, Models.NewCheckRun run, CancellationToken cancel) =>
        OctokitShapes.Of(await api.CallAsync(repository, github =>
            github.Check.Run.Create(repository.Owner, repository.Name, new NewCheckRun(run.Name, run.HeadSha.Value)
            {
                Status = Status(run.Status),
                Conclusion = Conclusion(run.Conclusion),
                ExternalId = run.ExternalId,
                Output = OctokitShapes.Of(run.Output),
                DetailsUrl = run.DetailsUrl,
            }), cancel));

    public async Task<CheckRun> UpdateAsync(RepositoryRef repository, long id, Models.CheckRunUpdate run, CancellationToken cancel) =>
        OctokitShapes.Of(await api.CallAsync(repository, github => github.Check.Run.Update(repository.Owner, repository.Name, id, new CheckRunUpdate
        {
            Status = Status(run.Status),
            Conclusion = Conclusion(run.Conclusion),
            ExternalId = run.ExternalId,
            Output = OctokitShapes.Of(run.Output),
            DetailsUrl = run.DetailsUrl,
        }), cancel));

    private static StringEnum<CheckStatus> Status(string status) => new(status);

    /// <remarks>Octokit would treat a bare null as text and convert it, which throws.</remarks>
    private static StringEnum<CheckConclusion>? Conclusion(string? conclusion) =>
        conclusion is null ? default(StringEnum<CheckConclusion>?) : new StringEnum<CheckConclusion>(conclusion);
}
