using System.Text;
using Shouldly;
using Whybot.Analysis.Language.Redaction;
using Whybot.Runs.RunFolders;
using Whybot.Testing.Secrets;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

/// <summary>Long texts are masked in pieces, and no secret slips out where one ends.</summary>
public sealed class RedactedTextTests
{
    private const string Token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    private const string Stamp = "2026-10-12T08:04:00.1234567Z ";

    /// <summary>Of a piece: 512 K characters, of which the last 32 K are searched again with the next one.</summary>
    private const int Cut = (512 - 32) * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    public async Task A_token_at_the_end_of_a_piece_is_masked(int before)
    {
        var text = Filled(Cut - before - 1) + " " + Token + " ended\n" + Filled(Cut);

        var masked = await MaskedAsync(text);

        Difference(masked, text.Replace(Token, "[redacted]", StringComparison.Ordinal)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(Stamp)]
    public async Task A_token_on_two_lines_of_which_one_ends_a_piece_is_masked(string stamp)
    {
        var text = Filled(Cut - 21) + " " + Token[..20] + "\n" + stamp + Token[20..] + "\n" + Filled(Cut);

        var masked = await MaskedAsync(text);

        masked.ShouldNotContain(Token[..20]);
        masked.ShouldNotContain(Token[20..]);
        masked.Count(c => c == '\n').ShouldBe(text.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(2000)]
    [InlineData(4000)]
    public async Task A_key_of_many_lines_that_goes_over_the_end_of_a_piece_is_masked(int before)
    {
        var lines = string.Concat(Enumerable.Range(0, 60).Select(i => $"MIIEpAIBAAKCAQEA{i:0000}x7sVPzL0fWkq9aYxYl3d5v0o9T2uBq7nX4c5rW8e1\n"));
        var text = Filled(Cut - before) + "\n-----BEGIN RSA PRIVATE KEY-----\n" + lines + "-----END RSA PRIVATE KEY-----\n" + Filled(Cut);

        var masked = await MaskedAsync(text);

        masked.ShouldNotContain("MIIEpAIBAAKCAQEA");
        masked.Count(c => c == '\n').ShouldBe(text.Count(c => c == '\n'));
        masked.EndsWith(Filled(Cut), StringComparison.Ordinal).ShouldBeTrue();
    }

    [Fact]
    public async Task A_text_without_lines_is_masked_piece_by_piece()
    {
        var text = string.Concat(Enumerable.Repeat("abcdefghi,", 100_000)).Insert(Cut - 7, $";{Token};");

        var masked = await MaskedAsync(text);

        Difference(masked, text.Replace(Token, "[redacted]", StringComparison.Ordinal)).ShouldBeNull();
    }

    [Fact]
    public async Task Secrets_of_all_kinds_in_a_long_text_are_masked_as_in_short_ones()
    {
        var planted = new SecretPlanter(21).Many(5000).Where(p => new LeakSearch([p]).Find(Secrets.Redact(p.Text)).Count == 0).ToList();
        var text = string.Concat(planted.Select((p, i) => $"{p.Text}\n{Filled(i % 97 * 3)}\n\n"));

        var masked = await MaskedAsync(text);

        text.Length.ShouldBeGreaterThan(2 * Cut);
        new LeakSearch(planted).Find(masked).Select(p => $"{p.Kind}, {p.Split}: {p.Text}").ShouldBeEmpty();
        masked.Count(c => c == '\n').ShouldBe(text.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Nothing_is_nothing() => (await MaskedAsync("")).ShouldBe("");

    private static async Task<string> MaskedAsync(string text)
    {
        var masked = new StringBuilder();
        using var reader = new StringReader(text);
        using var redacted = new RedactedText(reader);
        while (await redacted.ReadAsync(TestContext.Current.CancellationToken) is { Length: > 0 } piece)
            masked.Append(piece);
        return masked.ToString();
    }

    /// <summary>What stands where the one is unlike the other; the texts are too long to be shown.</summary>
    private static string? Difference(string text, string expected)
    {
        var at = text.AsSpan().CommonPrefixLength(expected);
        return text == expected ? null : $"at {at}: {text.AsSpan(Math.Max(0, at - 40), Math.Min(120, text.Length - Math.Max(0, at - 40)))}";
    }

    /// <summary>Ordinary lines.</summary>
    private static string Filled(int length)
    {
        const string line = "12:00:01 INFO order is on its way to the customer\n";
        return string.Concat(Enumerable.Repeat(line, length / line.Length)) + line[..(length % line.Length)];
    }
}
