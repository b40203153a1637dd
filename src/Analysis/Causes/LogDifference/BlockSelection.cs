namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>Chooses the blocks that say why a job failed, the cause before its consequences.</summary>
internal static class BlockSelection
{
    /// <summary>Blocks that say equally much and are not further apart were printed about one thing; the first of them says it first.</summary>
    private const int Apart = 150;

    public static IReadOnlyList<FoundBlock> Of(BlockReader read)
    {
        var blocks = read.Blocks;
        var speaking = blocks.Where(b => b.Speaks).ToList();
        IReadOnlyList<FoundBlock> chosen = speaking.Count > 0 ? speaking : read.Tail is { } tail ? [tail, .. blocks] : blocks;
        return Cause(chosen, read.FailedAt) is { } cause ? [cause, .. chosen.Where(b => b != cause)] : [];
    }

    /// <summary>Of the blocks that say most, the last one before the first step failed: the job got over what came before, and what comes after is a
    /// consequence.</summary>
    private static FoundBlock? Cause(IReadOnlyList<FoundBlock> blocks, int? failedAt)
    {
        var before = blocks.Where(b => failedAt is null || b.First <= failedAt).ToList();
        var most = (before.Count > 0 ? before : blocks).GroupBy(b => b.Strength).MaxBy(g => g.Key)?.ToList() ?? [];
        var at = most.Count - 1;
        while (at > 0 && most[at].First - most[at - 1].Last <= Apart)
            at--;
        return at < 0 ? null : most[at];
    }
}
