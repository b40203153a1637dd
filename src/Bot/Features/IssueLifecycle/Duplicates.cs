using System.Text.RegularExpressions;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;

namespace Whybot.Features.IssueLifecycle;

/// <summary>
/// Finds the issue that another one was closed as a duplicate of: the person who closed it wrote <c>Duplicate of #12</c>, in GitHub's syntax.
/// </summary>
internal sealed partial class Duplicates(IssuesClient issues)
{
    /// <returns>An open issue; null if none.</returns>
    public async Task<int?> OriginalOfAsync(RepositoryRef repository, Issue issue, CancellationToken cancel)
    {
        if (issue is not { State: "closed", StateReason: "duplicate", ClosedBy: { Type: "User" } closer })
            return null;
        int? original = null;
        await foreach (var comment in issues.CommentsAsync(repository, issue.Number, cancel))
            if (comment.User?.Login == closer.Login && Of().Match(comment.Body ?? "") is { Success: true } said
                && int.TryParse(said.Groups["issue"].ValueSpan, out var number))
                original = number;
        return original is { } found && found != issue.Number && await issues.FindAsync(repository, found, cancel) is { IsPull: false, State: "open" }
            ? found : null;
    }

    [GeneratedRegex(@"\A\s{0,10}Duplicate of #(?<issue>\d{1,9})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Of();
}
