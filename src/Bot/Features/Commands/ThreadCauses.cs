using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Causes;

namespace Whybot.Features.Commands;

/// <summary>Finds the causes that a command is about.</summary>
internal sealed class ThreadCauses(CauseExplanations explanations)
{
    private const int MostNamed = 10;

    /// <returns>The cause that the command names, or all of the thread's; or the answer that says why there is none.</returns>
    public async Task<(IReadOnlyList<KnownCause> Causes, CommandAnswer? Problem)> OfAsync(CommandContext context, CauseArguments arguments,
        CancellationToken cancel)
    {
        var causes = await explanations.OfThreadAsync(context.Repository.Id, context.Thread, cancel);
        if (causes.Count == 0)
            return ([], CommandAnswer.No("This thread is about no cause that was seen: no run has named this issue or told this pull request of a failure."));
        if (arguments.Signature is not { } signature)
            return (causes, null);
        return causes.FirstOrDefault(c => c.Cluster == signature) is { } named ? ([named], null)
            : ([], CommandAnswer.No($"This thread is about no cause {Markdown.Code(signature.Value)}.{List(causes)}"));
    }

    /// <summary>The answer about a cause of which only its issue is known, after the store was lost; null for any other.</summary>
    public static CommandAnswer? IfReadBack(KnownCause cause) => !cause.About.IsReadBack ? null
        : new CommandAnswer($"{Markdown.Code(cause.About.Title, 120)}, seen last at {Markdown.Code(cause.Sha.Short)} on {Markdown.Code(cause.Place)}, "
            + $"{cause.SeenAt:yyyy-MM-dd HH:mm} UTC\n\nMy own record of it was lost, and I know only what the description of #{cause.Issue} says. Its whys are "
            + $"there, under \"Why\", unless somebody has taken them out. When I see it again, I can explain it and quote the evidence.\n");

    /// <summary>Names the thread's other causes, for anyone who wants to ask about them.</summary>
    public static string Others(IReadOnlyList<KnownCause> causes) => causes.Count < 2 ? "" : $"{List([.. causes.Skip(1)])}\n";

    private static string List(IReadOnlyList<KnownCause> causes) =>
        $"\n\n{(causes.Count == 1 ? "One more cause" : $"{causes.Count} causes")} in this thread:\n\n"
        + string.Concat(causes.Take(MostNamed).Select(c => $"- {Markdown.Code(c.Cluster.Value)} {Markdown.Code(c.About.Title, 100)}\n"))
        + (causes.Count > MostNamed ? $"- and {causes.Count - MostNamed} more\n" : "");
}
