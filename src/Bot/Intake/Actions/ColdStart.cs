using System.Net;
using Whybot.Analysis.Language.Text;
using Whybot.Features.Recovery;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;

namespace Whybot.Intake.Actions;

/// <summary>Before the first event that finds no state: reads back what Whybot knew, and says so in the log.</summary>
internal sealed class ColdStart(Rebuild rebuild, ActionsLog log)
{
    /// <returns>The repository as it is known now.</returns>
    public async Task<RepositoryRef> RunAsync(RepositoryRef repository, CancellationToken cancel)
    {
        try
        {
            var found = await rebuild.RunAsync(repository, cancel);
            log.Say(found.Issues == 0 ? "No state was found, and no issue of Whybot's own: it begins with nothing known"
                : $"No state was found: read {Numbers.Count(found.Issues, "issue")} of Whybot's own, with {Numbers.Count(found.Sightings, "sighting")} of "
                    + $"{Numbers.Count(found.Causes, "cause")}");
            return found.Repository;
        }
        catch (GitHubException refused) when (refused.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            // A repository may have no issues, or the workflow no right to them: then none is filed either.
            log.Warning($"No state was found, and Whybot's own issues cannot be read: {refused.Message}.{Permissions.Advice(refused.Message)}");
            return repository;
        }
    }
}
