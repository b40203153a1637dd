namespace Whybot.Foundation.Trust;

internal static class TrustServices
{
    /// <summary>What decides whose code and whose words may lead to what.</summary>
    public static IServiceCollection AddTrust(this IServiceCollection services) => services
        .AddSingleton<OriginReader>()
        .AddSingleton<PersonRoles>();
}
