using Octokit.Webhooks.Events;
using Whybot.GitHub;

namespace Whybot.Webhooks.Events;

/// <summary><c>installation_repositories</c>: the App was given, or lost, some of the repositories.</summary>
internal sealed class InstallationRepositoriesReader() : EventReader<InstallationRepositoriesEvent>("installation_repositories")
{
    protected override Reaction Read(InstallationRepositoriesEvent sent) => sent.Action == "removed"
        ? new Reaction.AccessEnded(sent.Installation.Id, Names(sent.RepositoriesRemoved.Select(r => r.FullName)), AccessEnd.SomeRepositories)
        : new Reaction.AccessBegan(Names(sent.RepositoriesAdded.Select(r => r.FullName)));

    private static List<string> Names(IEnumerable<string> names) => [.. names.Where(RepositoryRef.IsName)];
}
