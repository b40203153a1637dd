using System.Runtime.CompilerServices;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;

namespace Whybot.Features.Recovery;

/// <summary>Finds the issues that the bot wrote, and asks how closed ones were closed.</summary>
internal sealed class OwnIssues(IssuesClient issues, BotIdentity identity)
{
    /// <summary>Of 100 issues each: the bot files one issue per cause, so more are from long ago.</summary>
    private const int MostPages = 10;

    /// <summary>Without GitHub's filter by author, other people's issues take up the pages.</summary>
    private const int MostUnfilteredPages = 5;

    /// <summary>The last line of the comment with which the bot says that it has closed an issue by its figures.</summary>
    private const string ClosedByFigures = "<!-- whybot:news closed:";

    /// <summary>Issues by the bot's login, newest first, open and closed.</summary>
    public async IAsyncEnumerable<Issue> AllAsync(RepositoryRef repository, [EnumeratorCancellation] CancellationToken cancel)
    {
        var any = false;
        await foreach (var issue in issues.WrittenByAsync(repository, await identity.LoginAsync(cancel), MostPages, cancel))
            if (!issue.IsPull && await identity.WroteAsync(issue.User, cancel))
            {
                any = true;
                yield return issue;
            }
        if (any)
            yield break;
        // An App's token gets an empty list on some servers.
        await foreach (var issue in issues.NewestAsync(repository, null, cancel, MostUnfilteredPages))
            if (!issue.IsPull && await identity.WroteAsync(issue.User, cancel))
                yield return issue;
    }

    /// <summary>Who had an issue closed: a person, by hand or by a command; null for the bot by its figures.</summary>
    /// <param name="number">A closed issue's.</param>
    public async Task<string?> CloserAsync(RepositoryRef repository, int number, CancellationToken cancel)
    {
        if (await issues.FindAsync(repository, number, cancel) is not { ClosedBy: { } closer })
            return null;
        if (!await identity.WroteAsync(closer, cancel))
            return closer.Login;
        // The bot's comments say whether it did so on its own or was told to.
        await foreach (var comment in issues.CommentsAsync(repository, number, cancel))
            if (await identity.WroteAsync(comment.User, cancel) && HiddenLine.Last(comment.Body ?? "").StartsWith(ClosedByFigures))
                return null;
        return "a person";
    }
}
