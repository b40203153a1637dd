using Whybot.Analysis.Inputs.Coverage;
using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// Tests ran nothing of what a change wrote, and did not reach the places where it took something away, as their coverage shows. Such a change cannot have
/// made them fail.
/// </summary>
/// <param name="Lines">How many measured lines say so.</param>
/// <param name="Place">One of them, as path and line of the newest version.</param>
/// <param name="Citation">Where the report says so.</param>
internal sealed record NotRun(int Lines, string Place, Citation Citation)
{
    /// <returns>Null if one report does not show it.</returns>
    public static NotRun? Of(CoverageReport report, PlacedChange change)
    {
        // A file of which nothing was run may have been run by a process that was not measured.
        if (!report.Files.TryGetValue(change.Path, out var file) || !file.AnyRan)
            return null;
        var (lines, now) = (new List<int>(), change.Lines);
        foreach (var block in change.Blocks)
        {
            AddedLine? above = null;
            foreach (var added in block.Added.Where(a => now.ContainsKey(a.Number)))
            {
                var line = now[added.Number];
                if (!IsUnreached(file, line, added, above))
                    return null;
                if (file.At(line) is { Ran: false })
                    lines.Add(line);
                above = above is null || added.Indent <= above.Indent ? added : above;
            }
            if (block.Removes && !IsPlaceUnreached(file, block, now))
                return null;
        }
        return lines.Count == 0 || file.At(lines[0]) is not { } says ? null
            : new NotRun(lines.Count, $"{change.Path}:{lines[0]}", Citation.OfLines(report.Source, says.At, says.At, says.Words));
    }

    /// <param name="above">A line of the same block that it may continue, and that was not run; null for none.</param>
    private static bool IsUnreached(FileCoverage file, int line, AddedLine added, AddedLine? above)
    {
        if (added.IsHead)
            return file.After(line) is { Ran: false };
        if (file.At(line) is { } measured)
            return !measured.Ran;
        return added.Indent > above?.Indent || (file.UpTo(line) is { Ran: false } && file.After(line) is { Ran: false });
    }

    /// <summary>What took the place of the code was not run, or neither what is before it nor what is after it.</summary>
    private static bool IsPlaceUnreached(FileCoverage file, ChangedBlock block, IReadOnlyDictionary<int, int> now)
    {
        if (block.Added is [var added, ..] && block.Replaces && !added.IsHead && now.TryGetValue(added.Number, out var line) && file.At(line) is { Ran: false })
            return true;
        // If its ends are gone, it is not known where it was.
        return now.TryGetValue(block.First, out var first) && now.TryGetValue(Math.Max(block.First, block.Last), out var last)
            && file.UpTo(first - 1) is { Ran: false } && file.After(block.Added.Count > 0 ? last : last - 1) is { Ran: false };
    }
}
