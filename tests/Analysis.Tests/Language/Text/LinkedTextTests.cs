using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Text;

public sealed class LinkedTextTests
{
    private const string Sha = "41a1de0800b14952a7a5c7e6973d31846611cf96";

    private static readonly RepositoryAddress Harbor = RepositoryAddress.Of(null, new RepositoryName("acme/harbor"))!;

    [Fact]
    public void A_commit_is_printed_with_eight_digits_and_leads_to_its_page() =>
        Markdown.Of(Prose.Of($"since {LinkedText.Commit(new(Sha))}"), Harbor).ShouldBe($"since [`41a1de08`](https://github.com/acme/harbor/commit/{Sha})");

    [Fact]
    public void Without_an_address_it_is_not_a_link() => Markdown.Of(Prose.Of($"since {LinkedText.Commit(new(Sha))}")).ShouldBe("since `41a1de08`");

    [Fact]
    public void A_file_leads_to_its_place_in_the_diff() => LinkedText.Diff("src/a.py", new CommitSha(Sha)).Target
        .ShouldBe($"commit/{Sha}#diff-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("src/a.py"u8))}");

    [Fact]
    public void A_path_cannot_end_the_link() => Markdown.Link(LinkedText.Line("t", "a b/c) [x](https://evil.example).py", 7, new CommitSha(Sha)), Harbor)
        .ShouldBe($"[`t`](https://github.com/acme/harbor/blob/{Sha}/a%20b/c%29%20%5Bx%5D%28https%3A//evil.example%29.py#L7)");

    [Fact]
    public void A_path_that_holds_a_secret_is_not_linked() =>
        Markdown.Link(LinkedText.Line("t", "src/ghp_abcdefghijklmnopqrstuvwxyz0123456789.py", 7, new CommitSha(Sha)), Harbor).ShouldBe("`t`");

    [Fact]
    public void Masking_leaves_the_addresses_of_links_whole()
    {
        var text = Markdown.Of(Prose.Of($"{LinkedText.Commit(new(Sha))} {LinkedText.Diff("src/a.py", new CommitSha(Sha))}"), Harbor);

        Whybot.Analysis.Language.Redaction.Secrets.Redact(text).ShouldBe(text);
    }

    [Theory]
    [InlineData(null, "acme")]
    [InlineData(null, "acme/..")]
    [InlineData(null, "acme/a b")]
    [InlineData(null, "acme/x) [y](https://evil.example")]
    [InlineData("javascript:alert(1)//", "acme/harbor")]
    [InlineData("https://git.example/path", "acme/harbor")]
    public void What_github_does_not_allow_is_no_address(string? server, string repository) => RepositoryAddress.Of(server, new(repository)).ShouldBeNull();

    [Fact]
    public void An_enterprise_server_has_its_own() =>
        RepositoryAddress.Of("https://git.acme.example:8443", new RepositoryName("acme/harbor"))!.Url.ShouldBe("https://git.acme.example:8443/acme/harbor");

    [Fact]
    public void A_summary_shows_text_from_outside_as_code_and_nothing_else() =>
        Markdown.Html(Prose.Of($"since {"</code></summary><script>@team"}")).ShouldBe("since <code>&lt;/code&gt;&lt;/summary&gt;&lt;script&gt;@team</code>");
}
