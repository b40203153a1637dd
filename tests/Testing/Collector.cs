using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Whybot.Testing;

/// <summary>
/// An OpenTelemetry collector that keeps what it gets: OTLP over gRPC without TLS (opentelemetry.io/docs/specs/otlp). Names and addresses are plain text in its
/// messages, so they can be searched without a parser.
/// </summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Message)> _got = new();

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.Urls.Add($"http://127.0.0.1:{Ports.Free()}");
        _app.Run(TakeAsync);
    }

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    public string Url => _app.Urls.Single();

    public string Metrics => All("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export");
    public string Traces => All("/opentelemetry.proto.collector.trace.v1.TraceService/Export");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string All(string path) => string.Concat(_got.Where(g => g.Path == path).Select(g => g.Message));

    private async Task TakeAsync(HttpContext context)
    {
        using var message = new MemoryStream();
        await context.Request.Body.CopyToAsync(message);
        _got.Enqueue((context.Request.Path, Encoding.UTF8.GetString(message.ToArray())));
        context.Response.ContentType = "application/grpc";
        // An empty message, uncompressed.
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
