using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Grouping;

/// <summary>Decides whether failures were caused by something broken around them.</summary>
internal static class FaultAttribution
{
    /// <summary>A change that is this likely, and that touched what the error names, explains more than what the platform logged meanwhile.</summary>
    private const double VeryLikely = 0.9;

    /// <summary>The fault that caused the group's failures; null when none explains them, or a change explains them better.</summary>
    public static EnvironmentFault? Of(GroupFacts facts, IReadOnlyList<EnvironmentFault> faults, Suspect? suspect)
    {
        var said = string.Join('\n', facts.Said(Speaker.Test).Select(s => s.Words));
        if (faults.FirstOrDefault(f => Named(said, f)) is { } named)
            return named;
        if (suspect is { Unlinked: false } && !facts.Symptom.MayBeConsequence)
            return null;
        if (suspect is { Unlinked: false } && (suspect.Established || suspect.Probability >= VeryLikely) && !faults.Any(f => f.NeverStarted))
            return null;
        return faults.FirstOrDefault(f => facts.Events.Intersect(f.Events).Any()) ?? faults.FirstOrDefault(f => Follows(facts, f));
    }

    /// <summary>The failing tests mention the fault themselves: its address or port, its name next to the same kind of fault, or its exact words.</summary>
    private static bool Named(string said, EnvironmentFault fault)
    {
        if (fault.Mentions.Where(IsAddress).Any(m => EnvironmentFaults.Mentions(said, m)))
            return true;
        if (fault.Events.Any(e => e.Words.Length >= 12 && said.Contains(e.Words, StringComparison.Ordinal)))
            return true;
        return fault.Name.Length > 2 && EnvironmentFaults.Mentions(said, fault.Name) && fault.Mechanism.Matches(said);
    }

    private static bool IsAddress(string mention) => mention.Contains(':', StringComparison.Ordinal) || Tokens.Of(mention)
        .Values.Any(t => t.Kind == TermKind.Address);

    /// <summary>
    /// What the tests saw could be caused by the fault, and the fault was there at that time: the platform logged it while they ran, or a probe found it down
    /// and the tests got an error or no answer. A service that never started explains every failure that tried to reach it.
    /// </summary>
    private static bool Follows(GroupFacts facts, EnvironmentFault fault)
    {
        if (fault.NeverStarted)
            return true;
        if (fault.Mechanism.Family == FaultFamily.Timing && facts.Symptom.Family == FaultFamily.Timing)
            return true;
        return fault.Down && (facts.Symptom.MayBeConsequence || facts.Tests.All(t => t.Outcome == TestOutcome.Error));
    }
}
