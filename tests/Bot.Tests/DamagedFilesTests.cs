using Shouldly;
using Whybot.Analysis.Output.Reports;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests;

/// <summary>Damages each kind of file in many ways: the rest is analysed, nothing throws, and every Markdown can still be written.</summary>
[Needs("time")]
public sealed class DamagedFilesTests
{
    public static TheoryData<string> Kinds => ["results/", "logs/", "github/", "readiness.json", "whybot.yml", "deployment_status.json", "history/05/"];

    [Theory, MemberData(nameof(Kinds))]
    public void Damage_costs_no_more_than_the_file(string kind)
    {
        var chance = new Random(20261120);
        for (var round = 0; round < 12; round++)
        {
            using var folder = new TemporaryFolder();
            var damaged = Copy(Repository.Sample("event-structure"), folder.Path, kind, bytes => Damage(bytes, chance, round));
            damaged.ShouldBeGreaterThan(0);

            var report = Analysed.Folder(folder.Path);

            report.Gates.ShouldNotBeEmpty();
            CommentWriter.Write(report).Length.ShouldBeLessThan(CommentWriter.Limit);
            WorklogWriter.Write(report).ShouldStartWith("# Worklog");
            ReportJson.Write(report).ShouldContain("\"schema\": 1");
        }
    }

    public static TheoryData<string> Repeated =>
        ["a.", "a-", "/a", "/", "A_", "'", "`a", "0", "1.", "ey", "eyaaaaaaaa.", "a:", "\\a", "setting a ", "(", "KeyError: [", "-----BEGIN A", "://a:",
            "aTimeout", "missing ", "127.0.0.1 ", "Error: "];

    /// <summary>Text made to keep a pattern busy, everywhere that text is read.</summary>
    [Theory, MemberData(nameof(Repeated))]
    public void Text_that_repeats_without_end_is_read_like_any_other(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        using var run = new RunFolderBuilder();
        run.Fail("a", "b", text, text).Pass("a", "c").History(1).Issue(1, text[..200], $"`{text}`").Service("s", "http", "https://s.example", ok: false, text)
            .Commit("Change", 2, "src/x.py", $"@@ -1 +1 @@\n-{text}\n+{text}x\n").File("logs/a.log", $"2026-10-12 08:02:01,100 ERROR {text}\n{text}\n");

        Analysed.Folder(run.Write().Path).Clusters.Count.ShouldBe(1);
    }

    [Fact]
    public void A_secret_in_a_title_stays_out_of_the_report()
    {
        const string secret = "ghp_0123456789abcdefABCDEF0123456789abcd";
        using var run = new RunFolderBuilder();
        run.Fail("a", "b", "OrderError: order_total is lost in transit").Pass("a", "c_test").History(1)
            .Issue(1, $"Leak {secret}", "`OrderError: order_total is lost in transit`")
            .Issue(2, $"Other {secret}", "`a::c_test` fails").Commit($"Use {secret}", 2, "src/x.py", "@@ -1 +1 @@\n-order_total = 1\n+order_sum = 1\n");

        var report = Analysed.Folder(run.Write().Path);

        report.Clusters.ShouldHaveSingleItem().Issue.ShouldNotBeNull();
        report.Clusters[0].Suspects.ShouldNotBeEmpty();
        report.Contradictions.ShouldHaveSingleItem();
        ReportJson.Write(report).ShouldNotContain(secret);
        CommentWriter.Write(report).ShouldNotContain(secret);
        WorklogWriter.Write(report).ShouldNotContain(secret);
    }

    private static int Copy(string from, string to, string kind, Func<byte[], byte[]> damage)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(from, file);
            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var hit = relative.StartsWith(kind, StringComparison.Ordinal);
            count += hit ? 1 : 0;
            File.WriteAllBytes(target, hit ? damage(File.ReadAllBytes(file)) : File.ReadAllBytes(file));
        }
        return count;
    }

    /// <summary>Cuts, overwrites, doubles or swaps pieces.</summary>
    private static byte[] Damage(byte[] bytes, Random chance, int way)
    {
        if (bytes.Length == 0)
            return bytes;
        var at = chance.Next(bytes.Length);
        switch (way % 4)
        {
            case 0:
                return bytes[..at];
            case 1:
                for (var i = 0; i < 1 + bytes.Length / 200; i++)
                    bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
                return bytes;
            case 2:
                return [.. bytes, .. bytes[at..]];
            default:
                return [.. bytes[at..], .. bytes[..at]];
        }
    }
}
