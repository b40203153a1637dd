namespace Whybot.Intake.Actions;

internal static class ActionsServices
{
    /// <summary>What takes one event through inside GitHub Actions.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton<ActionReport>()
        .AddSingleton<OneShot>();
}
