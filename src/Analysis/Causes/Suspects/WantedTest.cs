using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A failing test whose code is wanted, by all that says where it may be.</summary>
/// <param name="Paths">Files that it, its name or its stack gives.</param>
/// <param name="Places">Names of its file, its class and its suite.</param>
/// <param name="Words">Of all its names, and of the files on its stack.</param>
public sealed partial record WantedTest(IReadOnlyList<string> Paths, IReadOnlyList<string> Places, IReadOnlyList<string> Words)
{
    private const int MostPaths = 10;
    private const int MostWords = 60;
    private const int LongestName = 400;

    internal static WantedTest Of(TestCase test)
    {
        var frames = StackFrames.Of(test.Failure?.Text ?? "").Select(f => f.Frame).Where(f => !f.Library).Select(f => f.Path).Distinct().ToList();
        var name = test.Name.Length <= LongestName ? test.Name : test.Name[..LongestName];
        var given = new[] { test.File }.OfType<string>().Concat(frames).Concat(FileName().Matches(name).Select(m => m.Value));
        return new WantedTest([.. given.Select(RepositoryPaths.Relative).Distinct().Take(MostPaths)], [.. TestedNames.Places(test).Distinct()],
            [.. NameWords.Of($"{test.ClassName} {name} {test.Suite} {string.Join(' ', frames)}").Where(w => !Tokens.IsCommon(w)).Distinct().Take(MostWords)]);
    }

    /// <summary>Tests that run over files of cases have the file in their name.</summary>
    [GeneratedRegex(@"[\w./-]{1,200}\.\w{1,10}", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex FileName();
}
