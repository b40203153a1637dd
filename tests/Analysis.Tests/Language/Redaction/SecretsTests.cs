using Shouldly;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Redaction;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Redaction;

public sealed class SecretsTests
{
    public static TheoryData<string, string> Planted => new()
    {
        { "token ghp_0123456789abcdefABCDEF0123456789abcd end", "ghp_" },
        { "ghs_" + new string('a', 200) + ".part.two", "ghs_" },
        { "github_pat_" + new string('A', 82), "github_pat_" },
        { "key AKIAIOSFODNN7EXAMPLE used", "AKIA" },
        { "aws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY", "wJalr" },
        { "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "MIIE" },
        { "cookie eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyIn0.c2lnbmF0dXJl", "eyJ" },
        { "jwt.eyJzdWIiOiAic3RhZ2luZy1lMmUtdXNlci0wMDMiLCAiZXhwIjogMTc5NTE2Nzc4M30.K9ItNSABub3bkJeHaTxqIb9E1cVGK1t0-ZIfnqILz4c", "K9ItN" },
        { "Authorization: Bearer abc.def-ghi", "abc.def" },
        { "{\"authorization\": \"Basic dXNlcjpwYXNz\"}", "dXNlc" },
        { "xoxb-123456789012-abcdefghijkl", "xoxb-1" },
        { "postgresql://app:hunter22@db.internal:5432/shop", "hunter22" },
        { "password=correct-horse-battery", "correct-horse" },
    };

    [Theory, MemberData(nameof(Planted))]
    public void A_planted_secret_is_masked(string text, string secret)
    {
        Secrets.Redact(text).ShouldNotContain(secret);
        Secrets.Redact(text).ShouldContain("[redacted]");
    }

    [Theory, MemberData(nameof(Planted))]
    public void No_citation_shows_it_and_what_is_shown_stands_in_the_source(string text, string secret)
    {
        var excerpt = Citation.OfLines("log", 1, 9, text).Excerpt;

        excerpt.ShouldNotContain(secret);
        text.ShouldContain(excerpt);
    }

    [Theory]
    [InlineData("https://web.staging.example:8443/health answered 200")]
    [InlineData("missing required field(s) ['tool', 'parameters']")]
    [InlineData("commit 41a1de0800b14952a7a5c7e6973d31846611cf96")]
    [InlineData("password: must be set")]
    public void Ordinary_text_stays_as_it_is(string text) => Secrets.Redact(text).ShouldBe(text);

    [Fact]
    public void Each_line_of_a_key_is_masked_so_that_lines_keep_their_numbers()
    {
        var lines = Secrets.Redact("before\n-----BEGIN RSA PRIVATE KEY-----\r\nMIIEpAIBAAKCAQEAx7sVPzL0fWkq9aYxYl3d5v\r\nBq7nX4c5rW8e1v0o9T2u\r\n"
            + "-----END RSA PRIVATE KEY-----\nafter").Split('\n');

        lines.Length.ShouldBe(6);
        (lines[0], lines[2], lines[3], lines[5]).ShouldBe(("before", "[redacted]\r", "[redacted]\r", "after"));
    }

    [Theory]
    [InlineData("{\"log\":\"{\\\"said\\\":\\\"ghp\\\\u005f16C7e42F292c6912E7710c838347Ae178B4a\\\"}\"}")]
    [InlineData("<failure message=\"ghp&amp;#95;16C7e42F292c6912E7710c838347Ae178B4a\"/>")]
    public void Escapes_within_escapes_hide_nothing(string text) => Secrets.Redact(text).ShouldNotContain("16C7e42F292c6912E7710c838347Ae178B4a");

    [Theory]
    [InlineData("ws open token=jwt-abcd1234\n2026-11-20 09:33:16,923 INFO harbor.ws ws closed", "INFO harbor.ws ws closed")]
    [InlineData("TOKEN=abcd1234efgh5678\nMSBuildRuntimeType = Core", "MSBuildRuntimeType = Core")]
    [InlineData("server-password: GITHUB_TOKEN\noverwrite-settings: true", "overwrite-settings: true")]
    public void The_next_line_is_not_taken_for_the_rest_of_a_secret_when_it_is_one_of_its_own(string text, string line) =>
        Secrets.Redact(text).ShouldContain(line);
}
