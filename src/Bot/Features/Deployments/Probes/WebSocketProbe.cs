using System.Net.WebSockets;
using System.Text;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>websocket</c>: the handshake, the subprotocol chosen from those offered, and the first messages.</summary>
internal sealed class WebSocketProbe(GuardedDialer dialer, ProbePolicy policy, TimeProvider time) : IProbe
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Those to offer; one of them must be chosen.</summary>
    public static readonly ProbeOption<IReadOnlyList<string>> Subprotocols = ProbeOption.List("subprotocols");

    /// <summary>Texts that the first messages must contain, in this order.</summary>
    public static readonly ProbeOption<IReadOnlyList<string>> Messages = ProbeOption.List("messages");
    public static readonly ProbeSpec Spec = new("websocket", OfUrl: true, Subprotocols, Messages);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var address = target.Address(target.Url?.Scheme is "https" or "wss" ? "wss" : "ws");
        var certificates = new CertificateCheck(policy, time);
        using var socket = new ClientWebSocket();
        var (subprotocols, messages) = (target.Probe.Get(Subprotocols), target.Probe.Get(Messages));
        foreach (var offered in subprotocols)
            socket.Options.AddSubProtocol(offered);
        using var invoker = new HttpMessageInvoker(dialer.Handler(certificates, address.Host));
        try
        {
            await socket.ConnectAsync(address, invoker, cancel);
        }
        catch (WebSocketException failure)
        {
            var status = (int)socket.HttpStatusCode;
            throw new ProbeException(certificates.Problem ?? $"the handshake failed: {HttpLook.Why(failure)}{(status > 0 ? $" (HTTP {status})" : "")}",
                failure)
            { NotAllowed = HttpLook.Said(failure)?.NotAllowed == true };
        }
        if (subprotocols.Count > 0 && string.IsNullOrEmpty(socket.SubProtocol))
            return new ProbeResult(false, null, $"no subprotocol was chosen of {string.Join(", ", subprotocols)}");
        var chosen = socket.SubProtocol is { Length: > 0 } protocol ? $", subprotocol {protocol}" : "";
        foreach (var expected in messages)
            if (await MessageAsync(socket, expected, cancel) is { } problem)
                return new ProbeResult(false, null, problem);
        return new ProbeResult(true, null, $"handshake done{chosen}{(messages.Count > 0 ? $", {messages.Count} messages as expected" : "")}");
    }

    /// <returns>What is wrong with the next message; null if it contains the text.</returns>
    private static async Task<string?> MessageAsync(ClientWebSocket socket, string expected, CancellationToken cancel)
    {
        var buffer = new byte[MostBytes];
        var length = 0;
        try
        {
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), cancel);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < buffer.Length);
            if (part.MessageType == WebSocketMessageType.Close)
                return $"closed early ({(int?)socket.CloseStatus} {Answers.Shown(socket.CloseStatusDescription ?? "", "no reason")}) before the message "
                    + $"'{expected}'";
        }
        catch (WebSocketException failure)
        {
            return $"the connection broke before the message '{expected}': {failure.Message}";
        }
        catch (OperationCanceledException)
        {
            return $"the message '{expected}' did not come in time";
        }
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        return text.Contains(expected, StringComparison.Ordinal) ? null
            : $"the message '{expected}' was expected, and this came: {Answers.Shown(text, "an empty one")}";
    }
}
