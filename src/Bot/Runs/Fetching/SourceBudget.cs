using Whybot.Analysis.Causes.Suspects;

namespace Whybot.Runs.Fetching;

/// <summary>What reading files of a repository may cost for one run.</summary>
internal static class SourceBudget
{
    /// <param name="files">See <see cref="RunFolders.EvidenceSettings.Sources"/>.</param>
    public static SourceLimits Limits(int files) => new(files, Bytes: 2 * 1024 * 1024, OfFile: 256 * 1024);

    /// <summary>One for the list of files, the others for their texts.</summary>
    public const int MostRequests = 3;

    /// <summary>
    /// Bytes of the files of one query: GitHub ends one that takes more than 10 s (docs.github.com, "Rate limits and query limits for the GraphQL API").
    /// </summary>
    private const long OfQuery = 1024 * 1024;

    /// <summary>The files of each query; what does not fit is left out.</summary>
    public static IEnumerable<IReadOnlyList<RepositoryFile>> Queries(IReadOnlyList<RepositoryFile> files)
    {
        var (queries, bytes) = (new List<List<RepositoryFile>>(), OfQuery);
        foreach (var file in files)
        {
            if (bytes + file.Size > OfQuery)
            {
                queries.Add([]);
                bytes = 0;
            }
            queries[^1].Add(file);
            bytes += file.Size;
        }
        return queries.Take(MostRequests - 1);
    }
}
