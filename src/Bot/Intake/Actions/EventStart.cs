using System.Net;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Features.Deployments;
using Whybot.Features.Recovery;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Intake.Actions.State;
using Whybot.Memory.RepositoryNames;
using Whybot.Runs.Fetching;

namespace Whybot.Intake.Actions;

/// <summary>
/// What comes before an event is carried out: the state is read, or what Whybot knew is read back from GitHub if there is none; and what is due is looked for.
/// </summary>
internal sealed class EventStart(StateBranch state, DefaultBranchTexts texts, Rebuild rebuild, InterruptedDeployments interrupted, WakeUp wakeUp,
    IDatabase database, ActionsLog log, TimeProvider time)
{
    /// <returns>The repository as it is known now.</returns>
    public async Task<RepositoryRef> RunAsync(ActionsEnvironment environment, CancellationToken cancel)
    {
        await state.LoadAsync(environment.Repository!,
            environment.IsWorkflowPlain ? [.. DefaultBranchFiles.Always, environment.Workflow] : DefaultBranchFiles.Always, cancel);
        var repository = await database.WriteAsync(session => Repositories.SeenAsync(session, environment.Repository!, time.GetUtcNow()), cancel);
        if (state.IsNew)
        {
            repository = await ReadBackAsync(repository, cancel);
            await FindInterruptedAsync(repository, cancel);
        }
        await wakeUp.RunAsync(repository, WakeUp.Is(environment.Event!), ListenedTo(environment), cancel);
        return repository;
    }

    private IReadOnlySet<string> ListenedTo(ActionsEnvironment environment) =>
        (texts.TryKnow(environment.Workflow, out var file) ? ListenedWorkflows.In(file) : []).ToHashSet(StringComparer.Ordinal);

    private async Task FindInterruptedAsync(RepositoryRef repository, CancellationToken cancel)
    {
        try
        {
            await interrupted.RequestAsync(repository, cancel);
        }
        catch (GitHubException refused) when (refused.Status == HttpStatusCode.Forbidden)
        {
            // Where deployments or check runs may not be read, none was tested.
        }
    }

    private async Task<RepositoryRef> ReadBackAsync(RepositoryRef repository, CancellationToken cancel)
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
