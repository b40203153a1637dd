using Whybot.Foundation.Storage;
using Whybot.Intake.Actions.State;
using Whybot.Publishing;

namespace Whybot.Intake.Actions;

internal static class ActionsServices
{
    /// <summary>What takes one event through inside GitHub Actions, where the store lies in a branch of the repository.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services, StateSettings state) => services
        .AddSingleton(state)
        .AddSingleton<WorkingCopy>()
        .AddSingleton<IDatabase>(s => s.GetRequiredService<WorkingCopy>())
        .AddSingleton<StateBranch>()
        .AddSingleton<IClaims>(s => s.GetRequiredService<StateBranch>())
        .AddSingleton<ActionsLog>()
        .AddSingleton<EventStart>()
        .AddSingleton<WakeUp>()
        .AddSingleton<DueWork>()
        .AddSingleton<ActionReport>()
        .AddSingleton<RunEvents>()
        .AddSingleton<EventRun>();
}
