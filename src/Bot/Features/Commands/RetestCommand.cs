using Whybot.Analysis.Inputs.Commands;

namespace Whybot.Features.Commands;

/// <summary><c>/retest</c>: what other bots call <c>/rerun failed</c>.</summary>
internal sealed class RetestCommand(RerunCommand rerun) : ICommand<RetestCommand>
{
    public static CommandSpec Spec { get; } = new("retest", "", "The same as /rerun failed.", CommandLevel.Write, ["/retest"]);

    public Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel) =>
        context.Arguments.Length > 0 ? Task.FromResult(CommandAnswer.Mistake(Spec, "It takes no arguments.")) : rerun.RunAsync(context, cancel);
}
