using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Memory.Causes;

namespace Whybot.Features.IssueLifecycle;

/// <summary>Finds the issues that the digest lists: those that runs contradict or that have long been quiet, if they are still open on GitHub.</summary>
internal sealed class DigestIssues(IssuesClient issues, TrackedIssues kept, ContradictionStore contradictions, Ledger ledger)
{
    /// <summary>Limited because each issue takes a request to GitHub.</summary>
    private const int Most = 30;

    public async Task<IReadOnlyList<RefutedIssue>> RefutedAsync(RepositoryRef repository, DateTimeOffset since, CancellationToken cancel)
    {
        var open = new List<RefutedIssue>();
        foreach (var refuted in await contradictions.SinceAsync(repository.Id, since, Most, cancel))
            if (await issues.FindAsync(repository, refuted.Issue, cancel) is { State: "open" } issue)
                open.Add(refuted with { Title = issue.Title, Priority = PriorityOf(issue) });
        return open;
    }

    private static Priority? PriorityOf(Issue issue) => issue.Labels.Select(l => Priorities.Parse(l.Name)).Min();

    /// <summary>Issues filed by the bot that have long been quiet and are still open.</summary>
    public async Task<IReadOnlyList<LingeringIssue>> LingeringAsync(RepositoryRef repository, DateTimeOffset quietSince, CancellationToken cancel)
    {
        var lingering = new List<LingeringIssue>();
        foreach (var number in await ledger.QuietAsync(repository.Id, quietSince, Most, cancel))
        {
            var causes = await kept.CausesAsync(repository.Id, number, new Dictionary<ClusterId, Ruling>(), cancel);
            // The cause that needs the most clean runs decides for all of them.
            if (causes.Where(c => c.LastFailure is not null).MaxBy(
                c => ClosingRule.Needed(ClosingRule.RateOf(c), isFixed: false)) is { LastFailure.At: { } last } cause
                && await issues.FindAsync(repository, number, cancel) is { State: "open" } issue)
                lingering.Add(new LingeringIssue(number, issue.Title, last, cause.Rows.Count(r => !r.Cleared), cause.Clean,
                    ClosingRule.Needed(ClosingRule.RateOf(cause), isFixed: false)));
        }
        return lingering;
    }
}
