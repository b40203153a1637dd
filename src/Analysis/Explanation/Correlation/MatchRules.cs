using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>The rules that decide whether an issue is about a cause, surest first. If none applies, the issue is at most related.</summary>
internal static class MatchRules
{
    /// <summary>The weight that a line's words need to identify one cause: some plain words and a name. Fixed by reasoning.</summary>
    public const double Telling = 3;

    /// <summary>The weight that shared names need in addition to the message or to a test's name: one name that at most a few issues have.</summary>
    private const double OneName = 1.2;

    /// <param name="isCommon">Whether several issues, or failures of other causes, say the line.</param>
    /// <returns>Why it is about the cause; null if it is not.</returns>
    public static MatchRule? Of(MatchEvidence evidence, Func<ErrorLine, bool> isCommon)
    {
        if (evidence.Block is not null)
            return new MatchRule(null, 0.95, "its block of known errors is shown");
        if (evidence.Against is not null)
            return null;
        if (evidence.Said.FirstOrDefault(p => IsTelling(p, evidence) && !isCommon(p.Line)) is { } telling)
            return new MatchRule(telling, 0.6 + 0.3 * telling.Coverage, "it says the error");
        var shell = evidence.Said.FirstOrDefault(p => p.Line.Complains);
        if (shell is not null && (evidence.Failing.Count > 0 || evidence.WeightOfNames(shell) >= OneName) && evidence.OtherAddress is null
            && !evidence.IsAnotherFailure())
            return new MatchRule(shell, 0.6 + 0.2 * shell.Coverage, "it says a common error, and what it happens to");
        if (evidence.IsTitleAlone())
            return new MatchRule(null, 0.6, "its title names the failing test, and there is nothing else to compare") { ByNameOnly = true };
        var named = evidence is { Failing.Count: > 0, OtherAddress: null, OtherSetting: null } && evidence.WeightOfNames(null) >= OneName;
        // The issue's errors and their kind are computed last, because that is slow.
        if ((!named && !NamesPlace(evidence)) || evidence.OtherError() is not null)
            return null;
        if (named)
            return new MatchRule(null, 0.7, "it names a failing test and what the error names");
        return evidence.Issue.Mechanism is { Id: not "unknown" } kind && (kind == evidence.Cluster.Root || kind == evidence.Cluster.Facts.Symptom)
            ? new MatchRule(null, 0.65, "it names the same place and the same kind of fault") : null;
    }

    /// <summary>A reason that rules out a match, whatever is shared; null for none.</summary>
    public static Prose? Against(MatchEvidence evidence)
    {
        if (evidence.IsUmbrella())
            return Prose.Of($"it collects several problems");
        if (evidence.Failing.Count == 0 && evidence.Passed.Count > 0)
            return Prose.Of($"{evidence.Passed[0]}, which it names, passed");
        return evidence.OtherTestInTitle() is { } other ? Prose.Of($"its title names {other}, which does not fail here") : null;
    }

    /// <summary>It names an address or a setting that the failures name, and that few issues have.</summary>
    private static bool NamesPlace(MatchEvidence evidence) =>
        evidence.Names.Any(n => n.Kind is WordKind.Address or WordKind.Setting && evidence.Weights.Rarity(n.Text) > 0.5);

    private static bool IsTelling(Passage passage, MatchEvidence evidence) =>
        passage.Line.Complains && passage.Weight >= Telling && (passage.Quote is null || evidence.Cluster.PassingThatShow(passage.Quote) == 0);
}

/// <param name="Passage">Where the issue says the cause's error; null if names decided.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Name">In the program's own words.</param>
internal sealed record MatchRule(Passage? Passage, double Confidence, string Name)
{
    /// <summary>It only applies if exactly one issue matches this way.</summary>
    public bool ByNameOnly { get; init; }
}
