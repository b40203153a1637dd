using Whybot.Foundation.Queue;

namespace Whybot.Features.Rules;

internal static class RuleServices
{
    /// <summary>Tries the rules that people write into issues.</summary>
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<RuleFolder>()
        .AddSingleton<IJobHandler, RuleHandler>();
}
