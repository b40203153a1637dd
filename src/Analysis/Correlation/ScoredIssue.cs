using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Correlation;

/// <summary>An issue as the matcher weighed it for one cause: what a person is shown who asks why it was, or was not, a match.</summary>
/// <param name="Confidence">0 to 1; the sum of the points.</param>
/// <param name="NamesCause">Whether any of the points is about the cause itself; without one there is no match.</param>
/// <param name="Points">What speaks for it and, below zero, against it; the strongest first.</param>
public sealed record ScoredIssue(int Number, string Title, bool Open, double Confidence, bool NamesCause, IReadOnlyList<(double Points, Prose Because)> Points);
