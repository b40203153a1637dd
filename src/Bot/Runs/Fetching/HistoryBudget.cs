namespace Whybot.Runs.Fetching;

/// <summary>What fetching earlier runs may cost, and what it has cost.</summary>
internal sealed class HistoryBudget
{
    /// <summary>
    /// Inside GitHub Actions all runs in a repository share 1,000 requests an hour (docs.github.com, "Rate limits for the REST API"). Ten commits with two
    /// workflows of two artifacts each take 71.
    /// </summary>
    public const int MostRequests = 80;

    /// <summary>As compressed in artifacts: the results of ten runs of about 100,000 tests.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    public int Requests { get; private set; }
    public long Bytes { get; private set; }

    /// <summary>Whether something was left out because of the limits.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Takes one request out of the budget.</summary>
    /// <param name="bytes">How much it downloads.</param>
    /// <returns>False if that is more than is left.</returns>
    public bool Take(long bytes = 0)
    {
        if (Requests + 1 > MostRequests || Bytes + bytes > MostBytes)
        {
            IsSpent = true;
            return false;
        }
        Requests++;
        Bytes += bytes;
        return true;
    }
}
