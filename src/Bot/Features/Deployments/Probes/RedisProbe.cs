using System.Text;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>redis</c>: PING. A server that asks for a password first is up.</summary>
internal sealed class RedisProbe(GuardedDialer dialer) : IProbe
{
    public static readonly ProbeSpec Spec = new("redis", OfUrl: false);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (host, port) = target.Endpoint(6379);
        await using var connection = await dialer.ConnectAsync(host, port, cancel);
        await connection.WriteAsync("PING\r\n"u8.ToArray(), cancel);
        var answer = new byte[512];
        var length = await connection.ReadAsync(answer, cancel);
        var text = Answers.Shown(Encoding.ASCII.GetString(answer, 0, length), "the connection was closed without an answer");
        return new ProbeResult(text.StartsWith("+PONG", StringComparison.Ordinal) || text.StartsWith("-NOAUTH", StringComparison.Ordinal), null, text);
    }
}
