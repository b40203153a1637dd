using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Foundation.Queue;

/// <summary>
/// Jobs under leases. In each line of a repository at most one job runs at a time, the one that has been due longest first. Repositories run in parallel, in
/// any number of instances. A holder that dies loses its lease. One that is merely slow is fenced off: with an old fence it can change nothing.
/// </summary>
internal sealed class JobQueue(IDatabase database, TimeProvider time)
{
    /// <summary>Runs in the caller's transaction, so that a delivery and its job are stored together.</summary>
    /// <param name="due">Replaces the due time of a job that is already waiting; a job that is running becomes due again at that time. A dead job gets new
    /// attempts.</param>
    public Task EnqueueAsync(Session session, JobRequest job, DateTimeOffset due) =>
        session.ExecuteAsync("""
            insert into jobs (repository, line, key, kind, arguments, delivery, created_at, asked_at, due_at)
            values (@Repository, @Line, @Key, @Kind, @Arguments, @Delivery, @now, @now, @due)
            on conflict (repository, key) do update set
                arguments = excluded.arguments, delivery = excluded.delivery, asked_at = excluded.asked_at,
                due_at = case jobs.state when 'running' then jobs.due_at else excluded.due_at end,
                attempts = case jobs.state when 'dead' then 0 else jobs.attempts end,
                asked_again = case jobs.state when 'running' then excluded.due_at else null end,
                state = case jobs.state when 'dead' then 'pending' else jobs.state end
            """, new { job.Repository, job.Line, job.Key, job.Kind, job.Arguments, job.Delivery, now = Now, due });

    /// <summary>Runs in the caller's transaction; the job is due at once.</summary>
    public Task EnqueueAsync(Session session, JobRequest job) => EnqueueAsync(session, job, Now);

    /// <summary>The job is due at once.</summary>
    public Task EnqueueAsync(JobRequest job, CancellationToken cancel) => EnqueueAsync(job, Now, cancel);

    public Task EnqueueAsync(JobRequest job, DateTimeOffset due, CancellationToken cancel) =>
        database.WriteAsync(session => EnqueueAsync(session, job, due), cancel);

    /// <summary>Schedules a job, unless it is already waiting: then it keeps its own due time, even one that passed while nothing was running.</summary>
    public Task ScheduleIfAbsentAsync(JobRequest job, DateTimeOffset due, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("""
            insert into jobs (repository, line, key, kind, arguments, delivery, created_at, asked_at, due_at)
            values (@Repository, @Line, @Key, @Kind, @Arguments, @Delivery, @now, @now, @due)
            on conflict (repository, key) do update set state = 'pending', due_at = excluded.due_at, attempts = 0 where jobs.state = 'dead'
            """, new { job.Repository, job.Line, job.Key, job.Kind, job.Arguments, job.Delivery, now = Now, due }), cancel);

    /// <summary>Takes the job that has been due longest, among repositories that are idle; null if there is none.</summary>
    public async Task<Job?> ClaimAsync(TimeSpan lease, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(session => ClaimAsync(session, lease), cancel);
        }
        catch (StoreConflictException)
        {
            // Two instances chose two jobs of one repository at the same time; the unique index let only one of them through.
            return null;
        }
    }

    private async Task<Job?> ClaimAsync(Session session, TimeSpan lease)
    {
        await session.ExecuteAsync("""
            update jobs set state = case when attempts >= @most then 'dead' else 'pending' end, error = 'its holder did not come back', leased_until = null
            where state = 'running' and leased_until < @now
            """, new { now = Now, most = Backoff.MostDeaths });
        return await session.FirstAsync<Job>($"""
            update jobs set state = 'running', attempts = attempts + 1, fence = fence + 1, leased_until = @until
            where id = (select j.id from jobs j where j.state = 'pending' and j.due_at <= @now
                            and not exists (select 1 from jobs r where r.repository = j.repository and r.line = j.line and r.state = 'running')
                        order by j.due_at, j.id limit 1 {database.SkipLocked})
            returning id, {RepositoryColumns.Sql}, key, kind, arguments, delivery, asked_at, attempts, fence
            """, new { now = Now, until = Now + lease });
    }

    /// <summary>When there may next be something to claim: a job becomes due, or the lease of a running one ends. Null if nothing is waiting.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancel)
    {
        var (due, leased) = await database.ReadAsync(session => session.FirstAsync<(DateTimeOffset?, DateTimeOffset?)>("""
            select (select j.due_at from jobs j where j.state = 'pending'
                        and not exists (select 1 from jobs r where r.repository = j.repository and r.line = j.line and r.state = 'running')
                    order by j.due_at, j.id limit 1),
                   (select min(leased_until) from jobs where state = 'running')
            """), cancel);
        return due is null || leased < due ? leased : due;
    }

    /// <exception cref="LeaseLostException">Another instance may hold it.</exception>
    public async Task RenewAsync(Job job, TimeSpan lease, CancellationToken cancel) =>
        await database.WriteAsync(session => AssertFenceAsync(session, job, "leased_until = @until",
            new { job.Id, job.Fence, until = Now + lease }), cancel);

    /// <summary>Runs in the caller's transaction: what it writes is committed only if the job is still held.</summary>
    /// <exception cref="LeaseLostException">Another instance may hold it.</exception>
    public static Task AssertFenceAsync(Session session, Job job) => AssertFenceAsync(session, job, "fence = fence", new { job.Id, job.Fence });

    /// <summary>Ends the job; if it was requested again in the meantime, it goes back to waiting.</summary>
    public Task FinishAsync(Job job, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("delete from jobs where id = @Id and fence = @Fence and state = 'running' and asked_again is null", job);
            await session.ExecuteAsync("""
                update jobs set state = 'pending', due_at = asked_again, asked_again = null, attempts = 0, error = null, leased_until = null
                where id = @Id and fence = @Fence and state = 'running'
                """, job);
        }, cancel);

    /// <summary>Postpones the job: nothing is wrong, it only has to wait. This attempt does not count.</summary>
    public Task DeferAsync(Job job, DateTimeOffset due, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("""
            update jobs set state = 'pending', due_at = coalesce(asked_again, @due), asked_again = null, attempts = attempts - 1, leased_until = null
            where id = @Id and fence = @Fence and state = 'running'
            """, new { job.Id, job.Fence, due }), cancel);

    /// <summary>After a failure: the job runs again at <paramref name="due"/>; null makes it a dead letter.</summary>
    public Task FailAsync(Job job, string error, DateTimeOffset? due, CancellationToken cancel) =>
        database.WriteAsync(session => session.ExecuteAsync("""
            update jobs set state = @state, due_at = @due, error = @error, asked_again = null, leased_until = null
            where id = @Id and fence = @Fence and state = 'running'
            """, new { job.Id, job.Fence, error, state = due is null ? "dead" : "pending", due = due ?? time.GetUtcNow() }), cancel);

    /// <summary>Removes the waiting jobs of a repository that the bot has left.</summary>
    public static Task RemoveAsync(Session session, RepositoryId repository) =>
        session.ExecuteAsync("delete from jobs where repository = @repository and state <> 'running'", new { repository });

    /// <summary>The sweeps are not counted, since one is always waiting.</summary>
    public Task<JobCounts> CountAsync(CancellationToken cancel) =>
        database.ReadAsync(async session =>
        {
            var counts = (await session.QueryAsync<(string, long)>("select state, count(*) from jobs where kind not like 'sweep%' group by state"))
                .ToDictionary(c => c.Item1, c => c.Item2);
            var oldest = await session.FirstAsync<DateTimeOffset?>("""
                select min(due_at) from jobs where state = 'pending' and due_at <= @now and kind not like 'sweep%'
                """, new { now = Now });
            return new JobCounts(counts.GetValueOrDefault("pending"), counts.GetValueOrDefault("running"), counts.GetValueOrDefault("dead"), oldest);
        }, cancel);

    private DateTimeOffset Now => time.GetUtcNow();

    private static async Task AssertFenceAsync(Session session, Job job, string set, object arguments)
    {
        if (await session.ExecuteAsync($"update jobs set {set} where id = @Id and fence = @Fence and state = 'running'", arguments) == 0)
            throw new LeaseLostException(job);
    }
}
