using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Shop.Suites;

/// <summary>The shop as its clients see it, at <c>SHOP_URL</c>.</summary>
internal sealed class Client : IDisposable
{
    private static readonly Uri Url = new(Environment.GetEnvironmentVariable("SHOP_URL") ?? "http://127.0.0.1:8001");
    private readonly HttpClient _http = new() { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(5) };

    public async Task<JsonNode> GetAsync(string path) => await ReadAsync("GET", path, await _http.GetAsync(path, TestContext.Current.CancellationToken));

    public async Task<string> PlaceAsync(int amount) =>
        (await ReadAsync("POST", "/orders", await _http.PostAsync($"/orders?amount={amount}", null, TestContext.Current.CancellationToken)))["id"]!.ToString();

    /// <summary>All that is said of an order, up to <c>done</c>.</summary>
    public static async Task<IReadOnlyList<string>> WatchAsync(string order)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("events.v1");
        await socket.ConnectAsync(new Uri($"ws://{Url.Authority}/events"), limit.Token);
        var said = new List<string> { await ReceiveAsync(socket, limit.Token) };
        await socket.SendAsync(Encoding.UTF8.GetBytes(order), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        while (said[^1] != "done")
            said.Add(await ReceiveAsync(socket, limit.Token));
        return said;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> ReceiveAsync(ClientWebSocket socket, CancellationToken cancel)
    {
        var buffer = new byte[256];
        var received = await socket.ReceiveAsync(buffer, cancel);
        return received.MessageType == WebSocketMessageType.Text ? Encoding.UTF8.GetString(buffer, 0, received.Count)
            : throw new WebSocketException($"connection closed before the last event: code {(int)socket.CloseStatus!}, {socket.CloseStatusDescription}");
    }

    private static async Task<JsonNode> ReadAsync(string method, string path, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(body)!
            : throw new HttpRequestException($"{method} {path} answered {(int)answer.StatusCode}: {body}");
    }
}
