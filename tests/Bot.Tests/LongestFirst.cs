using Whybot.Bot.Tests.Demo;
using Whybot.Bot.Tests.Features.Dashboard;
using Whybot.Bot.Tests.Hosts.Cli;
using Whybot.Bot.Tests.Intake.Webhooks;
using Whybot.Bot.Tests.Quarter;
using Whybot.Bot.Tests.Service;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Whybot.Bot.Tests.LongestFirst))]

namespace Whybot.Bot.Tests;

/// <summary>
/// Begins with the classes that take longest: one class runs on one thread, so that a long one which begins last keeps one core busy and the others idle.
/// A class that is not listed only begins later.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(PagesTests), typeof(BreakageTests), typeof(StoryTests), typeof(OnceTests), typeof(ServeTests), typeof(WorkflowRunTests),
        typeof(DamagedFilesTests), typeof(OneShotCommandsTests), typeof(LocalRunTests), typeof(DamagedResultsTests), typeof(PlantedSecretsTests),
        typeof(WorkflowPromotionTests),
        typeof(IssueLifecycleTests), typeof(TroubleTests), typeof(OriginTests), typeof(FloodTests), typeof(UpgradedServiceTests), typeof(QuarterTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(Place).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Place<TTestCollection>(TTestCollection collection) where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(Long, type => collection.TestCollectionDisplayName.Contains(type.FullName!, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
