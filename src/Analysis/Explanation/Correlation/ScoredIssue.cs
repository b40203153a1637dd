using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>How the matcher scored an issue for one cause. Shown to people who ask why it was, or was not, a match.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rule">Why the cause belongs to it, in the program's own words; null if no rule applies.</param>
/// <param name="Points">The reasons for it and, below zero, against it; strongest first.</param>
public sealed record ScoredIssue(int Number, string Title, bool Open, double Confidence, string? Rule, IReadOnlyList<(double Points, Prose Because)> Points);
