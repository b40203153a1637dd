using Shouldly;
using Whybot.Analysis.Reports;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests;

/// <summary>Damages each kind of file in many ways: the rest is analysed, nothing throws, and every Markdown can still be written.</summary>
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
