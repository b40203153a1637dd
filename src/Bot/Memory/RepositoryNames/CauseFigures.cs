using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.RepositoryNames;

/// <summary>
/// What is kept of each cause's counted sightings, so that lists need not count them: how often it failed and passed, when it failed last, and since when it
/// fails or is quiet. Whatever writes sightings has them counted again.
/// </summary>
/// <remarks>
/// Each aggregate is over an expression, never over <c>seen_at</c> alone: SQLite would look for the least one along an index of times, past the sightings of
/// all other causes.
/// </remarks>
internal static class CauseFigures
{
    private const string Of = "from counted_sightings s where s.repository = causes.repository and s.cluster = causes.cluster";

    /// <summary>Counts for all causes; <see cref="Since"/> comes after it.</summary>
    public const string Count = $"""
        update causes set failed = (select count(case when s.tests >= 0 then 1 end) {Of}), passed = (select count(case when s.tests < 0 then 1 end) {Of}),
            last_at = (select max(case when s.tests >= 0 then s.seen_at else causes.first_at end) {Of}),
            passed_at = (select max(case when s.tests < 0 then s.seen_at end) {Of})
        """;

    /// <summary>Works out for all causes since when they fail or are quiet.</summary>
    public const string Since = $"""
        update causes set
            since_at = (select min(case when s.tests >= 0 and s.seen_at > coalesce(causes.passed_at, 0) then s.seen_at end) {Of}),
            quiet_at = (select min(case when s.tests < 0 and s.seen_at > coalesce(causes.last_at, 0) then s.seen_at end) {Of})
        """;

    public static Task OfCauseAsync(Session session, RepositoryId repository, ClusterId cluster) =>
        WhereAsync(session, "repository = @repository and cluster = @cluster", new { repository, cluster });

    /// <summary>For the causes that were seen at a commit.</summary>
    public static Task AtCommitAsync(Session session, RepositoryId repository, CommitSha sha) => WhereAsync(session,
        "repository = @repository and cluster in (select cluster from sightings where repository = @repository and sha = @sha)", new { repository, sha });

    public static Task OfRepositoryAsync(Session session, RepositoryId repository) => WhereAsync(session, "repository = @repository", new { repository });

    private static async Task WhereAsync(Session session, string where, object arguments)
    {
        await session.ExecuteAsync($"{Count} where {where}", arguments);
        await session.ExecuteAsync($"{Since} where {where}", arguments);
    }
}
