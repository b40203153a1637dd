using Whybot.Analysis.Language.Identity;

namespace Whybot.Features.Dashboard;

/// <summary>Addresses of pages that others link to.</summary>
internal static class Links
{
    /// <summary>The first page.</summary>
    public const string Home = "/";

    public static string Environment(RepositoryName repository, string environment) =>
        $"/environments/{repository}/{string.Join('/', environment.Split('/').Select(Uri.EscapeDataString))}";

    public static string Deployment(long run) => $"/runs/deployment/{run}";

    public static string Commit(long run) => $"/runs/commit/{run}";

    /// <summary>The run at a commit, of a deployment or of checks.</summary>
    public static string At(RepositoryName repository, CommitSha sha, string place) =>
        $"/at/{repository}/{Uri.EscapeDataString(sha.Value)}?place={Uri.EscapeDataString(place)}";

    public static string Cause(RepositoryName repository, ClusterId cluster) => $"/causes/{repository}/{Uri.EscapeDataString(cluster.Value)}";

    public static string Record(RepositoryName repository) => $"/record/{repository}";

    /// <summary>A delivery, wherever it is in the list.</summary>
    public static string Delivery(string guid) => $"/deliveries?delivery={Uri.EscapeDataString(guid)}#d-{Uri.EscapeDataString(guid)}";

    public static string Post(long effect) => $"/posted/{effect}";

    public static string Page(string address, int page) => page <= 1
        ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}";
}
