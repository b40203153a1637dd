using Whybot.Features.Dashboard;
using Whybot.Features.Deployments.Probes;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Intake.Webhooks.Receiving;
using Whybot.Publishing;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Hosts.Settings;

/// <summary>All sections. A new one needs a line here, and each of its keys a line in <c>docs/configuration.md</c>.</summary>
internal static class SettingsSections
{
    public static readonly SettingsSection<ListenSettings> Listen = new("", (s, _) => s.Problems());
    public static readonly SettingsSection<WebhookSettings> Webhook = new("Webhook", (s, _) => s.Problems());
    public static readonly SettingsSection<StoreSettings> Store = new("Store", (s, _) => s.Problems());
    public static readonly SettingsSection<EvidenceSettings> Evidence = new("Evidence", (s, _) => s.Problems());
    public static readonly SettingsSection<QueueSettings> Queue = new("Queue", (s, _) => s.Problems());
    public static readonly SettingsSection<GitHubSettings> GitHub = new("GitHub", (s, _) => s.Problems());
    public static readonly SettingsSection<PublishingSettings> Publishing = new("Publishing", (_, _) => []);
    public static readonly SettingsSection<ProbePolicy> Probes = new("Probes", (s, _) => s.Problems());
    public static readonly SettingsSection<SuitePolicy> Suites = new("Suites", (s, _) => s.Problems());
    public static readonly SettingsSection<DashboardSettings> Dashboard = new("Dashboard", (s, all) => s.Problems(Listen.Read(all).Url));
    public static readonly SettingsSection<TelemetrySettings> Telemetry = new("Telemetry", (s, _) => s.Problems());

    /// <summary>What every use needs, even one without webhooks.</summary>
    public static readonly IReadOnlyList<SettingsSection> Common = [Store, Evidence, Queue, GitHub, Publishing, Probes, Suites];

    /// <summary>What only the service needs.</summary>
    public static readonly IReadOnlyList<SettingsSection> OfService = [Listen, Webhook, Dashboard, Telemetry];

    public static readonly IReadOnlyList<SettingsSection> All = [.. OfService, .. Common];
}
