using Whybot.Analysis.Causes.Suspects;

namespace Whybot.Runs.Fetching;

/// <summary>
/// What reading files of a repository may cost for one run. On 46 known regressions of seven projects a dozen files ranked the changes as well as all test
/// files and changed files together, so forty are ample.
/// </summary>
internal static class SourceBudget
{
    /// <summary>GraphQL gives the text of files of up to 512 KB.</summary>
    public static readonly SourceLimits Limits = new(Files: 40, Bytes: 2 * 1024 * 1024, OfFile: 256 * 1024);

    /// <summary>One for the list of files, the others for their texts.</summary>
    public const int MostRequests = 3;

    /// <summary>Bytes of the files of one query: GitHub takes at most 10 s for it (docs.github.com, "Rate limits and query limits for the GraphQL API").</summary>
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
