using Shouldly;
using Whybot.Analysis.Inputs.Commands;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Commands;

public sealed class QuotedWordsTests
{
    [Theory]
    [InlineData("staging only the demo", "staging", false, "only the demo")]
    [InlineData("\"Staging EU\" only the demo", "Staging EU", true, "only the demo")]
    [InlineData("“Staging EU” only the demo", "Staging EU", true, "only the demo")]
    [InlineData("„Staging EU“ only the demo", "Staging EU", true, "only the demo")]
    [InlineData("«prod/eu-west» x", "prod/eu-west", true, "x")]
    [InlineData("\"staging\"", "staging", true, "")]
    [InlineData("  \"a b\"  c", "a b", true, "c")]
    [InlineData("\"a\"b c", "a", true, "b c")]
    public void The_first_word_may_be_a_name_in_quotation_marks(string arguments, string text, bool quoted, string rest) =>
        QuotedWords.First(arguments).ShouldBe(new QuotedWord(text, quoted, rest));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"Staging EU")]
    [InlineData("\"")]
    public void Nothing_and_a_quotation_mark_without_an_end_are_no_word(string arguments) => QuotedWords.First(arguments).ShouldBeNull();

    [Fact]
    public void All_words_are_read_and_an_open_quotation_mark_spoils_them()
    {
        QuotedWords.All("all \"Staging EU\"")!.Select(w => w.Text).ShouldBe(["all", "Staging EU"]);
        QuotedWords.All("")!.ShouldBeEmpty();
        QuotedWords.All("all \"Staging EU").ShouldBeNull();
        QuotedWords.All("it's fine")!.Select(w => w.Text).ShouldBe(["it's", "fine"]);
    }
}
