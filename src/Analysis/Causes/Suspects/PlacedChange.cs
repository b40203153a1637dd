using Whybot.Analysis.Inputs.Changes;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>What a change wrote and took away, and where that is in the newest version of its file.</summary>
/// <param name="Path">In the newest version.</param>
/// <param name="Lines">The lines that are still there, by their numbers after the change.</param>
internal sealed record PlacedChange(string Path, IReadOnlyList<ChangedBlock> Blocks, IReadOnlyDictionary<int, int> Lines)
{
    /// <param name="commit">The position of the change's commit.</param>
    /// <returns>Null if it changed no code, or if it is not known where it is now.</returns>
    public static PlacedChange? Of(LineFates fates, int commit, ChangedFile file, Patch patch)
    {
        var blocks = ChangedBlock.Of(patch);
        return blocks.Count > 0 && fates.Of(commit, file.Path, blocks.SelectMany(b => b.Added.Select(l => l.Number).Append(b.First))) is { } now
            ? new PlacedChange(now.Path, blocks, now.Lines) : null;
    }
}
