using Whybot.GitHub.Records;

namespace Whybot.GitHub.Clients;

/// <summary>Deployments and how far they are.</summary>
internal sealed class DeploymentsClient(GitHubConnection connection)
{
    /// <summary>Pages of 100; a repository that deploys to very many environments meanwhile is not searched to the end.</summary>
    private const int MostPages = 3;

    /// <summary>Deployments to an environment that were made after one, newest first. GitHub lists the newest first; names of environments match without regard to case.</summary>
    public async Task<IReadOnlyList<GitHubDeployment>> NewerAsync(RepositoryRef repository, string environment, long than, CancellationToken cancel)
    {
        var newer = new List<GitHubDeployment>();
        var pages = 0;
        await foreach (var page in connection.PagesAsync(repository, "deployments?per_page=100", GitHubJson.Default.ListGitHubDeployment, cancel))
        {
            newer.AddRange(page.Where(d => d.Id > than && d.Environment.Equals(environment, StringComparison.OrdinalIgnoreCase)));
            if (page.Any(d => d.Id <= than) || ++pages == MostPages)
                break;
        }
        return newer;
    }

    /// <summary>How far a deployment is; <c>pending</c> where it has no status yet.</summary>
    public async Task<string> StateAsync(RepositoryRef repository, long deployment, CancellationToken cancel) =>
        await connection.FindAsync(repository, $"deployments/{deployment}/statuses?per_page=1", GitHubJson.Default.ListGitHubDeploymentStatus, cancel) is [var newest, ..] ? newest.State : "pending";
}
