using System.Text.RegularExpressions;
using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.House;

/// <summary>Code fits beside its difference on a wide screen. What a raw string or a pattern contains cannot be wrapped, and does not count.</summary>
public sealed partial class LineLengthTests
{
    private const int Columns = 160;
    private static readonly string[] Folders = ["src", "tests", "samples"];

    [Fact]
    public void No_line_of_code_is_longer_than_160_columns()
    {
        var files = Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !Built().IsMatch(f)).Order(StringComparer.Ordinal).ToList();

        files.Count.ShouldBeGreaterThan(700);
        files.SelectMany(f => TooLong(File.ReadAllText(f)).Select(l => $"{Path.GetRelativePath(Repository.Root, f)}:{l.Line} has {l.Columns} columns"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("var x = 1; // ¶", true)]
    [InlineData("var x = \"¶\";", true)]
    [InlineData("var x = $\"{(y ? \"\" : \"¶\")}\";", true)]
    [InlineData("var x = \"\"\"¶\"\"\";", false)]
    [InlineData("var x = $$\"\"\"\n    ¶\n    \"\"\";", false)]
    [InlineData("var x = $\"{F(\"a\", \"\"\"¶\"\"\")}\";", false)]
    [InlineData("// \"\"\"\nvar x = 1; // ¶", true)]
    [InlineData("var x = '\"'; var y = 1 + // ¶", true)]
    [InlineData("[GeneratedRegex(@\"[\"\"¶]\", RegexOptions.Multiline)]", false)]
    [InlineData("[InlineData(@\"[\"\"¶]\")]", true)]
    public void A_line_is_too_long_or_not(string text, bool isTooLong) =>
        TooLong(text.Replace("¶", new string('x', Columns), StringComparison.Ordinal)).Any().ShouldBe(isTooLong);

    private static IEnumerable<(int Line, int Columns)> TooLong(string text) =>
        Token().Replace(text, token => token.Groups["apart"].Success ? Lines().Replace(token.Value, "") : token.Value).Split('\n')
            .Select((line, index) => (Line: index + 1, Columns: line.TrimEnd('\r').EnumerateRunes().Count())).Where(l => l.Columns > Columns);

    /// <summary>Comments, characters and strings; <c>apart</c> are those that do not count.</summary>
    [GeneratedRegex("""
          //[^\n]* | /\*[\s\S]*?\*/ | '(?:\\[^\n']+|\\'|[^'\\\n])'
        | (?<apart>\$*(?<quotes>"{3,})[\s\S]*?\k<quotes>(?!"))
        | (?<apart>(?<=\[GeneratedRegex\()(?:@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"))
        | \$?@\$?"(?:[^"]|"")*" | \$?"(?:\\.|[^"\\\n])*"(?!"")
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();

    [GeneratedRegex("[^\n]")]
    private static partial Regex Lines();

    [GeneratedRegex(@"[\\/](?:obj|bin)[\\/]")]
    private static partial Regex Built();
}
