using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Issues;

/// <summary>What a person has written into an issue so that its failures are recognised. All parts of it must match a failure.</summary>
/// <param name="Issue">The issue that failures it matches belong to.</param>
/// <param name="Text">Words that the failure shows exactly, ignoring case; null for any.</param>
/// <param name="Pattern">A regular expression that the failure's message or text matches; null for any.</param>
/// <param name="Tests">Tests by id, class or file, with <c>*</c> for anything; empty for all.</param>
/// <param name="Where">Environments, branches, suites or categories; empty for all.</param>
public sealed record KnownIssueRule(int Issue, string? Text, string? Pattern, IReadOnlyList<string> Tests, IReadOnlyList<string> Where)
{
    public const int MaxPattern = 1000;
    private const int MaxWords = 100_000;

    /// <summary>Linear in the text for any pattern; a pattern that still takes too long matches nothing.</summary>
    private readonly Lazy<Regex?> _regex = new(() => Pattern is null ? null : Compile(Pattern));
    private readonly Lazy<IReadOnlyList<Regex>> _tests = new(() => [.. Tests.Select(Glob)]);

    /// <exception cref="ArgumentException">It is not a regular expression, or one with lookaround or backreferences.</exception>
    /// <exception cref="NotSupportedException">As above.</exception>
    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    public bool IsHere(IEnumerable<string?> places) => Where.Count == 0
        || places.Any(p => p is not null && Where.Contains(p, StringComparer.OrdinalIgnoreCase));

    public bool Names(TestCase test) =>
        Tests.Count == 0 || _tests.Value.Any(g => Is(g, test.Id) || Is(g, test.ClassName) || Is(g, $"{test.ClassName}.{test.Name}") || Is(g, test.Name)
            || (test.File is { } file && Is(g, RepositoryPaths.Relative(file))));

    /// <summary>Whether a text shows what the rule looks for.</summary>
    public bool Shows(string words)
    {
        var some = words.Length <= MaxWords ? words : words[..MaxWords];
        return (Text is null || some.Contains(Text, StringComparison.OrdinalIgnoreCase)) && (_regex.Value is not { } regex || Is(regex, some));
    }

    public bool Matches(TestCase failed) => failed.Failure is { } failure && Names(failed) && Shows($"{failure.Message}\n{failure.Text}");

    private static bool Is(Regex regex, string words)
    {
        try
        {
            return regex.IsMatch(words);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex Glob(string glob) => Compile($"^{Regex.Escape(glob).Replace(@"\*", ".*", StringComparison.Ordinal)}$");
}
