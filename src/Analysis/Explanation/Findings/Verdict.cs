using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Findings;

public enum VerdictKind
{
    /// <summary>It passed at the last green deployment and fails now.</summary>
    Regression,

    /// <summary>An open issue describes it.</summary>
    Known,

    /// <summary>It passed and failed before without a change that explains it.</summary>
    Flaky,

    /// <summary>Something around the code is broken, and nothing in the diff explains that.</summary>
    Environment,

    /// <summary>The branch that the pull request will be merged into fails in the same way.</summary>
    Preexisting,

    /// <summary>The tests did not reach what they test.</summary>
    Harness,

    /// <summary>The run was cut short before it could show anything.</summary>
    Incomplete,
    Inconclusive,
}

/// <summary>The verdict on a cluster, always with the rule that decided.</summary>
public sealed record Verdict(VerdictKind Kind, Prose Because);

public static class VerdictKinds
{
    /// <summary>The kind in one word, as reports print it.</summary>
    public static string Word(this VerdictKind kind) => kind.ToString().ToLowerInvariant();

    /// <returns>Null for a word that is no kind of verdict.</returns>
    public static VerdictKind? Parse(string? word) => Kinds.TryGetValue(word ?? "", out var kind) ? kind : null;

    private static readonly Dictionary<string, VerdictKind> Kinds = Enum.GetValues<VerdictKind>().ToDictionary(Word, StringComparer.Ordinal);
}
