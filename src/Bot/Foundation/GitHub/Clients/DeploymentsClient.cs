using Octokit;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.Identity;
using Deployment = Whybot.Foundation.GitHub.BeyondOctokit.Deployment;

namespace Whybot.Foundation.GitHub.Clients;

/// <summary>Deployments and their states.</summary>
internal sealed class DeploymentsClient(GitHubApi api, RawAnswers raw)
{
    /// <summary>Pages of 100. A repository that deploys to a great many environments in the meantime is not searched to the end.</summary>
    private const int MostPages = 3;

    /// <summary>
    /// Deployments to an environment that were created after a given one, newest first. GitHub lists the newest first; environment names match regardless of
    /// case.
    /// </summary>
    public async Task<IReadOnlyList<Deployment>> NewerAsync(RepositoryRef repository, string environment, long than, CancellationToken cancel)
    {
        var newer = new List<Deployment>();
        await foreach (var answer in raw.PagesAsync(repository, "deployments?per_page=100", MostPages, cancel))
        {
            var page = RawAnswers.Read(answer.Body, HandWrittenJson.Default.ListDeployment);
            newer.AddRange(page.Where(d => d.Id > than && d.Environment.Equals(environment, StringComparison.OrdinalIgnoreCase)));
            if (page.Any(d => d.Id <= than))
                break;
        }
        return newer;
    }

    /// <summary>Null if there is none with that id.</summary>
    public async Task<Deployment?> FindAsync(RepositoryRef repository, long deployment, CancellationToken cancel) =>
        await raw.FindAsync(repository, $"deployments/{deployment}", cancel) is { } answer
            ? RawAnswers.Read(answer, HandWrittenJson.Default.Deployment) : null;

    /// <summary>The newest deployments to any environment, newest first.</summary>
    public async Task<IReadOnlyList<Deployment>> NewestAsync(RepositoryRef repository, CancellationToken cancel)
    {
        await foreach (var answer in raw.PagesAsync(repository, "deployments?per_page=30", 1, cancel))
            return RawAnswers.Read(answer.Body, HandWrittenJson.Default.ListDeployment);
        return [];
    }

    /// <summary>The state of a deployment; <c>pending</c> if it has no status yet.</summary>
    public async Task<string> StateAsync(RepositoryRef repository, long deployment, CancellationToken cancel) =>
        await api.FindAsync(repository, github => github.Repository.Deployment.Status.GetAll(repository.Owner, repository.Name, deployment,
            new ApiOptions { PageSize = 1, PageCount = 1 }), cancel) is [var newest, ..] ? newest.State.StringValue : "pending";
}
