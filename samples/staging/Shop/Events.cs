using System.Net.WebSockets;
using System.Text;

namespace Shop;

/// <summary>Tells over a WebSocket what becomes of an order: <c>connected</c>, and for each order's id <c>accepted</c>, <c>priced</c>, <c>done</c>.</summary>
internal sealed class Events(Orders orders, Breakage broken, ShopLog log)
{
    public const string Subprotocol = "events.v1";

    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Subprotocol);
        await SayAsync(socket, "connected");
        var buffer = new byte[256];
        while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } asked)
        {
            var order = await orders.FindAsync(Encoding.UTF8.GetString(buffer, 0, asked.Count));
            await SayAsync(socket, "accepted");
            if (broken.ClosesEarly)
            {
                log.Error("events", "socket closed with code 1011 before the order was done");
                await socket.CloseAsync(WebSocketCloseStatus.InternalServerError, "events ended early", CancellationToken.None);
                return;
            }
            await SayAsync(socket, $"priced {order?["total"] ?? order?["sum"]}");
            await SayAsync(socket, "done");
        }
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private static Task SayAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
