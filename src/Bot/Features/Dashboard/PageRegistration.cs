namespace Whybot.Features.Dashboard;

/// <summary>Every page, one a line, in the order of the navigation.</summary>
internal static class PageRegistration
{
    public static readonly IReadOnlyList<PageGroup> All =
    [
        Home.HomeReader.Pages,
        Environments.EnvironmentReader.Pages,
        Runs.CommitsReader.Pages,
        RunEndpoints.Pages,
        Causes.CauseReader.Pages,
        Flakes.FlakeReader.Pages,
        Traffic.TrafficReader.Pages,
        Posted.PostedReader.Pages,
    ];

    public static readonly IReadOnlyList<NavigationLink> Navigation = [.. All.Select(g => g.Navigation).OfType<NavigationLink>()];
}
