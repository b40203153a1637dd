using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Publishing;

/// <summary>Where the dashboard's pages can be reached by people who read what the bot writes on GitHub.</summary>
/// <param name="url">Without a slash at its end; null if they cannot be reached, and nothing links to them.</param>
internal sealed class PublicPages(string? url)
{
    public static readonly PublicPages None = new(null);

    private readonly string? _url = string.IsNullOrEmpty(url) ? null : url.TrimEnd('/');

    /// <summary>The address of the first page; null if nothing may link to it.</summary>
    public string? Home => _url is null ? null : $"{_url}/";

    /// <summary>A text with a link to a page in the place that its writer left for one; nothing is there if nothing may link to pages.</summary>
    public static string Linked(string text, string? page, string name = "evidence") =>
        text.Replace(CommentWriter.PageMarker, page is null ? "" : $" · [{name}]({page})", StringComparison.Ordinal);

    /// <summary>The address of a run; null if nothing may link to it.</summary>
    /// <param name="repository">Its full name.</param>
    /// <param name="environment">Null for the checks of a commit.</param>
    public string? Run(RepositoryName repository, CommitSha sha, string? environment) => _url is null ? null
        : $"{_url}/at/{repository}/{Uri.EscapeDataString(sha.Value)}" + (environment is null ? "" : $"?place={Uri.EscapeDataString(environment)}");
}
