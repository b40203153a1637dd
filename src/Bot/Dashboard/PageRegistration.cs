using Whybot.Dashboard.Causes;
using Whybot.Dashboard.Environments;
using Whybot.Dashboard.Flakes;
using Whybot.Dashboard.Posted;
using Whybot.Dashboard.Runs;
using Whybot.Dashboard.Traffic;

namespace Whybot.Dashboard;

/// <summary>Every page, one a line, in the order of the navigation.</summary>
internal static class PageRegistration
{
    public static readonly IReadOnlyList<PageGroup> All =
    [
        EnvironmentReader.Pages,
        CommitsReader.Pages,
        RunEndpoints.Pages,
        CauseReader.Pages,
        FlakeReader.Pages,
        TrafficReader.Pages,
        PostedReader.Pages,
    ];

    public static readonly IReadOnlyList<NavigationLink> Navigation = [.. All.Select(g => g.Navigation).OfType<NavigationLink>()];
}
