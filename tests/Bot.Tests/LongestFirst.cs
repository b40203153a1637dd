using Whybot.Bot.Tests;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Whybot.Bot.Tests;

/// <summary>
/// Begins with the classes that take minutes: one class runs on one thread, so that a long one which begins last keeps one core busy and the others idle.
/// A class that is not listed only begins later.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "StoryTests", "WorkflowPromotionTests", "OnceTests", "UpkeepTests", "WorkflowRunTests", "LocalRunTests", "OriginTests", "LocalPromotionTests", "PagesTests",
        "RenameTests", "VoidTests", "AnswersTests", "TroubleTests", "ServeTests",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(Place).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Place<TTestCollection>(TTestCollection collection) where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains($".{name}", StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
