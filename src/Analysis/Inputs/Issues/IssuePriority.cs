using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Issues;

/// <summary>How urgent an issue is, according to its labels or its type.</summary>
/// <param name="Rank">0 is the most urgent, as in P0; <see cref="None"/> if no label says anything.</param>
/// <param name="Label">The label that says so, as the repository spells it; null for none.</param>
internal readonly record struct IssuePriority(int Rank, string? Label)
{
    public const int None = 9;

    /// <summary>The settings' labels are tried first, then the usual conventions; if there are several labels, the most urgent one wins.</summary>
    /// <param name="known">The settings' <c>issues.priority-labels</c>: label by priority.</param>
    public static IssuePriority Of(IEnumerable<string> labels, IReadOnlyDictionary<string, string> known) =>
        labels.Select(l => new IssuePriority(RankOf(l, known), l)).Where(u => u.Rank < None).OrderBy(u => u.Rank).FirstOrDefault(new IssuePriority(None, null));

    private static int RankOf(string label, IReadOnlyDictionary<string, string> known) =>
        known.FirstOrDefault(k => string.Equals(k.Value, label, StringComparison.OrdinalIgnoreCase)).Key is ['P', >= '0' and <= '6' and var digit]
            ? digit - '0' : PriorityConventions.RankOf(label);
}

/// <summary>
/// What repositories use for urgency: <c>P0</c> to <c>P6</c> anywhere in a label; <c>priority</c>, <c>prio</c>, <c>severity</c> or <c>sev</c> with a figure or
/// a word, as in Kubernetes' <c>priority/critical-urgent</c>; and words that mean urgency by themselves.
/// </summary>
internal static partial class PriorityConventions
{
    public static int RankOf(string label)
    {
        var words = Parts().Matches(label.ToLowerInvariant()).Select(m => m.Value).ToList();
        if (words.FirstOrDefault(w => w is ['p', >= '0' and <= '6']) is { } p)
            return p[1] - '0';
        if (words.Select(Figure).FirstOrDefault(f => f >= 0, -1) is >= 0 and var figure)
            return figure;
        var at = words.FindIndex(w => w is "priority" or "prio" or "pri" or "severity" or "sev" or "urgency" or "importance");
        if (at >= 0)
            return words.Where((_, i) => i != at).Select(RankOfWord).DefaultIfEmpty(IssuePriority.None).Min();
        return words is [var only] && RankOfWord(only) == 0 ? 0 : IssuePriority.None;
    }

    /// <summary><c>sev1</c>, <c>prio2</c>.</summary>
    private static int Figure(string word) => Numbered().Match(word) is { Success: true } match ? match.Groups["n"].Value[0] - '0' : -1;

    private static int RankOfWord(string word) => word switch
    {
        "critical" or "urgent" or "blocker" or "emergency" or "showstopper" or "highest" or "0" => 0,
        "high" or "major" or "soon" or "1" => 1,
        "medium" or "normal" or "moderate" or "longterm" or "2" => 2,
        "low" or "minor" or "backlog" or "3" => 3,
        "lowest" or "trivial" or "4" => 4,
        "5" => 5,
        "6" => 6,
        _ => IssuePriority.None,
    };

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?:sev|severity|prio|pri|priority)(?<n>[0-6])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();
}
