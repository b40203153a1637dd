using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deliveries;
using Whybot.Memory.RepositoryNames;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Recovery;

/// <summary>Removes what is past its retention time, and what belongs to repositories that the App has left.</summary>
internal sealed partial class Retention(DeliveryStore deliveries, IEnumerable<IRetained> stores, ForgottenRepositories forgotten, EvidenceFolders folders,
    EvidenceSettings settings, ILogger<Retention> logger)
{
    public async Task RemoveAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await deliveries.RemoveAsync(now - settings.KeepDeliveries, cancel);
        foreach (var store in stores)
            await store.RemoveAsync(now - settings.KeepRuns, cancel);
        folders.RemoveOlder(now - settings.KeepFolders);
        foreach (var repository in await forgotten.RemoveAsync(now - settings.KeepForgotten, cancel))
        {
            foreach (var name in repository.Names)
                folders.RemoveOf(new RepositoryName(name.Value));
            Removed(repository.Name.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The App was removed from {Repository} a while ago; what was known of it is removed")]
    private partial void Removed(string repository);
}
