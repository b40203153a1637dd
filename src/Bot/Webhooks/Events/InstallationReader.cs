using Octokit.Webhooks.Events;
using Whybot.GitHub;

namespace Whybot.Webhooks.Events;

/// <summary>
/// <c>installation</c>: where the App was removed, nothing waits any longer, and what is known is forgotten after a while; where it is back, nothing is.
/// </summary>
internal sealed class InstallationReader() : EventReader<InstallationEvent>("installation")
{
    protected override Reaction Read(InstallationEvent sent)
    {
        var names = (sent.Repositories ?? []).Select(r => r.FullName).Where(RepositoryRef.IsName).ToList();
        return sent.Action switch
        {
            "deleted" => new Reaction.AccessEnded(sent.Installation.Id, names, AccessEnd.WholeInstallation),
            "suspend" => new Reaction.AccessEnded(sent.Installation.Id, names, AccessEnd.Suspended),
            "created" or "unsuspend" => new Reaction.AccessBegan(names),
            _ => new Reaction.Nothing($"installation {sent.Action}: repositories are known when they send events"),
        };
    }
}
