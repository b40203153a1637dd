using Whybot.Bot.Tests.Demo;
using Whybot.Bot.Tests.Features.Dashboard;
using Whybot.Bot.Tests.Intake.Webhooks;
using Whybot.Bot.Tests.Quarter;
using Whybot.Bot.Tests.Service;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Whybot.Bot.Tests.LongestFirst))]

namespace Whybot.Bot.Tests;

/// <summary>
/// Begins with the classes that take minutes: one class runs on one thread, so that a long one which begins last keeps one core busy and the others idle.
/// A class that is not listed only begins later.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(StoryTests), typeof(WorkflowPromotionTests), typeof(OnceTests), typeof(IssueLifecycleTests), typeof(WorkflowRunTests), typeof(LocalRunTests),
        typeof(OriginTests), typeof(LocalPromotionTests), typeof(PagesTests), typeof(QuarterTests), typeof(RenameTests), typeof(VoidTests),
            typeof(AnswersTests),
        typeof(TroubleTests), typeof(ServeTests),
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
