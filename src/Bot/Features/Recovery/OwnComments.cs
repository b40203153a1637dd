using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;
using Whybot.Publishing;

namespace Whybot.Features.Recovery;

/// <summary>
/// Finds the bot's reports on pull requests. A report that is still wanted would be found by its sender; but that a pull request is green by now is only said
/// where the bot is known to have spoken before.
/// </summary>
internal sealed partial class OwnComments(IssuesClient issues, BotIdentity identity, IDatabase database)
{
    /// <summary>Of 100 comments each: reports that nothing has touched for long are about pull requests that nobody works on.</summary>
    private const int MostPages = 3;

    /// <returns>How many the store did not know.</returns>
    public async Task<int> ReadAsync(RepositoryRef repository, CancellationToken cancel)
    {
        var added = 0;
        await foreach (var comment in issues.NewestCommentsAsync(repository, MostPages, cancel))
            if (comment is { Thread: { } thread, Body: { } body } && OfReport().Match(HiddenLine.Last(body).ToString()) is { Success: true } marker
                && await identity.WroteAsync(comment.User, cancel))
            {
                var target = marker.Groups["environment"] is { Success: true } environment ? $"{thread}:{environment.Value}" : $"{thread}";
                var effect = new EffectRequest(repository.Id, PullComment.Kind, target, EffectJson.Write(new PullComment(thread, marker.Value, body)));
                added += await database.WriteAsync(session => EffectStore.FoundAsync(session, effect, comment.Id, Texts.Hash(body), comment.CreatedAt), cancel)
                    ? 1 : 0;
            }
        return added;
    }

    /// <summary>An environment whose name is no plain word has another key than its marker; its report is found by its sender.</summary>
    [GeneratedRegex(@"\A<!-- whybot:run(?: (?<environment>[a-z0-9._-]{1,90}))? -->\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfReport();
}
