using System.Text;
using Whybot.Analysis;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks.Suspects;

/// <summary>What the service would have fetched of a folder's sources, if those were all files of the repository.</summary>
internal static class FetchedSources
{
    public static Incident Only(Incident incident, FolderEvidence evidence, int most)
    {
        var without = incident with { Sources = SourceTree.None };
        if (Analyst.Analyse(without, evidence).Wanted is not { } wanted)
            return without;
        var tree = incident.Sources.Files.Select(f => new RepositoryFile(f.Path, f.Lines.Sum(l => Encoding.UTF8.GetByteCount(l) + 1L))).ToList();
        var chosen = wanted.Choose(tree, SourceBudget.Limits(most)).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return incident with { Sources = new SourceTree([.. incident.Sources.Files.Where(f => chosen.Contains(f.Path))]) };
    }
}
