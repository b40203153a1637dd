using Whybot.Foundation.Queue;

namespace Whybot.Features.Explaining;

internal static class ExplainingServices
{
    /// <summary>Says why a commit's checks fail.</summary>
    public static IServiceCollection AddExplaining(this IServiceCollection services) => services
        .AddSingleton<CommitExplainer>()
        .AddSingleton<IJobHandler, ExplainHandler>();
}
