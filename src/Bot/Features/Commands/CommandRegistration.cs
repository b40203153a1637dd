using Whybot.Analysis.Inputs.Commands;

namespace Whybot.Features.Commands;

/// <summary>Every command, one a line, in the order in which help lists them.</summary>
internal static class CommandRegistration
{
    private static readonly IReadOnlyList<Registered> All =
    [
        Of<WhyCommand>(),
        Of<EvidenceCommand>(),
        Of<ExplainMatchCommand>(),
        Of<StatusCommand>(),
        Of<HistoryCommand>(),
        Of<PlanSuitesCommand>(),
        Of<RerunCommand>(),
        Of<RetestCommand>(),
        Of<SameAsCommand>(),
        Of<NotThisCommand>(),
        Of<SplitCommand>(),
        Of<CauseCommand>(),
        Of<FlakyCommand>(),
        Of<PriorityCommand>(),
        Of<MuteCommand>(),
        Of<UndoCommand>(),
        Of<AssignCommand>(),
        Of<CloseCommand>(),
        Of<ReopenCommand>(),
        Of<AcceptCommand>(),
        Of<RollbackCommand>(),
        Of<RevertCommand>(),
        Of<AccuracyCommand>(),
        Of<HelpCommand>(),
    ];

    /// <summary>What the commands say of themselves; help, the settings and <c>docs/commands.md</c> go by it.</summary>
    public static CommandCatalogue Catalogue { get; } = new([.. All.Select(c => c.Spec)]);

    public static IServiceCollection AddSlashCommands(this IServiceCollection services)
    {
        services.AddSingleton(Catalogue);
        foreach (var command in All)
            command.AddTo(services);
        return services;
    }

    private static Registered Of<TCommand>() where TCommand : class, ICommand<TCommand> =>
        new(TCommand.Spec, services => services.AddSingleton<TCommand>().AddSingleton<ICommand>(s => s.GetRequiredService<TCommand>()));

    private sealed record Registered(CommandSpec Spec, Action<IServiceCollection> AddTo);
}
