using System.Reflection;
using Shouldly;
using Xunit;

namespace Whybot.Analysis.Tests;

public sealed class PurityTests
{
    [Fact]
    public void Nothing_in_the_analysis_returns_a_task()
    {
        var methods = typeof(Analyst).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)).ToList();

        methods.Count.ShouldBeGreaterThan(500);
        methods.Where(m => IsAwaited(m.ReturnType)).Select(m => $"{m.DeclaringType}.{m.Name}").ShouldBeEmpty();
    }

    private static bool IsAwaited(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            || type.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal)
        || type.GetMethod("GetAwaiter", BindingFlags.Public | BindingFlags.Instance) is not null;
}
