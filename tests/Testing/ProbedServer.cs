using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Whybot.Testing;

/// <summary>A real service that can be looked at: HTTP, WebSockets and, with a certificate, TLS.</summary>
public sealed class ProbedServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProbedServer(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l =>
        {
            if (certificate is not null)
                l.UseHttps(certificate);
        }));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(AnswerAsync);
    }

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <summary>What a GET is answered; the path is given.</summary>
    public Func<string, (int Status, string Body)> Answer { get; set; } = _ => (200, "ok");

    /// <summary>Headers of every answer.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public TimeSpan Delay { get; set; }

    /// <summary>The subprotocol that is chosen; null for none.</summary>
    public string? Subprotocol { get; set; }

    /// <summary>What is sent first; then the socket is closed.</summary>
    public IReadOnlyList<string> Messages { get; set; } = [];

    public static async Task<ProbedServer> StartAsync(X509Certificate2? certificate = null)
    {
        var server = new ProbedServer(certificate);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>An authority of the tests' own, and its certificate as PEM.</summary>
    public static (X509Certificate2 Authority, string Pem) NewAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
        return (authority, authority.ExportCertificatePem());
    }

    public static X509Certificate2 Certificate(X509Certificate2 authority, string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.Create(authority, from, to, RandomNumberGenerator.GetBytes(8));
        using var whole = made.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        await Task.Delay(Delay, context.RequestAborted);
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            var (status, body) = Answer(context.Request.Path.Value!);
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Subprotocol);
        foreach (var message in Messages)
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, context.RequestAborted);
        await socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "no agent", context.RequestAborted);
    }
}
