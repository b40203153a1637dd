using Whybot.Analysis.Inputs.Commands;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Trust;

namespace Whybot.Features.Commands;

/// <summary>The commands of a comment that may be answered.</summary>
/// <param name="Login">The comment's author.</param>
/// <param name="Level">What the author may do; null if nothing, or if it cannot be determined.</param>
internal sealed record Given(string Login, CommandLevel? Level, IReadOnlyList<Invocation> Invocations);

/// <summary>
/// Decides whose comments are answered. The comment is read again: commands in an edited comment, or from a bot, are ignored. Permissions are checked with
/// GitHub every time; if GitHub does not answer, the author may do nothing.
/// </summary>
internal sealed class GivenCommands(Comments comments, BotIdentity identity, CommandCatalogue catalogue, PersonRoles roles, Strangers strangers)
{
    /// <returns>Null if there is nothing to answer.</returns>
    public async Task<Given?> ReadAsync(RepositoryRef repository, CommandJob asked, CancellationToken cancel)
    {
        if (await comments.FindAsync(repository, asked.Thread, asked.Ref, cancel) is not { User: { } author } comment
            || await identity.WroteAsync(author, cancel))
            return null;
        var given = CommandReader.Read(comment.Body ?? "").Where(i => i.Prefixed || catalogue.Find(i.Name) is not null).ToList();
        if (given.Count == 0)
            return null;
        var level = await roles.OfAsync(repository, author.Login, cancel);
        return await strangers.MayAskAsync(repository, asked.Ref, comment, level, given.Count, cancel) ? new Given(author.Login, level, given) : null;
    }
}
