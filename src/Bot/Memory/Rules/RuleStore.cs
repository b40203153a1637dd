using Whybot.Analysis.Explanation.Rules;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.Rules;

/// <summary>Known-issue rules that are in use: in the words of somebody who had permission, not as the issue's text reads by now.</summary>
internal sealed class RuleStore(IDatabase database, TimeProvider time)
{
    /// <summary>Replaces the issue's rules with these.</summary>
    public async Task PutAsync(Session session, RepositoryId repository, int issue, string login, IReadOnlyList<RuleBlock> rules)
    {
        await session.ExecuteAsync("delete from rules where repository = @repository and issue = @issue", new { repository, issue = (long)issue });
        foreach (var rule in rules)
            await session.ExecuteAsync("insert into rules (repository, issue, line, text, login, at) values (@repository, @issue, @line, @Text, @login, @now)",
                new { repository, issue = (long)issue, line = (long)rule.Line, rule.Text, login, now = time.GetUtcNow() });
    }

    public async Task<IReadOnlyList<(int Issue, RuleBlock Block)>> OfAsync(RepositoryId repository, CancellationToken cancel) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<(long, long, string)>(
            "select issue, line, text from rules where repository = @repository order by issue, line", new { repository }), cancel))
            .Select(r => ((int)r.Item1, new RuleBlock((int)r.Item2, r.Item3)))];
}
