using Whybot.Analysis.Language.Identity;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Pictures;

/// <summary>A cause over an environment's deployments: one cell for each, oldest first.</summary>
/// <param name="Address">Of the cause's page.</param>
public sealed record CauseStrip(string Title, string Address, IReadOnlyList<StripCell> Cells)
{
    /// <summary>The causes that failed in the runs: those that failed last first, then those that failed most.</summary>
    /// <param name="runs">Oldest first.</param>
    public static IReadOnlyList<CauseStrip> Of(RepositoryName repository, IReadOnlyList<DeploymentRun> runs, IReadOnlyList<SeenCell> seen, int most)
    {
        var strips = new List<(int Last, int Failed, CauseStrip Strip)>();
        foreach (var cause in seen.GroupBy(s => (s.Cluster, s.Title)))
        {
            var tests = cause.ToDictionary(s => s.Sha, s => s.Tests);
            var cells = runs.Select(r => StripCell.Of(r, tests.TryGetValue(r.Sha, out var failed) ? failed : null)).ToList();
            if (cells.Any(c => c.Failed))
                strips.Add((cells.FindLastIndex(c => c.Failed), cells.Count(c => c.Failed),
                    new CauseStrip(cause.Key.Title, Links.Cause(repository, cause.Key.Cluster), cells)));
        }
        return [.. strips.OrderByDescending(s => s.Last).ThenByDescending(s => s.Failed).ThenBy(s => s.Strip.Title, StringComparer.Ordinal).Take(most)
            .Select(s => s.Strip)];
    }
}

/// <summary>A cause at one run.</summary>
/// <param name="Kind">no-go (failed), go (passed), inconclusive (not ready), or open (not seen); decides the colour.</param>
/// <param name="Label">Everything that it shows, in words.</param>
/// <param name="Address">Of the run.</param>
public sealed record StripCell(string Kind, string Label, string Address)
{
    public bool Failed => Kind is "no-go" or "inconclusive";

    /// <param name="tests">How many tests failed because of it; 0 if the environment was not ready, less if they passed; null if nothing is known.</param>
    public static StripCell Of(DeploymentRun run, long? tests)
    {
        var (kind, said) = tests switch
        {
            > 0 => ("no-go", $"{tests} failed"),
            0 => ("inconclusive", "not ready"),
            < 0 => ("go", "passed"),
            null => ("open", "not seen"),
        };
        return new StripCell(kind, $"{run.OpenedAt.UtcDateTime:MM-dd HH:mm} {run.Sha.Short}: {said}", Links.Deployment(run.Id));
    }
}
