using System.Text.RegularExpressions;
using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.House;

/// <summary>Words and phrases that no native speaker would use here. Each was found in a text that people read, and replaced.</summary>
public sealed partial class PlainEnglishTests
{
    private static readonly string[] Folders = ["src", "docs", "samples/Demo"];
    private static readonly string[] Kinds = [".cs", ".razor", ".json", ".md"];

    [Fact]
    public void Everything_that_people_read_is_written_in_plain_English()
    {
        var files = Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*", SearchOption.AllDirectories))
            .Where(f => Kinds.Contains(Path.GetExtension(f)) && !Built().IsMatch(f)).Append(Path.Combine(Repository.Root, "README.md")).ToList();

        files.Count.ShouldBeGreaterThan(700);
        files.SelectMany(f => Unplain(f, File.ReadAllText(f))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mend or revert it", "Mend")]
    [InlineData("77.7 % passed", "77.7 %")]
    [InlineData("Look whether it runs", "Look whether")]
    [InlineData("Fix or revert it; 77.7% passed", null)]
    [InlineData("var rest = 7 % count;", null)]
    public void A_text_is_plain_or_not(string text, string? found) => Phrase().Match(text).Value.ShouldBe(found ?? "");

    private static IEnumerable<string> Unplain(string file, string text) =>
        Phrase().Matches(text).Select(m =>
            $"{Path.GetRelativePath(Repository.Root, file)}:{text.AsSpan(0, m.Index).Count('\n') + 1}: “{m.Value}” is not plain English");

    [GeneratedRegex(@"[\\/](?:obj|bin)[\\/]")]
    private static partial Regex Built();

    [GeneratedRegex("""
          \b[Mm]end(?:s|ed|ing)?\b | \*\*Mind\b | \bLook\ whether | \bcommands?\ nothing\b | \bWho\ may\ what\b | \bholds\ no\ (?:two|gate) | \bwants\ a\ person\b
        | \brun\ refutes\b | \bwere\ not\ begun\b | '\ is\ none;\ write | \bof\ the\ program's\ own\b | \ban\ own\b | \bbelongs\ into\b | \bnone\ of\ the\ 1\b
        | \bservices'\ being\ up\b | \bwhat\ speaks\ (?:for|against)\b | \b(?:stands?|stood)\ there\b
        | (?<![\w%.])\d+(?:\.\d+)?\ %(?!\ ?[\w(]) | (?<![\w%.])\d+(?:\.\d+)?\ %(?=\ (?:passed|needed|failed|at|of|before|once)\b)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Phrase();
}
