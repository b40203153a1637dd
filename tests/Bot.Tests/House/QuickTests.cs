using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Shouldly;
using Whybot.Benchmarks.Quarter;
using Whybot.Demo;
using Whybot.Testing;
using Xunit;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Whybot.Bot.Tests.House;

/// <summary>
/// What <c>scripts/verify --quick</c> runs is quick: a class that reaches a process, a server, a browser or the service, however indirectly, has
/// <see cref="NeedsAttribute"/>.
/// </summary>
public sealed class QuickTests
{
    private static readonly string[] Slow =
    [
        "System.Diagnostics.Process", "Microsoft.Playwright.", typeof(TestedService).FullName!, typeof(PostgresServer).FullName!, typeof(RedisServer).FullName!,
        typeof(Simulation).FullName!,
    ];

    private static readonly Assembly[] Ours =
        [typeof(QuickTests).Assembly, typeof(TestedService).Assembly, typeof(World).Assembly, typeof(Simulation).Assembly];

    [Fact]
    public void A_class_of_tests_that_needs_more_than_this_process_says_so()
    {
        var used = Uses();
        var tests = typeof(QuickTests).Assembly.GetTypes().Where(t => IsTests(t) && t != typeof(QuickTests)).ToList();
        var slow = tests.Where(t => Reached(t.FullName!, used).Any(IsSlow)).ToList();

        slow.Count.ShouldBeGreaterThan(30);
        slow.Where(t => !t.IsDefined(typeof(NeedsAttribute), inherit: true)).Select(t => t.FullName).ShouldBeEmpty("give them [Needs(\"...\")]");
        tests.Except(slow).Where(t => t.GetCustomAttribute<NeedsAttribute>() is { What: not "time" }).Select(t => t.FullName)
            .ShouldBeEmpty("they need no more than this process");
    }

    /// <summary>A name that ends with a dot is a namespace.</summary>
    private static bool IsSlow(string type) => Slow.Any(s => s.EndsWith('.') ? type.StartsWith(s, StringComparison.Ordinal) : type == s);

    private static bool IsTests(Type type) => type is { IsClass: true, IsAbstract: false }
        && type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(m => m.IsDefined(typeof(FactAttribute)));

    /// <summary>What the types of the tests' assemblies use directly; nested types count as the one that contains them.</summary>
    private static Dictionary<string, HashSet<string>> Uses() =>
        new ArchLoader().LoadAssemblies(Ours).Build().Types.GroupBy(t => Outermost(t.FullName), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.SelectMany(t => t.Dependencies).Select(d => Outermost(d.Target.FullName)).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);

    private static HashSet<string> Reached(string from, Dictionary<string, HashSet<string>> used)
    {
        var (reached, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([from]));
        while (open.TryDequeue(out var type))
            foreach (var next in used.GetValueOrDefault(type, []).Where(reached.Add))
                open.Enqueue(next);
        return reached;
    }

    private static string Outermost(string type) => type.Split('+', '/', '`', '<')[0];
}
