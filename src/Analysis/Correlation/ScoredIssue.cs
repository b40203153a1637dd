using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Correlation;

/// <summary>An issue as the matcher weighed it for one cause: what a person is shown who asks why it was, or was not, a match.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rule">Why the cause belongs to it, in the program's own words; null where no rule says so.</param>
/// <param name="Points">What speaks for it and, below zero, against it; the strongest first.</param>
public sealed record ScoredIssue(int Number, string Title, bool Open, double Confidence, string? Rule, IReadOnlyList<(double Points, Prose Because)> Points);
