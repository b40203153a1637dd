using System.Text;
using Shouldly;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

public sealed class FolderEvidenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private FolderEvidence Evidence => new(new RunFolder(_folder.Path));

    [Fact]
    public void Lines_of_a_large_file_are_found_through_its_index_wherever_they_end()
    {
        var text = new StringBuilder();
        string[] ends = ["\n", "\r\n", "\r"];
        for (var i = 1; i <= 120_000; i++)
            text.Append("line ").Append(i).Append(' ').Append('x', 40).Append(ends[i % 7 == 0 ? 1 : i % 11 == 0 ? 2 : 0]);
        _folder.Write("logs/big.log", text.ToString());
        using var evidence = Evidence;

        foreach (var line in new[] { 1, 2, 63, 64, 65, 66, 128, 129, 77_777, 119_999, 120_000 })
        {
            evidence.TryReadLines("logs/big.log", line, line, out var read).ShouldBeTrue();
            read.ShouldStartWith($"line {line} ");
        }
        evidence.TryReadLines("logs/big.log", 119_999, 120_001, out _).ShouldBeFalse();
        evidence.TryReadLines("logs/big.log", 900_000, 900_000, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_long_line_is_read_in_bounded_pieces_and_numbered_as_the_evidence_numbers_it()
    {
        var path = _folder.Write("logs/a.log", $"one\r\ntwo\rthree\n{new string('x', 200_000)}\nfive");
        using var reader = new BoundedLineReader(File.OpenRead(path));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);

        lines.Select(l => l.Length).ShouldBe([3, 3, 5, BoundedLineReader.MaxLine, 4]);
        using var evidence = Evidence;
        evidence.TryReadLines("logs/a.log", 5, 5, out var last).ShouldBeTrue();
        last.ShouldBe("five");
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("logs/../../outside.txt")]
    public void Nothing_outside_the_folder_is_read(string source)
    {
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(_folder.Path)!, "outside.txt"), "secret");
        using var evidence = Evidence;

        evidence.TryReadLines(source, 1, 1, out _).ShouldBeFalse();
    }

    [Fact]
    public void Links_are_not_followed()
    {
        _folder.Write("logs/real.log", "x");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "logs", "link.log"), "/etc/hostname");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "results"), "/etc");
        var run = new RunFolder(_folder.Path);

        run.Files("logs").ShouldBe(["logs/real.log"]);
        run.Files("results").ShouldBeEmpty();
        run.Open("logs/link.log").ShouldBeNull();
        run.Open("results/hostname").ShouldBeNull();
    }

    [Theory]
    [InlineData("/a/1/b", "x")]
    [InlineData("/a/9/b", null)]
    [InlineData("/c~1d", "y")]
    [InlineData("/a/x", null)]
    [InlineData("/half", "\"\\ud800\"")]
    [InlineData("/a", "[0,{\"b\":\"x\"}]")]
    public void Json_is_read_at_its_pointer(string pointer, string? value)
    {
        _folder.Write("a.json", "{\"a\":[0,{\"b\":\"x\"}],\"c/d\":\"y\",\"half\":\"\\ud800\"}");
        using var evidence = Evidence;

        evidence.TryReadJson("a.json", pointer, out var read).ShouldBe(value is not null);
        read.ShouldBe(value);
    }
}
