using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Whybot.Bot.Tests.Workflows;

/// <summary>A GitHub server with one repository, acme/whybot, and the files of one release, over real HTTP.</summary>
internal sealed class PlayedRelease : IAsyncDisposable
{
    public const string Commit = "4f1c0de0000000000000000000000000000000aa";

    private readonly WebApplication _app;

    private PlayedRelease(string version)
    {
        Version = version;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Version { get; }

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The release's files by name. Without any, there is no release.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Branches and tags by their full name, as git lists them.</summary>
    public Dictionary<string, string> Refs { get; } = new(StringComparer.Ordinal) { ["refs/heads/main"] = Commit };

    /// <summary>What was asked for of the release.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>How many of the next downloads of an archive break off in the middle.</summary>
    public int BreakingOff { get; set; }

    /// <summary>A release whose program prints its platform.</summary>
    public static async Task<PlayedRelease> StartAsync(string version)
    {
        var release = new PlayedRelease(version);
        foreach (var platform in new[] { "linux-x64", "linux-arm64", "osx-arm64" })
            release.Pack(platform, $"echo {platform}");
        release.Files["COMMIT"] = Encoding.ASCII.GetBytes(Commit + "\n");
        release.Sum();
        await release._app.StartAsync();
        return release;
    }

    /// <summary>For Linux they are compressed by gzip too, since .NET has no other: the step has a zstd that is gzip.</summary>
    public string Archive(string platform) =>
        $"whybot-{Version}-{platform}.tar.{(platform.StartsWith("linux", StringComparison.Ordinal) ? "zst" : "gz")}";

    /// <summary>Packs a shell script as the program of a platform. <see cref="Sum"/> sums it.</summary>
    public void Pack(string platform, string program) =>
        Files[Archive(platform)] = Packed($"whybot-{Version}-{platform}/whybot", $"#!/bin/sh\n{program}\n");

    /// <summary>Writes the sums of the files as they are now.</summary>
    public void Sum() => Files["SHA256SUMS"] = Encoding.ASCII.GetBytes(string.Concat(Files.Where(f => f.Key != "SHA256SUMS")
        .Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static byte[] Packed(string name, string text)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(new GZipStream(packed, CompressionLevel.Fastest)))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                Mode = (UnixFileMode)0b111_101_101,
                DataStream = new MemoryStream(Encoding.ASCII.GetBytes(text)),
            });
        return packed.ToArray();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var file = Path.GetFileName(path);
        if (path.EndsWith("/acme/whybot/info/refs", StringComparison.Ordinal))
            await context.Response.WriteAsync(string.Concat(Refs.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Value}\t{r.Key}\n")));
        else if (path != $"/acme/whybot/releases/download/v{Version}/{file}" || !Files.TryGetValue(file, out var content))
            context.Response.StatusCode = 404;
        else
            await SendAsync(context, file, content);
    }

    private async Task SendAsync(HttpContext context, string file, byte[] content)
    {
        Asked.Add(file);
        context.Response.ContentLength = content.Length;
        if (!file.StartsWith("whybot-", StringComparison.Ordinal) || BreakingOff-- <= 0)
        {
            await context.Response.Body.WriteAsync(content);
            return;
        }
        await context.Response.Body.WriteAsync(content.AsMemory(0, content.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
