using System.IO.Pipelines;
using System.Text;
using Shouldly;
using Whybot.Intake.Webhooks.Receiving;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Intake.Webhooks;

/// <summary>The memory of bodies is what has arrived of them, and all of them together have a bound.</summary>
public sealed class InboundBodiesTests : IDisposable
{
    private static readonly WebhookSignature Signature = new(["a secret"]);
    private readonly InboundBodies _bodies = new(TimeProvider.System);

    public void Dispose() => _bodies.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private (InboundBody Body, PipeWriter Sender) Begin(string signature = "sha256=0000000000000000000000000000000000000000000000000000000000000000")
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        return (_bodies.Begin(pipe.Reader, Signature.Begin(signature)!), pipe.Writer);
    }

    /// <summary>As the guard does: a body that ended, however, gives back what it held.</summary>
    private static async Task<Receipt> LeaveAsync(InboundBody body)
    {
        using (body)
            return await body.ReceiveAsync(Cancel);
    }

    [Fact]
    public async Task A_body_is_verified_while_it_arrives_and_given_back_whole()
    {
        var sent = Encoding.UTF8.GetBytes(new string('x', 300_000));
        var (body, sender) = Begin(WebhookSignatures.Of(sent, "a secret"));
        var receipt = body.ReceiveAsync(Cancel);

        foreach (var piece in sent.Chunk(7_001))
        {
            await sender.WriteAsync(piece, Cancel);
            await sender.FlushAsync(Cancel);
        }
        await sender.CompleteAsync();

        (await receipt).ShouldBe(Receipt.Whole);
        body.IsSigned().ShouldBeTrue();
        body.ToArray().ShouldBe(sent);
        body.Dispose();
        _bodies.Held.ShouldBe(0);
    }

    [Fact]
    public async Task It_holds_what_has_arrived()
    {
        var (body, sender) = Begin();
        var receipt = body.ReceiveAsync(Cancel);

        _bodies.Held.ShouldBe(0);
        await sender.WriteAsync("x"u8.ToArray(), Cancel);
        await Wait.UntilAsync(() => body.Length == 1);
        _bodies.Held.ShouldBeLessThan(5000);
        await sender.CompleteAsync();

        (await receipt).ShouldBe(Receipt.Whole);
        body.IsSigned().ShouldBeFalse();
        body.Dispose();
        _bodies.Held.ShouldBe(0);
    }

    [Fact]
    public async Task When_there_is_no_room_whoever_is_slow_makes_some()
    {
        var megabyte = new byte[1024 * 1024];
        var slow = Enumerable.Range(0, 60).Select(_ => Begin()).ToList();
        var receipts = slow.Select(s => LeaveAsync(s.Body)).ToList();
        foreach (var (_, sender) in slow)
            await sender.WriteAsync(megabyte, Cancel);

        _bodies.Held.ShouldBeLessThanOrEqualTo(InboundBodies.Most);
        var (body, quick) = Begin();
        var receipt = LeaveAsync(body);
        await quick.WriteAsync(megabyte, Cancel);
        await quick.CompleteAsync();

        (await receipt).ShouldBe(Receipt.Whole, "a second later the others are slow");
        receipts.ShouldContain(r => r.IsCompletedSuccessfully && r.Result == Receipt.Dropped);
        foreach (var (_, sender) in slow)
            await sender.CompleteAsync();
        await Task.WhenAll(receipts);
        _bodies.Held.ShouldBe(0);
    }
}
