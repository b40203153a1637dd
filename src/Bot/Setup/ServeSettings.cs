using Whybot.Dashboard;
using Whybot.GitHub;
using Whybot.Pipeline;
using Whybot.Probes;
using Whybot.Publishing;
using Whybot.Queue;
using Whybot.Suites;

namespace Whybot.Setup;

/// <summary>
/// Settings of the service: section <c>Whybot</c> of <c>appsettings.json</c>, overridden by environment variables
/// (<c>Whybot__Webhook__Secrets__0</c>).
/// </summary>
internal sealed class ServeSettings
{
    public const string Section = "Whybot";
    public const string DefaultUrl = "http://127.0.0.1:8380";
    public const string DefaultStore = "whybot.db";

    /// <summary>Where it listens.</summary>
    public string Url { get; init; } = DefaultUrl;

    public StoreSettings Store { get; init; } = new();
    public WebhookSettings Webhook { get; init; } = new();
    public GitHubSettings GitHub { get; init; } = new();
    public QueueSettings Queue { get; init; } = new();
    public EvidenceSettings Evidence { get; init; } = new();
    public PublishingSettings Publishing { get; init; } = new();
    public ProbePolicy Probes { get; init; } = new();
    public SuitePolicy Suites { get; init; } = new();
    public DashboardSettings Dashboard { get; init; } = new();
    public TelemetrySettings Telemetry { get; init; } = new();

    internal sealed class StoreSettings
    {
        /// <summary>The SQLite file; made when it does not exist.</summary>
        public string File { get; init; } = DefaultStore;

        /// <summary>A PostgreSQL connection string; instead of the file when it is set.</summary>
        public string? Postgres { get; init; }
    }

    internal sealed class WebhookSettings
    {
        /// <summary>Needed; more than one only while a secret is rotated.</summary>
        public IReadOnlyList<string> Secrets { get; init; } = [];
    }

    internal sealed class TelemetrySettings
    {
        /// <summary>An OpenTelemetry collector (OTLP over gRPC), for example <c>http://localhost:4317</c>; null for none.</summary>
        public string? Endpoint { get; init; }
    }

    /// <summary>All that is wrong, each with what to do; empty when the service can start.</summary>
    public IEnumerable<string> Problems() => [.. WebhookProblems(), .. CommonProblems()];

    /// <summary>What is wrong for any use, also without webhooks.</summary>
    public IEnumerable<string> CommonProblems()
    {
        if (string.IsNullOrWhiteSpace(Store.File) && string.IsNullOrWhiteSpace(Store.Postgres))
            yield return $"Whybot:Store:File: a file is needed, for example {DefaultStore}; or a connection string in Whybot:Store:Postgres";
        if (string.IsNullOrWhiteSpace(Evidence.Folder))
            yield return $"Whybot:Evidence:Folder: a folder is needed, for example {Runs.RunFolders.EvidenceRoot.Own}";
        if (Queue.Workers is < 1 or > 64)
            yield return $"Whybot:Queue:Workers: {Queue.Workers} is not between 1 and 64";
        if (Queue.Lease < TimeSpan.FromSeconds(1))
            yield return $"Whybot:Queue:Lease: {Queue.Lease} is too short; write for example 00:01:00";
        foreach (var problem in GitHub.Problems().Concat(Probes.Problems()).Concat(Suites.Problems()))
            yield return problem;
    }

    private IEnumerable<string> WebhookProblems()
    {
        if (Webhook.Secrets.Count == 0 || Webhook.Secrets.Any(string.IsNullOrWhiteSpace))
            yield return "Whybot:Webhook:Secrets: a secret is needed, or anybody could send events; set the environment variable Whybot__Webhook__Secrets__0 to the secret of the GitHub App's webhook";
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"Whybot:Url: '{Url}' is not a URL; write for example {DefaultUrl}";
        foreach (var problem in Dashboard.Problems(Url))
            yield return problem;
    }
}
