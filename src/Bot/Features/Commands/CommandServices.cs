using Whybot.Foundation.Queue;

namespace Whybot.Features.Commands;

internal static class CommandServices
{
    /// <summary>Answers slash commands.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<Strangers>()
        .AddSingleton<Comments>()
        .AddSingleton<ThreadCauses>()
        .AddSingleton<ThreadRuns>()
        .AddSingleton<RulingWriter>()
        .AddSingleton<RerunLimit>()
        .AddSingleton<DeploymentRerun>()
        .AddSingleton<ChecksRerun>()
        .AddSlashCommands()
        .AddSingleton<GivenCommands>()
        .AddSingleton<CommandDispatch>()
        .AddSingleton<Replies>()
        .AddSingleton<IJobHandler, CommandHandler>();
}
