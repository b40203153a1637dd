using Whybot.GitHub.Records;

namespace Whybot.GitHub.Clients;

/// <summary>Check runs of commits.</summary>
internal sealed class ChecksClient(GitHubConnection connection)
{
    public async Task<IReadOnlyList<CheckRun>> OfAsync(RepositoryRef repository, string sha, CancellationToken cancel)
    {
        var runs = new List<CheckRun>();
        await foreach (var page in connection.PagesAsync(repository, $"commits/{sha}/check-runs?per_page=100", GitHubJson.Default.CheckRunsResponse, cancel))
            runs.AddRange(page.CheckRuns);
        return runs;
    }

    public Task<CheckRun?> FindAsync(RepositoryRef repository, long id, CancellationToken cancel) =>
        connection.FindAsync(repository, $"check-runs/{id}", GitHubJson.Default.CheckRun, cancel);

    public Task<CheckRun> CreateAsync(RepositoryRef repository, NewCheckRun run, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Post, repository, "check-runs", run, GitHubJson.Default.NewCheckRun, GitHubJson.Default.CheckRun, cancel);

    public Task<CheckRun> UpdateAsync(RepositoryRef repository, long id, CheckRunUpdate run, CancellationToken cancel) =>
        connection.WriteAsync(HttpMethod.Patch, repository, $"check-runs/{id}", run, GitHubJson.Default.CheckRunUpdate, GitHubJson.Default.CheckRun, cancel);
}
