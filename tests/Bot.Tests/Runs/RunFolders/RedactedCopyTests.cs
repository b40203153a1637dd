using System.Text;
using Shouldly;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

/// <summary>A copy is the file but for its secrets, however long it is and however many are made at once.</summary>
public sealed class RedactedCopyTests
{
    private const string Token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

    /// <summary>More than three of the pieces that a copy is made of.</summary>
    private const int Long = 1_700_000;

    [Theory]
    [InlineData("😀")]
    [InlineData("x😀")]
    [InlineData("é€😀")]
    public async Task Characters_of_several_bytes_are_copied_whole_where_pieces_end(string characters)
    {
        var text = string.Concat(Enumerable.Repeat(characters, Long / characters.Length));

        (await CopyAsync(text)).ShouldBe(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task Copies_that_are_made_at_once_do_not_disturb_each_other()
    {
        var texts = Enumerable.Range(0, 6)
            .Select(i => string.Concat(Enumerable.Repeat($"line of log {i} at work\n", Long / 24)) + $"{Token} of {i}\n").ToList();

        var copies = await Task.WhenAll(texts.Select(t => Task.Run(() => CopyAsync(t))));

        for (var i = 0; i < texts.Count; i++)
            copies[i].AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(texts[i].Replace(Token, "[redacted]", StringComparison.Ordinal))).ShouldBeTrue($"{i}");
    }

    /// <summary>What is in memory is what was read and is not yet written.</summary>
    [Fact]
    public async Task Reading_is_never_far_ahead_of_writing()
    {
        using var from = new Repeated("2026-11-20T12:00:00.0000000Z 12:00:01 INFO order is on its way\n", 100 << 20);
        using var to = new Behind(from);

        await CopyAsync(from, to);

        to.Written.ShouldBe(100 << 20);
        to.Furthest.ShouldBeLessThan(8 << 20);
    }

    private static async Task<byte[]> CopyAsync(string text)
    {
        using var to = new MemoryStream();
        await CopyAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), to);
        return to.ToArray();
    }

    private static Task<long> CopyAsync(Stream from, Stream to) =>
        new RedactedCopy(new ConfiguredSecrets([])).CopyAsync(from, to, long.MaxValue, TestContext.Current.CancellationToken);

    /// <summary>A line, over and over.</summary>
    private sealed class Repeated(string line, long length) : ForwardStream
    {
        private readonly byte[] _line = Encoding.UTF8.GetBytes(line);

        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var some = (int)Math.Min(buffer.Length, length - Given);
            for (var i = 0; i < some; i++)
                buffer[i] = _line[(Given + i) % _line.Length];
            Given += some;
            return some;
        }
    }

    /// <summary>Notes how much more was read than is written.</summary>
    private sealed class Behind(Repeated from) : MemoryStream
    {
        public long Written { get; private set; }

        public long Furthest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Furthest = Math.Max(Furthest, from.Given - Written);
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
