using Whybot.GitHub;

namespace Whybot.Storage;

/// <summary>When a write may go.</summary>
/// <param name="At">Its time, or the first at which asking again may help.</param>
/// <param name="Taken">Whether it is its time now, and nobody else's.</param>
/// <param name="OwnShare">It waits for a share of its own (<see cref="WriteBudget"/>): other writes of the installation can go before.</param>
internal readonly record struct WriteTurn(DateTimeOffset At, bool Taken, bool OwnShare);

/// <summary>
/// When an installation may write on GitHub, agreed upon by all instances and remembered over restarts: at least a second between writes, and no more than
/// <see cref="WriteBudget"/> allows to whoever the write is for.
/// </summary>
internal sealed class WriteSlots(IDatabase database, TimeProvider time)
{
    /// <summary>Takes the next slot when it is near.</summary>
    /// <param name="spacing">Least time between two writes.</param>
    /// <param name="longest">A slot further away than that is not taken.</param>
    public Task<WriteTurn> TakeAsync(WriteRequest write, TimeSpan spacing, TimeSpan longest, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            var now = time.GetUtcNow();
            await session.ExecuteAsync("delete from write_slots where installation = @Installation and at < @old", new { write.Installation, old = now.AddHours(-1) });
            if (database.SkipLocked.Length > 0)
                await session.ExecuteAsync("select pg_advisory_xact_lock(@Installation)", new { write.Installation });
            var slots = (await session.QueryAsync<(DateTimeOffset At, RepositoryId? Repository, string? Person)>(
                    "select at, repository, person from write_slots where installation = @Installation order by at desc limit @most",
                    new { write.Installation, most = WriteBudget.MostAnHour }))
                .Select(s => new WriteSlot(s.At, s.Repository, s.Person)).ToList();
            var any = Later(slots.Count > 0 ? slots[0].At + spacing : now, Later(now, WriteBudget.FreeForAll(slots)));
            var at = WriteBudget.SharesOf(write).Select(s => s.Free(slots)).Aggregate(any, Later);
            var taken = at - now <= longest;
            if (taken)
                await session.ExecuteAsync("insert into write_slots (installation, at, repository, person) values (@Installation, @at, @Repository, @Person)",
                    new { write.Installation, at, write.Repository, write.Person });
            return new WriteTurn(at, taken, at > any);
        }, cancel);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
