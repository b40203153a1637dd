using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// What a test is named after, by the habits of many languages: <c>FooTest</c> and <c>FooTests</c> test <c>Foo</c>, <c>ip_test.go</c> tests <c>ip.go</c>,
/// <c>test_cart.py</c> tests <c>cart.py</c>, <c>test/isSlug.js</c> tests <c>lib/isSlug.js</c>.
/// </summary>
internal static partial class TestedNames
{
    private const int Shortest = 2;

    /// <summary>The names, as <see cref="Key"/> makes them comparable.</summary>
    public static IReadOnlySet<string> Of(TestCase test) => Places(test).Select(p => Key(Affixes().Replace(p, "")))
        .Where(k => k.Length >= Shortest && !Tokens.IsCommon(k)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The test's own name that is made of such a key: <c>FooTest</c> for "foo".</summary>
    public static string? Place(TestCase test, string key) => Places(test).FirstOrDefault(p => Key(Affixes().Replace(p, "")) == key);

    /// <summary>The same for <c>is_slug</c>, <c>is-slug</c> and <c>isSlug</c>.</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

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
        return outer[(outer.LastIndexOfAny(['.', '/', ':', ' ']) + 1)..];
    }

    [GeneratedRegex(@"^tests?[_-]|^Test(?=[A-Z])|[_.-](?:tests?|specs?)$|(?<=[a-z0-9])(?:Tests?|TestCase|IT|Specs?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Affixes();

    [GeneratedRegex(@"\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|cs|cc?|cpp|h|rs|php|swift|scala|exs?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Extension();
}
