using System.Diagnostics;
using System.Net;
using System.Text;
using Whybot.Testing.GitHub;

namespace Whybot.Testing;

/// <summary>The real service over real HTTP, with a store and folders of its own. How it runs is up to the derived class.</summary>
public abstract class TestedService : IAsyncDisposable
{
    public const string Secret = "a secret of the tests";

    /// <summary>How long a wait for its next words lasts at most: what it does without a word is seen then.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, string> _settings;
    private readonly string _folder;

    /// <param name="folder">Where its store and its runs' folders lie.</param>
    /// <param name="github">The GitHub it talks to; null where it talks to none.</param>
    /// <param name="postgres">Connection string; null for SQLite.</param>
    protected TestedService(string folder, FakeGitHub? github = null, string? postgres = null)
    {
        _folder = folder;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Ports.Free()}") };
        _settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Whybot__Url"] = Http.BaseAddress.ToString(),
            ["Whybot__Dashboard__Url"] = Pages.ToString(),
            ["Whybot__Store__File"] = Store,
            ["Whybot__Evidence__Folder"] = Path.Combine(folder, "runs"),
            ["Whybot__Webhook__Secrets__0"] = Secret,
            ["Whybot__GitHub__ApiUrl"] = github?.Url.ToString() ?? "http://127.0.0.1:9",
            ["Whybot__GitHub__WriteSpacing"] = "00:00:00",
            ["Whybot__Queue__Settle"] = "00:00:00.100",
            ["Whybot__Queue__Lease"] = "00:00:02",
            ["Whybot__Queue__FirstBackoff"] = "00:00:00.050",
            ["Serilog__MinimumLevel__Default"] = "Information",
        };
        if (github is not null)
        {
            _settings["Whybot__GitHub__AppId"] = $"{FakeApps.AppId}";
            _settings["Whybot__GitHub__PrivateKey"] = github.Apps.PrivateKey;
        }
        else
            _settings["Whybot__GitHub__Token"] = "a token that is not used";
        if (postgres is not null)
            _settings["Whybot__Store__Postgres"] = postgres;
    }

    public HttpClient Http { get; }

    /// <summary>Where its pages are.</summary>
    public Uri Pages { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    public string Store => Path.Combine(_folder, "whybot.db");

    /// <summary>All it has printed.</summary>
    public string Output => Text.ToString();

    /// <summary>The program's DLL; today's as it is, an earlier one where a test or a tool says so.</summary>
    public string Program { get; init; } = ProgramUnderTest.Path;

    /// <summary>What it prints.</summary>
    protected GrowingText Text { get; } = new();

    /// <summary>As environment variables have them.</summary>
    protected IReadOnlyDictionary<string, string> Settings => _settings;

    public virtual TestedService With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public abstract Task StartAsync();

    /// <summary>Waits until it says something, but not for long.</summary>
    public Task SaysAsync(CancellationToken cancel) => Text.GrowsAsync(Pause, cancel);

    public Task<HttpStatusCode> PostAsync(string @event, string guid, string body, string? signature = null, string target = "4711") =>
        PostAsync(@event, guid, Encoding.UTF8.GetBytes(body), signature, target);

    public async Task<HttpStatusCode> PostAsync(string @event, string guid, byte[] body, string? signature = null, string target = "4711")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/github") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-GitHub-Event", @event);
        request.Headers.TryAddWithoutValidation("X-GitHub-Delivery", guid);
        request.Headers.TryAddWithoutValidation("X-GitHub-Hook-Installation-Target-ID", target);
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature ?? Sign(body));
        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Nothing waits and nothing is under way.</summary>
    public async Task<bool> IsIdleAsync()
    {
        var ready = await Http.GetStringAsync("/ready");
        return ready.Contains("\"pending\":0", StringComparison.Ordinal) && ready.Contains("\"jobs\":0", StringComparison.Ordinal);
    }

    /// <summary>Runs another command of the program with the service's settings.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> CommandAsync(params string[] arguments)
    {
        var (_, output, errors) = await EndedAsync(arguments);
        return output.Length > 0 ? output : errors;
    }

    /// <summary>Runs a command with the service's settings to its end; one that does not end within a minute is killed.</summary>
    public async Task<(int Code, string Output, string Errors)> EndedAsync(params string[] arguments)
    {
        using var process = Process.Start(Start(arguments))!;
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var killing = late.Token.Register(process.Kill);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    public static string Sign(byte[] body, string secret = Secret) => WebhookSignatures.Of(body, secret);

    public virtual ValueTask DisposeAsync()
    {
        Http.Dispose();
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>A command of the program with the service's settings, in its folder.</summary>
    protected ProcessStartInfo Start(params string[] arguments)
    {
        var start = ProgramUnderTest.Start(_folder, arguments, Program);
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;
        return start;
    }

    protected void Remove(string beginning)
    {
        foreach (var setting in _settings.Keys.Where(k => k.StartsWith(beginning, StringComparison.Ordinal)).ToList())
            _settings.Remove(setting);
    }
}
