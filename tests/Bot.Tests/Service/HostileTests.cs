using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Shouldly;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Output.Filing;
using Whybot.Features.Commands;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Text from outside that wants to be more than text, and secrets that want out.</summary>
public sealed partial class HostileTests : ServiceTest
{
    private static readonly string[] Payloads =
    [
        "@team/admins please look", "#1 is mine", "Fixes #1", "closes team/shop#1", "GH-12", "https://evil.example/x", "www.evil.example",
            "[click](https://evil.example)", "![x](https://evil.example/p.png)",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<details><summary>x</summary>", "</details>", "<!-- whybot:run -->",
            "<!-- whybot:cause w2-000000000000 -->", "--> out", "` tick `", "```\nfence\n```",
        "````` five", "~~~", "| a | b |", "# heading", "> quote", "- item", "1. one", "---", "***", "\u202Ereversed", "zero\u200Bwidth", "\u001b[31mred",
            "a\u0000b", "\\` escaped", "&lt;b&gt;", "&#60;b&#62;", "a@b.example", "$\\text{x}$",
        "```mermaid\ngraph\n```", ":rocket:", "new<!-- w2-000000000000 -->", "%3Cb%3E", "\r\n\r\n# heading", "`` ` ``", "*bold* _it_", "~~gone~~",
            "[ref]: https://evil.example", "[^1]", "<https://evil.example>", "<a href='x'>y</a>", "@whybot", "/close", "password=hunter2hunter2`@team/admins`",
            "Authorization: Basic abcdefgh`<img src=x>` @all", "x://u:p`@team/admins`@h",
        "aws_secret_access_key`: AAAAAAAAAAAAAAAAAAAAAAAA @all", "@team/admins password=hunter2hunter2",
    ];

    private static readonly char[] Hidden = ['\u202E', '\u200B', '\u001b', '\u0000'];

    private static readonly (string Secret, string Text)[] Planted =
    [
        ("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "token ghp_abcdefghijklmnopqrstuvwxyz0123456789"), ("AKIAIOSFODNN7EXAMPLE", "key AKIAIOSFODNN7EXAMPLE"),
        ("hunter2hunter2", "postgres://shop:hunter2hunter2@db:5432/shop"), ("c2VjcmV0c2VjcmV0c2VjcmV0", "Authorization: Basic c2VjcmV0c2VjcmV0c2VjcmV0"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"), ("xoxb-1234567890-abcdefghij",
            "slack xoxb-1234567890-abcdefghij"),
        ("MIIEowIBAAKCAQEAsecretsecretsecret", "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAsecretsecretsecret\n-----END RSA PRIVATE KEY-----"),
    ];

    [Fact]
    public async Task A_hundred_hostile_texts_are_nothing_but_text_in_all_that_is_posted()
    {
        var repository = Stage.FailingPull(GitHub);
        var tests = Payloads.SelectMany((p, i) => new[] { ($"test_{i} {Xml(p)}", (string?)$"AssertionError: the value of {i} is wrong"),
            ($"test_message_{i}", $"AssertionError: {Xml(p)} in {i}") }).ToArray();
        tests.Length.ShouldBe(110);
        Replace(repository, Stage.Zip(("orders.xml", Stage.JUnit(tests))));
        repository.Issue(Payloads[0], string.Join("\n\n", Payloads.Select(Xml)), "P0");
        await Service.With("Whybot__Publishing__NewIssuesPerHour", "1000").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        var posted = Posted(repository);
        posted.Count.ShouldBeGreaterThan(2);
        posted.ShouldAllBe(p => !Live(p).Any(), string.Join("\n", posted.SelectMany(Live)));
        posted.ShouldAllBe(p => p.IndexOfAny(Hidden) < 0);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Planted_secrets_are_neither_posted_nor_stored_nor_logged()
    {
        var repository = Stage.FailingPull(GitHub);
        var secrets = Planted.Append((ServiceProcess.Secret, $"our own: {ServiceProcess.Secret}")).ToArray();
        Replace(repository, Stage.Zip(
            ("orders.xml", Stage.JUnit([.. secrets.Select((s, i) => ($"test_{i}", (string?)$"ValueError: case {i} leaks {s.Item2}")),
                ($"test_{secrets[0].Item1}", "ValueError: in the name")])),
            ("app.log", string.Join('\n', secrets.Select(s => $"2026-11-20 12:00:01 ERROR {s.Item2}")))));
        repository.Issue("Leaks", string.Join('\n', secrets.Select(s => s.Item2)));
        repository.Commits.RemoveAll(c => c.Sha == Stage.HeadSha);
        repository.Commit(Stage.HeadSha, $"Leak {secrets[0].Item2}", Stage.BaseSha,
            ("src/keys.py", $"@@ -1 +1 @@\n+{string.Join("\n+", secrets.SelectMany(s => s.Item2.Split('\n')))}"));
        repository.Runs[0].Jobs.Clear();
        repository.Runs[0].Job("tests", "failure", Stage.JobLog([.. secrets.SelectMany(s => s.Item2.Split('\n'))]));
        await BeProcess().StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        var stored = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => f, f => Encoding.UTF8.GetString(File.ReadAllBytes(f)));
        stored.Keys.ShouldContain(f => f.EndsWith("results/orders.xml", StringComparison.Ordinal));
        foreach (var (secret, _) in secrets)
        {
            Posted(repository).ShouldAllBe(p => !p.Contains(secret, StringComparison.Ordinal));
            stored.Where(s => s.Value.Contains(secret, StringComparison.Ordinal)).Select(s => s.Key).ShouldBeEmpty(secret);
            Service.Output.ShouldNotContain(secret);
        }
        repository.CheckRuns.ShouldHaveSingleItem()["output"]!["title"]!.ToString().ShouldContain("and 8 more causes");
    }

    /// <summary>All that leaves is masked once more as finished Markdown: that must not open a span that was closed.</summary>
    [Fact]
    public void What_is_masked_in_finished_Markdown_leaves_its_code_spans_whole()
    {
        foreach (var payload in Payloads)
            foreach (var (_, secret) in Planted.Append(("", "password=hunter2hunter2")).Append(("", "Authorization: Basic abcdefgh")))
                foreach (var text in new[] { $"{payload} {secret}", $"{secret} {payload}", $"{payload}{secret}", $"{secret}{payload}" })
                {
                    var posted = Secrets.Redact($"- {Analysis.Language.Text.Markdown.Code(text)}\n- {Analysis.Language.Text.Markdown.Code(payload)}\n");
                    Live(posted).ShouldBeEmpty(posted);
                }
    }

    /// <summary>One at a time, so that each stands in the comment and the issue whole, and not in the rows of a mass failure.</summary>
    [Fact]
    public void Each_text_alone_is_nothing_but_text_and_none_of_the_bots_own_markers()
    {
        foreach (var payload in Payloads.Append("<!-- whybot:seen --> x <!-- whybot:seen-end -->").Append("<!--<!-- whybot:note -->"))
        {
            using var run = new RunFolderBuilder().Pass("orders", "test_list")
                .Fail("orders", $"test {Xml(payload)}", $"ValueError: {Xml(payload)} is wrong", Xml(payload));
            var report = Analysed.Folder(run.Write().Path);
            var drafts = RunDrafts.Of(report, RepositorySettings.Default, CommandRegistration.Catalogue);
            string[] bodies = [drafts.Comment, drafts.Check.Summary, drafts.Issues.ShouldHaveSingleItem().Body];
            foreach (var body in bodies.Select(Secrets.Redact))
            {
                Live(body).ShouldBeEmpty(body);
                Regex.Count(body, "<!-- whybot:(run|note)").ShouldBeLessThanOrEqualTo(1);
                Regex.Count(body, "<!-- whybot:cause").ShouldBe(body.Contains(OwnIssue.Marker(drafts.Issues[0].Cause), StringComparison.Ordinal) ? 1 : 0);
                Regex.Count(body, "<!-- whybot:seen").ShouldBeOneOf(0, 2);
                Regex.Count(body, "new<!--").ShouldBeLessThanOrEqualTo(1);
            }
        }
    }

    /// <summary>What GitHub would render as more than text, beyond the bot's own markup.</summary>
    private static IEnumerable<string> Live(string markdown)
    {
        var tree = Markdown.Parse(markdown, new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().Build());
        foreach (var link in tree.Descendants<LinkInline>().Where(l => !OwnLink().IsMatch(l.Url ?? "")))
            yield return $"link {link.Url}";
        foreach (var link in tree.Descendants<AutolinkInline>())
            yield return $"link {link.Url}";
        foreach (var html in tree.Descendants<HtmlInline>().Where(h => !h.Tag.StartsWith("<!-- w", StringComparison.Ordinal)))
            yield return $"html {html.Tag}";
        foreach (var html in tree.Descendants<HtmlBlock>().Select(b => b.Lines.ToString()).Where(h => !IsOwn(h)))
            yield return $"html {html}";
        foreach (var text in tree.Descendants<LiteralInline>().Select(l => l.Content.ToString()))
        {
            if (text.Contains('@'))
                yield return $"mention {text}";
            if (Regex.IsMatch(text, @"(?i)\b(fix(es)?|closes?|resolves?)\s+#|GH-\d"))
                yield return $"reference {text}";
        }
    }

    private static bool IsOwn(string html) => html.Split('\n').All(l => Regex.IsMatch(l.Trim(),
        @"^$|^<details><summary>([\w ,;:#()·'-]|<code>[^<>]*</code>|<!-- w2-[0-9a-f]+ -->)+</summary>$|^</details>$"
            + @"|^<!-- whybot:(run( [\w.-]+)?|note|news|seen|seen-end|cause [\w-]+|covers( w\d+-[0-9a-f]{12})+) -->$"));

    /// <summary>The bot links to the repository's own commits, files, comparisons and jobs only.</summary>
    [GeneratedRegex(@"\Ahttps?://(github\.com|localhost:[0-9]+|127\.0\.0\.1:[0-9]+)/team/shop/(commit|blob|compare|actions/runs)/[\w./%#-]+\z")]
    private static partial Regex OwnLink();

    private static List<string> Posted(FakeRepository repository) =>
    [
        .. repository.PullComments.Values.SelectMany(c => c).Select(c => c.Body), .. repository.Issues.Where(i => i.Via is not null).Select(i => i.Body),
        .. repository.Issues.SelectMany(i => i.Comments).Select(c => c.Body), .. repository.CheckRuns.Select(c => c["output"]!["summary"]!.ToString()),
    ];

    /// <summary>What XML can hold of it.</summary>
    private static string Xml(string text) => string.Concat(text.Where(c => c is not ('\u0000' or '\u001b')));

    private static void Replace(FakeRepository repository, byte[] zip)
    {
        repository.Runs[0].Artifacts.Clear();
        repository.Runs[0].Artifact("results", zip);
    }
}
