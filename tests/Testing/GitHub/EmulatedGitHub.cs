using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub;

/// <summary>
/// A GitHub that this project did not make: the npm package <c>emulate</c>, which <c>scripts/peer</c> fetches. It keeps a state; it has no deployments, no
/// statuses and no logs of jobs.
/// </summary>
public sealed class EmulatedGitHub : IAsyncDisposable
{
    public const long AppId = 4712;
    public const long InstallationId = 98;

    /// <summary>The repository that it begins with: one commit, on <c>main</c>.</summary>
    public const string Repository = "team/shop";

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private readonly HttpClient _http = new();
    private readonly StringBuilder _output = new();

    private EmulatedGitHub(Process process, TemporaryFolder folder, Uri url, string key)
    {
        (_process, _folder, Url, PrivateKey) = (process, folder, url, key);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All it has printed.</summary>
    private string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public Uri Url { get; }

    /// <summary>The App's.</summary>
    public string PrivateKey { get; }

    public static async Task<EmulatedGitHub> StartAsync()
    {
        using var rsa = RSA.Create(2048);
        var key = rsa.ExportRSAPrivateKeyPem();
        var folder = new TemporaryFolder();
        var seed = Path.Combine(folder.Path, "seed.json");
        await File.WriteAllTextAsync(seed, Seed(key).ToJsonString());
        var port = Ports.Free();
        var program = Path.Combine(Testing.Repository.Root, ".cache", "peer", "node_modules", "emulate", "dist", "index.js");
        if (!File.Exists(program))
            throw new InvalidOperationException($"{program} is not there: run scripts/peer");
        var process = Process.Start(new ProcessStartInfo("node", [program, "start", "--service", "github", "--port", $"{port}", "--seed", seed])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        })!;
        var github = new EmulatedGitHub(process, folder, new Uri($"http://127.0.0.1:{port}/"), key);
        await Wait.UntilAsync(() => process.HasExited ? throw new InvalidOperationException(github.Output) : Ports.Listens(port), () => github.Output);
        return github;
    }

    /// <summary>What the tokens of installations that were given out may do, as the emulator tells it.</summary>
    public async Task<JsonArray> TokensAsync() =>
        JsonNode.Parse(await _http.GetStringAsync(new Uri(Url, "_emulate/installation-tokens")))!["installation_tokens"]!.AsArray();

    private static JsonObject Seed(string key) => new()
    {
        ["github"] = new JsonObject
        {
            ["users"] = new JsonArray(new JsonObject { ["login"] = "ann", ["name"] = "Ann", ["email"] = "ann@example.com" }),
            ["orgs"] = new JsonArray(new JsonObject { ["login"] = "team", ["name"] = "Team" }),
            ["repos"] = new JsonArray(new JsonObject { ["owner"] = "team", ["name"] = "shop", ["auto_init"] = true }),
            ["apps"] = new JsonArray(new JsonObject
            {
                ["app_id"] = AppId,
                ["slug"] = FakeApps.Slug,
                ["name"] = "Whybot",
                ["private_key"] = key,
                ["permissions"] = JsonSerializer.SerializeToNode(new Dictionary<string, string>
                {
                    ["metadata"] = "read",
                    ["checks"] = "write",
                    ["contents"] = "write",
                    ["issues"] = "write",
                    ["pull_requests"] = "write",
                    ["actions"] = "write",
                    ["administration"] = "write",
                }),
                ["installations"] = new JsonArray(new JsonObject
                {
                    ["installation_id"] = InstallationId,
                    ["account"] = "team",
                    ["repository_selection"] = "all"
                }),
            }),
        },
    };

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }
}
