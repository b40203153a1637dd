using System.Text;
using Shouldly;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

public sealed class TextEncodingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Encodings() => ["utf-16", "utf-16BE", "utf-16 without mark", "utf-16BE without mark", "utf-32", "utf-8 with mark",
        "utf-8"];

    private static Encoding Of(string name) => name switch
    {
        "utf-16" => new UnicodeEncoding(false, true),
        "utf-16BE" => new UnicodeEncoding(true, true),
        "utf-16 without mark" => new UnicodeEncoding(false, false),
        "utf-16BE without mark" => new UnicodeEncoding(true, false),
        "utf-32" => Encoding.UTF32,
        "utf-8 with mark" => new UTF8Encoding(true),
        _ => new UTF8Encoding(false),
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_log_of_any_size_is_read_and_its_evidence_is_read_again(string name)
    {
        var text = new StringBuilder();
        string[] ends = ["\n", "\r\n", "\r"];
        for (var i = 1; i <= 60_000; i++)
            text.Append("line ").Append(i).Append(" ünïcode ഊ ").Append('x', 40).Append(ends[i % 7 == 0 ? 1 : i % 11 == 0 ? 2 : 0]);
        File.WriteAllText(Path.Combine(_folder.Path, "big.txt"), text.ToString(), Of(name));
        File.WriteAllText(Path.Combine(_folder.Path, "small.txt"), "one\r\ntwo\nthree", Of(name));

        using (var reader = new BoundedLineReader(File.OpenRead(Path.Combine(_folder.Path, "big.txt"))))
            Enumerable.Range(1, 60_000).All(i => reader.ReadLine()!.StartsWith($"line {i} ünïcode ഊ", StringComparison.Ordinal)).ShouldBeTrue();
        using var evidence = new FolderEvidence(new RunFolder(_folder.Path));
        foreach (var line in new[] { 1, 2, 64, 65, 66, 129, 33_333, 60_000 })
        {
            evidence.TryReadLines("big.txt", line, line, out var read).ShouldBeTrue();
            read!.TrimStart('\uFEFF').ShouldStartWith($"line {line} ünïcode ഊ");
        }
        evidence.TryReadLines("small.txt", 2, 3, out var small).ShouldBeTrue();
        small.ShouldBe("two\nthree");
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest", "ZIP archive")]
    [InlineData("BZh91AY", "compressed")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0001\u0002\u0003", "not text")]
    public void What_is_not_text_is_told(string head, string reason) =>
        TextEncoding.WhyNotText(Encoding.Latin1.GetBytes(head)).ShouldNotBeNull().ShouldContain(reason);

    [Theory]
    [InlineData("2026-10-12T08:02:00Z \u001b[31mred\u001b[0m\tok\r\n")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("Größe: 3\u00b0")]
    [InlineData("a log that a machine wrote \0\0\0\0\0\0\0\0 before it lost its power")]
    public void Text_is_text_in_an_old_encoding_too(string text)
    {
        TextEncoding.WhyNotText(Encoding.UTF8.GetBytes(text)).ShouldBeNull();
        TextEncoding.WhyNotText(Encoding.Latin1.GetBytes("a longer line of ASCII " + text)).ShouldBeNull();
    }
}
