using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// What a test is named after, by the habits of many languages: <c>FooTest</c> and <c>FooTests</c> test <c>Foo</c>, <c>ip_test.go</c> tests <c>ip.go</c>,
/// <c>test_cart.py</c> tests <c>cart.py</c>, <c>spec_cart.rb</c> and <c>cart_spec.rb</c> test <c>cart.rb</c>, <c>test/isSlug.js</c> tests
/// <c>lib/isSlug.js</c>, and <c>cart.totals.test.js</c> tests <c>cart.js</c>.
/// </summary>
internal static partial class TestedNames
{
    private const int Shortest = 2;

    /// <summary>The names, as <see cref="Key"/> makes them comparable.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<string> places) => places.SelectMany(Keys)
        .Where(k => k.Length >= Shortest && !Tokens.IsCommon(k)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The place that is named after such a key: <c>FooTest</c> for "foo".</summary>
    public static string? Place(IEnumerable<string> places, string key) => places.FirstOrDefault(p => Keys(p).Contains(key));

    /// <summary>The same for <c>is_slug</c>, <c>is-slug</c> and <c>isSlug</c>.</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The names for where a cluster's tests are, and the test files on their stacks: many runners do not say in which file a test is.</summary>
    public static IReadOnlyList<string> Places(GroupFacts facts) =>
        [.. facts.Tests.DistinctBy(t => (t.File, t.ClassName, t.Suite)).SelectMany(Places)
            .Concat(facts.Frames.Where(f => f.Test).Select(f => Stem(f.Path)).Where(n => Affixes().IsMatch(n))).Distinct()];

    private static IEnumerable<string> Keys(string place)
    {
        var tested = Affixes().Replace(place, "");
        yield return Key(tested);
        if (tested.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
            yield return Key(tested[..dot]);
    }

    /// <summary>The test's own names for where it is: its file, its class and its suite, without folders and packages.</summary>
    public static IEnumerable<string> Places(TestCase test)
    {
        if (test.File is { } file)
            yield return Stem(file);
        if (test.ClassName.Length > 0)
            yield return test.ClassName.Contains('/') ? Stem(test.ClassName) : Last(test.ClassName);
        // A module of Python: tests.test_cart.TestTotals.
        if (test.ClassName.Split('.') is [.., var module, _] && module.StartsWith("test_", StringComparison.Ordinal))
            yield return module;
        yield return Last(test.Suite.StartsWith("TEST-", StringComparison.Ordinal) ? test.Suite[5..] : test.Suite);
    }

    /// <summary>The file's name without its folder and the extension of its language: <c>ip_test</c>.</summary>
    public static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Extension().Replace(name, "");
    }

    private static string Last(string name)
    {
        var outer = name.Split('$', '+')[0];
        return outer[(outer.LastIndexOfAny(['.', '/', '\\', ':', ' ']) + 1)..];
    }

    [GeneratedRegex(@"^(?:tests?|specs?)[_-]|^Test(?=[A-Z])|[_.-](?:tests?|specs?)$|(?<=[a-z0-9])(?:Tests?|TestCase|IT|Specs?)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Affixes();

    [GeneratedRegex(@"\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|cs|cc?|cpp|h|rs|php|swift|scala|exs?)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Extension();
}
