namespace Whybot.Storage;

/// <summary>
/// When an installation may write on GitHub, agreed upon by all instances and remembered over restarts:
/// at least a second between writes, at most 80 a minute and 500 an hour (GitHub's limits of content creation).
/// </summary>
internal sealed class WriteSlots(IDatabase database, TimeProvider time)
{
    private const int MostAMinute = 80;
    private const int MostAnHour = 500;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Takes the next slot when it is near.</summary>
    /// <param name="spacing">Least time between two writes.</param>
    /// <param name="longest">A slot further away than that is not taken.</param>
    /// <returns>When to write, and whether the slot was taken.</returns>
    public Task<(DateTimeOffset At, bool Taken)> TakeAsync(long installation, TimeSpan spacing, TimeSpan longest, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            var now = time.GetUtcNow();
            await session.ExecuteAsync("delete from write_slots where installation = @installation and at < @old", new { installation, old = now - Hour });
            if (database.SkipLocked.Length > 0)
                await session.ExecuteAsync("select pg_advisory_xact_lock(@installation)", new { installation });
            var slots = await session.QueryAsync<DateTimeOffset>("select at from write_slots where installation = @installation order by at desc limit @most",
                new { installation, most = MostAnHour });
            var at = Later(now, slots.Count > 0 ? slots[0] + spacing : now);
            if (slots.Count >= MostAMinute)
                at = Later(at, slots[MostAMinute - 1] + Minute);
            if (slots.Count >= MostAnHour)
                at = Later(at, slots[MostAnHour - 1] + Hour);
            var taken = at - now <= longest;
            if (taken)
                await session.ExecuteAsync("insert into write_slots (installation, at) values (@installation, @at)", new { installation, at });
            return (at, taken);
        }, cancel);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
