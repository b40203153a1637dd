using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Analysis.Inputs.Issues;

/// <summary>How urgent an issue is, according to its labels or its type.</summary>
/// <param name="Priority">Null if no label says anything.</param>
/// <param name="Label">The label that says so, as the repository spells it; null for none.</param>
internal readonly record struct IssuePriority(Priority? Priority, string? Label)
{
    /// <inheritdoc cref="Priorities.Rank"/>
    public int Rank => Priority.Rank();

    /// <summary>The settings' labels are tried first, then the usual conventions; if there are several labels, the most urgent one wins.</summary>
    /// <param name="known">The settings' <c>issues.priority-labels</c>: label by priority.</param>
    public static IssuePriority Of(IEnumerable<string> labels, IReadOnlyDictionary<Priority, string> known) =>
        labels.Select(l => new IssuePriority(Of(l, known), l)).Where(u => u.Priority is not null).OrderBy(u => u.Priority).FirstOrDefault();

    private static Priority? Of(string label, IReadOnlyDictionary<Priority, string> known) =>
        known.Where(k => string.Equals(k.Value, label, StringComparison.OrdinalIgnoreCase)).Select(k => (Priority?)k.Key).FirstOrDefault()
            ?? PriorityConventions.Of(label);
}

/// <summary>
/// What repositories use for urgency: <c>P0</c> to <c>P6</c> anywhere in a label; <c>priority</c>, <c>prio</c>, <c>severity</c> or <c>sev</c> with a figure or
/// a word, as in Kubernetes' <c>priority/critical-urgent</c>; and words that mean urgency by themselves.
/// </summary>
internal static partial class PriorityConventions
{
    public static Priority? Of(string label)
    {
        var words = Parts().Matches(label.ToLowerInvariant()).Select(m => m.Value).ToList();
        if (words.Select(w => Priorities.Parse(w.ToUpperInvariant())).FirstOrDefault(p => p is not null) is { } written)
            return written;
        if (words.Select(Figure).FirstOrDefault(f => f is not null) is { } figure)
            return figure;
        var at = words.FindIndex(w => w is "priority" or "prio" or "pri" or "severity" or "sev" or "urgency" or "importance");
        if (at >= 0)
            return words.Where((_, i) => i != at).Select(OfWord).Min();
        return words is [var only] && OfWord(only) == Priority.P0 ? Priority.P0 : null;
    }

    /// <summary><c>sev1</c>, <c>prio2</c>.</summary>
    private static Priority? Figure(string word) => Numbered().Match(word) is { Success: true } match ? Priorities.Parse($"P{match.Groups["n"].Value}") : null;

    private static Priority? OfWord(string word) => word switch
    {
        "critical" or "urgent" or "blocker" or "emergency" or "showstopper" or "highest" or "0" => Priority.P0,
        "high" or "major" or "soon" or "1" => Priority.P1,
        "medium" or "normal" or "moderate" or "longterm" or "2" => Priority.P2,
        "low" or "minor" or "backlog" or "3" => Priority.P3,
        "lowest" or "trivial" or "4" => Priority.P4,
        "5" => Priority.P5,
        "6" => Priority.P6,
        _ => null,
    };

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?:sev|severity|prio|pri|priority)(?<n>[0-6])$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Numbered();
}
