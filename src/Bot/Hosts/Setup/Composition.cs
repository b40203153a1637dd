using Microsoft.Extensions.Options;
using Whybot.Features.Commands;
using Whybot.Features.Dashboard;
using Whybot.Features.Deployments;
using Whybot.Features.Deployments.Probes;
using Whybot.Features.Deployments.Suites;
using Whybot.Features.Explaining;
using Whybot.Features.IssueLifecycle;
using Whybot.Features.Recovery;
using Whybot.Features.Rules;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Masking;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Foundation.WriteLimits;
using Whybot.Hosts.Settings;
using Whybot.Intake.Actions;
using Whybot.Intake.Webhooks;
using Whybot.Intake.Webhooks.Events;
using Whybot.Intake.Webhooks.Receiving;
using Whybot.Memory.Causes;
using Whybot.Memory.Deliveries;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Rules;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Hosts.Setup;

/// <summary>Registers the parts of the bot, group by group; the service and the one-shot commands share them.</summary>
internal static class Composition
{
    /// <summary>
    /// Everything except what only the service needs. The settings are checked by <see cref="Microsoft.Extensions.Options.IStartupValidator"/>.
    /// </summary>
    public static IServiceCollection AddBot(this IServiceCollection services, SettingsSource settings) =>
        services.AddSections(settings, SettingsSections.Common).AddFoundation().AddStorage().AddGitHub().AddPipeline().AddDeployments().AddCommands()
            .AddPublishing();

    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public static IDatabase Open(StoreSettings settings) =>
        settings.Postgres is { Length: > 0 } connection ? new PostgresDatabase(connection) : new SqliteDatabase(settings.File);

    /// <summary>Registers each section as options, and as the object they contain.</summary>
    public static IServiceCollection AddSections(this IServiceCollection services, SettingsSource settings, IEnumerable<SettingsSection> sections)
    {
        foreach (var section in sections)
            section.AddTo(services, settings);
        return services;
    }

    private static IServiceCollection AddFoundation(this IServiceCollection services) =>
        services.AddSingleton(TimeProvider.System).AddSingleton<WhybotMetrics>()
            .AddSingleton(s => Secrets(s.GetRequiredService<IOptionsMonitor<WebhookSettings>>().CurrentValue,
            s.GetRequiredService<IOptionsMonitor<DashboardSettings>>().CurrentValue, s.GetRequiredService<GitHubSettings>(),
                s.GetRequiredService<StoreSettings>(), s.GetRequiredService<SuitePolicy>()));

    private static ConfiguredSecrets Secrets(WebhookSettings webhook, DashboardSettings dashboard, GitHubSettings github, StoreSettings store, SuitePolicy suites) =>
        new([.. webhook.Secrets, github.Token, github.Key(), store.Postgres, dashboard.Secret, .. suites.Secrets()]);

    private static IServiceCollection AddStorage(this IServiceCollection services)
    {
        return services.AddSingleton(s => Open(s.GetRequiredService<StoreSettings>())).AddSingleton<DeliveryStore>().AddSingleton<Repositories>()
            .AddSingleton<IRepositoryNames>(s => s.GetRequiredService<Repositories>()).AddSingleton<RunStore>().AddSingleton<DeploymentRuns>()
            .AddSingleton<SuiteRuns>()
            .AddSingleton<EffectStore>().AddSingleton<Ledger>().AddSingleton<CauseExplanations>().AddSingleton<IssueCare>().AddSingleton<Reruns>()
            .AddSingleton<StrangerComments>().AddSingleton<RuleStore>().AddSingleton<RuleRecords>().AddSingleton<ContradictionStore>()
            .AddSingleton<ReportStore>().AddSingleton<FlakeCosts>().AddSingleton<UnknownEnvironments>().AddSingleton<ForgottenRepositories>()
            .AddSingleton<Rulings>().AddSingleton<WriteSlots>();
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services) =>
        services.AddSingleton<JobQueue>().AddSingleton<Backoff>().AddSingleton<WorkSignals>().AddSingleton<EventReaders>().AddSingleton<IntentExecutor>()
            .AddSingleton<RepositoryIntentExecutor>().AddSingleton<DeliveryRouter>().AddSingleton<JobWorker>().AddSingleton<OneShot>()
            .AddSingleton<OriginReader>().AddSingleton<OldOrigins>().AddSingleton<AnswerFetcher>().AddSingleton<IssueFetcher>().AddSingleton<LedgerFolder>()
            .AddSingleton(s => ActivatorUtilities.CreateInstance<EvidenceFolders>(s, s.GetRequiredService<EvidenceSettings>().Folder))
            .AddSingleton(ProgramVocabulary.Settings).AddSingleton<RunFetcher>().AddSingleton<AnalysisProcess>().AddSingleton<IJobHandler, ExplainHandler>()
            .AddSingleton<RuleFolder>().AddSingleton<IJobHandler, RuleHandler>().AddSingleton<TrackedIssues>().AddSingleton<FixFinder>().AddSingleton<Duplicates>()
            .AddSingleton<IJobHandler, IssueLifecycleHandler>().AddSingleton<DigestReader>().AddSingleton<IJobHandler, DigestHandler>()
            .AddSingleton<IJobHandler, SweepDigests>().AddSingleton<IJobHandler, SweepRuns>().AddSingleton<IJobHandler, SweepDeliveries>();

    private static IServiceCollection AddDeployments(this IServiceCollection services) =>
        services.AddSingleton<Prober>().AddSingleton<DeploymentFolder>().AddSingleton<ReadinessStep>().AddSingleton<SuitesStep>().AddSingleton<ConcludeStep>()
            .AddSingleton<SupersedeStep>().AddSingleton<DeploymentStanding>().AddSingleton<SuiteStart>().AddSingleton<WorkflowWatch>().AddSingleton<LiveCheck>()
            .AddSingleton<FollowUpWorkflows>().AddSingleton<AfterRun>()
            .AddSingleton<WorkflowSuites>().AddSingleton<IJobHandler, DeployHandler>().AddSingleton<IJobHandler, LocalSuiteHandler>();

    private static IServiceCollection AddCommands(this IServiceCollection services) =>
        services.AddSingleton<PersonRoles>().AddSingleton<Strangers>().AddSingleton<Comments>().AddSingleton<ThreadCauses>().AddSingleton<ThreadRuns>()
            .AddSingleton<RulingWriter>().AddSlashCommands().AddSingleton<IJobHandler, CommandHandler>();

    private static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services.AddSingleton<Texts>().AddEffects().AddSingleton<Outbox>().AddSingleton<IJobHandler, PublishHandler>();
}
