using Whybot.Foundation.GitHub;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Deliveries;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Rules;
using Whybot.Memory.Runs;

namespace Whybot.Memory;

internal static class MemoryServices
{
    /// <summary>Everything that is stored, one class per table or view.</summary>
    public static IServiceCollection AddMemory(this IServiceCollection services) => services
        .AddSingleton<DeliveryStore>()
        .AddSingleton<Repositories>()
        .AddSingleton<IRepositoryNames>(s => s.GetRequiredService<Repositories>())
        .AddSingleton<ForgottenRepositories>()
        .AddSingleton<EffectStore>()
        .AddSingleton<StrangerComments>()
        .AddSingleton<RunStore>()
        .AddSingleton<ReportStore>()
        .AddSingleton<DeploymentRuns>()
        .AddSingleton<SuiteRuns>()
        .AddSingleton<Reruns>()
        .AddSingleton<UnknownEnvironments>()
        .AddSingleton<Ledger>()
        .AddSingleton<CauseExplanations>()
        .AddSingleton<Rulings>()
        .AddSingleton<IssueCare>()
        .AddSingleton<FlakeCosts>()
        .AddSingleton<ContradictionStore>()
        .AddSingleton<RuleStore>()
        .AddSingleton<RuleRecords>()
        .AddSingleton<RunnerListings>()
        .AddRetained<RunStore>()
        .AddRetained<DeploymentRuns>()
        .AddRetained<CauseExplanations>()
        .AddRetained<UnknownEnvironments>()
        .AddRetained<ContradictionStore>()
        .AddRetained<ReportStore>();

    /// <summary>A store whose rows are removed when they are too old.</summary>
    private static IServiceCollection AddRetained<TStore>(this IServiceCollection services) where TStore : class, IRetained =>
        services.AddSingleton<IRetained>(s => s.GetRequiredService<TStore>());
}
