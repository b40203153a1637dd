using System.Text.Json;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Identity;

public sealed class CommitShaTests
{
    private const string Sha1 = "41a1de08c0ffee00112233445566778899aabbcc";
    private const string Sha256 = Sha1 + "0123456789abcdef01234567";

    [Theory]
    [InlineData(Sha1)]
    [InlineData(Sha256)]
    public void A_complete_id_is_read(string text) => CommitSha.Parse(text).Value.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("41a1de08")]
    [InlineData("41A1DE08C0FFEE00112233445566778899AABBCC")]
    [InlineData("../../../../../../../../../../etc/passwd")]
    [InlineData(Sha1 + "\n")]
    public void Anything_else_is_refused(string? text)
    {
        CommitSha.TryParse(text, out _).ShouldBeFalse();
        CommitSha.Find(text).ShouldBeNull();
        Should.Throw<FormatException>(() => CommitSha.Parse(text));
    }

    [Theory]
    [InlineData(Sha1, "41a1de08")]
    [InlineData("41a1de0", "41a1de0")]
    [InlineData("v2.1", "v2.1")]
    [InlineData("", "")]
    public void It_is_shown_with_eight_digits_or_fewer(string text, string shown) => new CommitSha(text).Short.ShouldBe(shown);

    [Theory]
    [InlineData("41a1de0", true)]
    [InlineData("41A1DE08", true)]
    [InlineData(Sha256, true)]
    [InlineData("41a1de", false)]
    [InlineData("v2.1.0-beta", false)]
    [InlineData("../../secret", false)]
    public void Only_digits_of_an_id_may_become_part_of_a_path(string text, bool is_id) => new CommitSha(text).IsId.ShouldBe(is_id);

    [Fact]
    public void Zeros_stand_for_no_commit()
    {
        CommitSha.Parse(new string('0', 40)).IsZero.ShouldBeTrue();
        CommitSha.Parse(Sha1).IsZero.ShouldBeFalse();
    }

    [Fact]
    public void The_default_is_an_empty_text()
    {
        default(CommitSha).Short.ShouldBe("");
        $"{default(CommitSha)}".ShouldBe("");
    }

    [Theory]
    [InlineData($"\"{Sha1}\"")]
    [InlineData("\"v2.1\"")]
    [InlineData("null")]
    public void Its_JSON_is_its_text(string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize<CommitSha>(json)).ShouldBe(json);

    [Fact]
    public void A_nullable_one_is_null_in_JSON()
    {
        JsonSerializer.Serialize<CommitSha?>(null).ShouldBe("null");
        JsonSerializer.Deserialize<CommitSha?>("null").ShouldBeNull();
    }
}
