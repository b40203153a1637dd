using Whybot.Foundation.Identity;
using Whybot.Features.Dashboard.Pictures;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Environments;

/// <summary>Reads which causes failed at which of an environment's deployments.</summary>
internal sealed class StripReader(CauseListings causes)
{
    private const int MostRuns = 24;
    private const int MostCauses = 8;

    /// <param name="runs">Newest first.</param>
    public async Task<IReadOnlyList<CauseStrip>> OfAsync(RepositoryRef repository, IReadOnlyList<DeploymentRun> runs, CancellationToken cancel)
    {
        var shown = runs.Take(MostRuns).Reverse().ToList();
        var seen = await causes.SightingsAsync(repository.Id, shown[0].EnvironmentKey, shown.Select(r => r.Sha), cancel);
        return CauseStrip.Of(repository.FullName, shown, seen, MostCauses);
    }
}
