using System.Text;
using Shouldly;
using Whybot.Runs.RunFolders;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

public class LineIndexTests
{
    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    [Theory, MemberData(nameof(Encodings))]
    public void Every_line_is_found_where_a_reader_finds_it_whatever_ends_the_lines(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var random = new Random(7);
        for (var round = 0; round < 40; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 400).Select(_ => new string('x', random.Next(4) * random.Next(40))
                + new[] { "\n", "\r\n", "\r", "\n\n", "\r\r\n" }[random.Next(5)]));
            var bytes = encoding.GetBytes(text);
            var index = new LineIndex(new MemoryStream(bytes), encoding);
            var lines = Lines(new StreamReader(new MemoryStream(bytes), encoding, detectEncodingFromByteOrderMarks: false));
            for (var line = 1; line <= lines.Count; line += 13)
                Read(index, bytes, encoding, line).ShouldBe(lines[line - 1]);
        }
    }

    private static string? Read(LineIndex index, byte[] bytes, Encoding encoding, int line)
    {
        var (offset, skip) = index.Before(line) ?? throw new InvalidOperationException($"line {line} is past the end");
        var stream = new MemoryStream(bytes) { Position = offset };
        var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false);
        for (; skip > 0; skip--)
            reader.ReadLine();
        return reader.ReadLine();
    }

    private static List<string> Lines(StreamReader reader)
    {
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
