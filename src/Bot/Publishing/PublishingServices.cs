using Whybot.Foundation.Queue;

namespace Whybot.Publishing;

internal static class PublishingServices
{
    /// <summary>The outbox, and what sends what is in it.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton(PublicPages.None)
        .AddSingleton<Texts>()
        .AddEffects()
        .AddSingleton<Outbox>()
        .AddSingleton<CauseRecorder>()
        .AddSingleton<Announcer>()
        .AddSingleton<FollowUpWorkflows>()
        .AddSingleton<IClaims, LeasedClaims>()
        .AddSingleton<EffectOutcomes>()
        .AddSingleton<IJobHandler, PublishHandler>();
}
