namespace Whybot.Benchmarks.Pages;

/// <summary>How much a made store contains.</summary>
/// <param name="Deployments">Runs of deployments.</param>
/// <param name="Commits">Runs of commits' checks.</param>
internal sealed record StoreSize(int Repositories, int Deployments, int Commits, int Causes)
{
    public int Deliveries => Commits;
    public int Effects => Deployments;

    /// <summary>The most rows that any table gets; a cause is seen several times.</summary>
    public int Most => Math.Max(Math.Max(Deployments, Commits), Causes);
}
