namespace Whybot.Analysis.Causes.Suspects;

/// <summary>What ties one commit to a cause: of each feature, the strongest of its files.</summary>
/// <param name="At">Its position in the range, oldest first.</param>
/// <param name="Files">Best tied first.</param>
internal sealed record CommitEvidence(int At, IReadOnlyList<ReadCandidate> Files)
{
    public ReadCandidate Best => Files[0];

    public double[] Values { get; } = [.. Files[0].Values.Select((_, i) => Files.Max(f => f.Values[i]))];

    public double Score => Weights.Fitted.Score(Values);

    /// <summary>The points of the best linked file.</summary>
    public double Linked => Files.Max(f => f.Points);

    public IReadOnlyList<Suspicion> Links => Files.MaxBy(f => f.Points)!.Links;

    /// <summary>The failing tests ran nothing that it wrote, in all of its files; empty if that is not known.</summary>
    public IReadOnlyList<NotRun> NotRun => Files.All(f => f.NotRun is not null) ? [.. Files.Select(f => f.NotRun!)] : [];

    /// <summary>Whether anything at all ties it to the cause.</summary>
    public bool Tied => Values.Any(v => v > 0);

    public static IReadOnlyList<CommitEvidence> Of(IReadOnlyList<ReadCandidate> files) =>
        [.. files.GroupBy(f => f.Candidate.At).OrderBy(g => g.Key).Select(g => new CommitEvidence(g.Key,
            [.. g.OrderByDescending(f => Weights.Fitted.Score(f.Values)).ThenBy(f => f.Candidate.Text is null)
                .ThenBy(f => f.Candidate.File.Path, StringComparer.Ordinal)]))];
}
