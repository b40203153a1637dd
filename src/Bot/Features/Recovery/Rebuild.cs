using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Memory.RepositoryNames;
using Whybot.Publishing;

namespace Whybot.Features.Recovery;

/// <summary>
/// Reads what the bot knew of a repository back from GitHub when the store has been lost: its issues with their causes, their sightings and how they were
/// closed, and its reports on pull requests. It only adds what the store does not have. Nothing is started, closed or written on GitHub because of it: that
/// takes a run that is seen after it. Other comments and check runs need no rows, since their senders look for them; earlier runs are fetched when a run needs
/// them.
/// </summary>
internal sealed class Rebuild(OwnIssues own, OwnComments comments, RepositoriesClient repositories, IDatabase database, TimeProvider time)
{
    /// <summary>An issue that was closed longer ago is not opened again, so it does not matter who closed it.</summary>
    private static readonly TimeSpan MayBeReopened = TimeSpan.FromDays(31);

    /// <summary>Each takes two requests or more.</summary>
    private const int MostClosers = 30;

    /// <exception cref="Foundation.GitHub.GitHubException">GitHub refused.</exception>
    public async Task<RebuildResult> RunAsync(RepositoryRef asked, CancellationToken cancel)
    {
        var (repository, about) = await KnownAsync(asked, cancel);
        var found = new RebuildResult(repository);
        var filed = new List<(Issue Issue, FiledIssue Filed)>();
        await foreach (var issue in own.AllAsync(repository, cancel))
            if (FiledIssue.Read(issue.Body) is { } read)
                filed.Add((issue, read));
            else if (HiddenLine.Ends(issue.Body, DigestWriter.Marker) && issue.State == "open")
                found.Digest |= await database.WriteAsync(session => DigestAsync(session, repository, issue), cancel);
            else
                found.Others++;
        // A body that copies another one is newer than it, and counts for nothing. Of a cause's issues, the one after an earlier one goes first.
        foreach (var (issue, read) in filed.OrderBy(f => f.Issue.Number).DistinctBy(f => f.Filed.Cause).OrderByDescending(f => f.Filed.Earlier))
            await AddAsync(repository, about.DefaultBranch, issue, read, found, cancel);
        found.Comments = await comments.ReadAsync(repository, cancel);
        return found;
    }

    private async Task AddAsync(RepositoryRef repository, string trunk, Issue issue, FiledIssue read, RebuildResult found, CancellationToken cancel)
    {
        found.Issues++;
        var closer = issue is { State: "closed", ClosedAt: { } closed } && closed > time.GetUtcNow() - MayBeReopened && found.Closers++ < MostClosers
            ? await own.CloserAsync(repository, issue.Number, cancel) : null;
        await database.WriteAsync(async session =>
        {
            var draft = new IssueEffect(new IssueDraft(read.Cause, issue.Title, [.. issue.Labels.Select(l => l.Name)], issue.Body!, read.Clusters));
            if (await FoundAsync(session, repository, IssueEffect.Kind, read.Cause, draft, issue))
                found.Added++;
            foreach (var cause in ReadBackCause.Of(read, issue.Number, issue.Title))
            {
                found.Causes++;
                found.Sightings += await ReadBackCauses.AddAsync(session, repository.Id, cause, place => MandateOf(place, trunk));
            }
            if (issue is { State: "closed", ClosedAt: { } at })
                await IssueCare.FoundClosedAsync(session, repository.Id, issue.Number, at, closer);
        }, cancel);
    }

    /// <summary>
    /// The bot writes a row for a commit of the default branch or one that was deployed; only the first row of an issue may be about a pull request, which
    /// counts for nothing.
    /// </summary>
    private static Mandate? MandateOf(string place, string trunk) => place == trunk ? Mandate.Of(new CommitOrigin.DefaultBranch(trunk))
        : place.StartsWith("pull request ", StringComparison.Ordinal) || place.EndsWith('…') || place == "–" ? null : Mandate.OfDeployment(place);

    private static Task<bool> DigestAsync(Session session, RepositoryRef repository, Issue issue) => FoundAsync(session, repository, DigestEffect.Kind,
        DigestEffect.Target, new DigestEffect(issue.Body!, [.. issue.Labels.Select(l => l.Name)]), issue);

    private static Task<bool> FoundAsync<TDraft>(Session session, RepositoryRef repository, string kind, string target, TDraft draft, Issue issue)
        where TDraft : class => EffectStore.FoundAsync(session, new EffectRequest(repository.Id, kind, target, EffectJson.Write(draft)), issue.Number,
            Texts.Hash(issue.Body!), issue.CreatedAt ?? DateTimeOffset.UnixEpoch);

    /// <summary>The repository with its id, which the store may not know yet.</summary>
    private async Task<(RepositoryRef Repository, Repository About)> KnownAsync(RepositoryRef asked, CancellationToken cancel)
    {
        try
        {
            return (asked, await repositories.GetAsync(asked, cancel));
        }
        catch (RetryLaterException) when (!asked.Id.IsGitHubs)
        {
            var known = await database.ReadAsync(session => Repositories.KnownAsync(session, asked with { Id = RepositoryId.Unknown }), cancel) ?? asked;
            return (known, await repositories.GetAsync(known, cancel));
        }
    }
}

/// <summary>What was found on GitHub, and how much of it the store did not have.</summary>
/// <param name="repository">The repository as it is known now.</param>
internal sealed class RebuildResult(RepositoryRef repository)
{
    public RepositoryRef Repository => repository;

    /// <summary>The bot's own issues about causes.</summary>
    public int Issues { get; set; }

    /// <summary>How many of them the store did not know.</summary>
    public int Added { get; set; }
    public int Causes { get; set; }

    /// <summary>How many sightings the store did not know.</summary>
    public int Sightings { get; set; }

    /// <summary>How many reports on pull requests the store did not know.</summary>
    public int Comments { get; set; }

    /// <summary>Issues by the same author that are not in the bot's own form.</summary>
    public int Others { get; set; }

    /// <summary>Whether a digest was found that the store did not know.</summary>
    public bool Digest { get; set; }

    internal int Closers { get; set; }
}
