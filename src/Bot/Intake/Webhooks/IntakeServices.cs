using Whybot.Intake.Webhooks.Events;

namespace Whybot.Intake.Webhooks;

internal static class IntakeServices
{
    /// <summary>Reads events, and carries out what they ask for.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<EventReaders>()
        .AddSingleton<IntentExecutor>()
        .AddSingleton<RepositoryIntentExecutor>()
        .AddSingleton<DeliveryRouter>();
}
