using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Claims;

/// <summary>
/// <c>The log of unit says “…”; the log of its last pass does not</c>. Without a log of a pass it says so, because the line may then be one that passing
/// runs print too.
/// </summary>
internal sealed record JobLogSays(GroupFacts Cluster, Citation Where) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (facts.Reread(Where) is not { Line: { } line } standing)
            return null;
        if (LogNames.IsNotes(standing.Source))
            return Prose.Of($"GitHub's note about {new SuitesOf(Cluster).Evaluate(facts)!} says {standing.Excerpt:q}");
        var says = Prose.Of($"The log of {new SuitesOf(Cluster).Evaluate(facts)!} says {standing.Excerpt:q}");
        var difference = facts.Incident.Differences.FirstOrDefault(d => d.Source == standing.Source);
        if (difference is null)
            return Prose.Of($"{says}; there is no log of a pass to compare it with");
        if (!difference.Blocks.Any(b => b.Contains(line)))
            return null;
        return difference.Passing.Count == 1 ? Prose.Of($"{says}; the log of its last pass does not")
            : Prose.Of($"{says}; the logs of its last {difference.Passing.Count} passes do not");
    }
}
