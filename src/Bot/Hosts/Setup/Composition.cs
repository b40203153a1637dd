using Microsoft.Extensions.Options;
using Whybot.Features.Commands;
using Whybot.Features.Dashboard;
using Whybot.Features.Deployments;
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
using Whybot.Intake.Webhooks;
using Whybot.Intake.Webhooks.Receiving;
using Whybot.Memory;
using Whybot.Publishing;
using Whybot.Runs;
using Whybot.Runs.Suites;

namespace Whybot.Hosts.Setup;

/// <summary>Puts the bot together; the service and the one-shot commands share it. Each folder registers its own parts.</summary>
internal static class Composition
{
    /// <summary>
    /// Everything except what only the service needs. The settings are checked by <see cref="IStartupValidator"/>.
    /// </summary>
    public static IServiceCollection AddBot(this IServiceCollection services, SettingsSource settings) => services
        .AddSections(settings, SettingsSections.Common)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<WhybotMetrics>()
        .AddSingleton(Secrets)
        .AddSingleton(ProgramVocabulary.Settings)
        .AddStorage()
        .AddQueue()
        .AddSingleton<WriteSlots>()
        .AddGitHub()
        .AddTrust()
        .AddMemory()
        .AddRuns()
        .AddPublishing()
        .AddExplaining()
        .AddDeployments()
        .AddCommands()
        .AddRules()
        .AddIssueLifecycle()
        .AddRecovery()
        .AddIntake();

    /// <summary>Registers each section as options, and as the object they contain.</summary>
    public static IServiceCollection AddSections(this IServiceCollection services, SettingsSource settings, IEnumerable<SettingsSection> sections)
    {
        foreach (var section in sections)
            section.AddTo(services, settings);
        return services;
    }

    /// <summary>Every secret in the settings, which nothing that is logged or kept may contain.</summary>
    private static ConfiguredSecrets Secrets(IServiceProvider services)
    {
        var github = services.GetRequiredService<GitHubSettings>();
        return new([.. services.GetRequiredService<IOptionsMonitor<WebhookSettings>>().CurrentValue.Secrets, github.Token, github.Key(),
            services.GetRequiredService<StoreSettings>().Postgres, services.GetRequiredService<IOptionsMonitor<DashboardSettings>>().CurrentValue.Secret,
            .. services.GetRequiredService<SuitePolicy>().Secrets()]);
    }
}
