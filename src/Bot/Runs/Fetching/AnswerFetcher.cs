using System.Text.Json;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Json;
using Whybot.Foundation.Masking;
using Whybot.Foundation.Trust;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>Fetches GitHub's answers about issues and changes into a run's folder, under <c>github/repos/OWNER/NAME/</c>, by path.</summary>
internal sealed class AnswerFetcher(RepositoriesClient repositories, RawAnswers answers, IssueFetcher issues, ConfiguredSecrets own, EvidenceSettings settings)
{
    private const string WholePage = "?per_page=100";

    /// <param name="start">The commit that it is compared with; null if none.</param>
    /// <param name="pulls">Whether the pull requests of all commits are wanted. Otherwise <see cref="SuspectFetcher"/> fetches those that matter.</param>
    public async Task FetchAsync(RepositoryRef repository, CommitSha sha, CommitSha? start, bool pulls, string folder, List<string> warnings,
        CancellationToken cancel)
    {
        var root = Root(folder, repository);
        Directory.CreateDirectory(root);
        await issues.FetchAsync(repository, folder, root, warnings, cancel);
        if (start is null || start == sha)
            return;
        if (await answers.FindAsync(repository, $"compare/{start}...{sha}", cancel) is not { } compare)
        {
            warnings.Add($"GitHub has no comparison of {start} with {sha}");
            return;
        }
        await WriteAsync(root, $"compare/{start}...{sha}.json", compare);
        using var comparison = RawAnswers.Parse(compare);
        var commits = comparison.RootElement.Field("commits").Items().Select(c => CommitSha.Find(c.Item.Text("sha"))).OfType<CommitSha>().ToList();
        if (commits.Count > settings.Commits)
            warnings.Add($"{commits.Count} commits since {start}; the last {settings.Commits} are read");
        foreach (var commit in commits.TakeLast(settings.Commits))
        {
            await OnceAsync(repository, folder, $"commits/{commit}", "", cancel);
            if (pulls)
                await PullsAsync(repository, folder, commit, cancel);
            if (commit == sha)
                await ChecksAsync(repository, folder, commit, cancel);
        }
    }

    /// <summary>The pull requests that brought a commit, unless they are in the folder.</summary>
    public Task<bool> PullsAsync(RepositoryRef repository, string folder, CommitSha commit, CancellationToken cancel) =>
        OnceAsync(repository, folder, $"commits/{commit}/pulls", WholePage, cancel);

    /// <summary>The checks of a commit, unless they are in the folder.</summary>
    public Task<bool> ChecksAsync(RepositoryRef repository, string folder, CommitSha commit, CancellationToken cancel) =>
        OnceAsync(repository, folder, $"commits/{commit}/check-runs", WholePage, cancel);

    /// <summary>The commit that a pull request is compared with.</summary>
    public async Task<CommitSha> BranchedFromAsync(RepositoryRef repository, CommitSha sha, PullThread pull, CancellationToken cancel)
    {
        return await repositories.MergeBaseAsync(repository, pull.BaseSha, sha, cancel) ?? pull.BaseSha;
    }

    /// <summary>The commit that a commit is compared with if no earlier run was green; null if none.</summary>
    public async Task<CommitSha?> ParentAsync(RepositoryRef repository, CommitSha sha, CancellationToken cancel)
    {
        try
        {
            return (await repositories.HeadAsync(repository, sha.Value, cancel))?.Parents is [var parent, ..] ? parent : null;
        }
        catch (GitHubException unknown) when (unknown.Status == System.Net.HttpStatusCode.UnprocessableEntity)
        {
            // GitHub no longer has the commit: it was removed from its branch.
            return null;
        }
    }

    private static string Root(string folder, RepositoryRef repository) => Path.Combine(folder, "github", "repos", repository.FullName.Value);

    /// <param name="query">As the clients ask for the same: GitHub answers the second request with 304.</param>
    /// <returns>Whether the answer is new in the folder.</returns>
    private async Task<bool> OnceAsync(RepositoryRef repository, string folder, string path, string query, CancellationToken cancel)
    {
        var root = Root(folder, repository);
        if (File.Exists(Path.Combine(root, path + ".json")) || await answers.FindAsync(repository, path + query, cancel) is not { } answer)
            return false;
        await WriteAsync(root, path + ".json", answer);
        return true;
    }

    private async Task WriteAsync(string root, string path, byte[] answer)
    {
        var place = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        using var document = RawAnswers.Parse(answer);
        await using var file = File.Create(place);
        await using var writer = new Utf8JsonWriter(file);
        new RedactedJson(writer, own).Write(document.RootElement);
    }
}
