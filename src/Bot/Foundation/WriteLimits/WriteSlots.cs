using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;

namespace Whybot.Foundation.WriteLimits;

/// <summary>When a write may happen.</summary>
/// <param name="At">Its time, or the earliest time at which asking again may help.</param>
/// <param name="Taken">Whether the slot at that time now belongs to this write.</param>
/// <param name="OwnShare">Whether it waits because its own share is spent (<see cref="WriteBudget"/>): other writes of the installation can go first.</param>
internal readonly record struct WriteTurn(DateTimeOffset At, bool Taken, bool OwnShare);

/// <summary>
/// When an installation may write on GitHub, coordinated across all instances and remembered across restarts: at least a second between writes, and no more
/// than <see cref="WriteBudget"/> allows for the purpose of the write.
/// </summary>
internal sealed class WriteSlots(IDatabase database, TimeProvider time)
{
    /// <summary>Takes the next slot if it is near.</summary>
    /// <param name="spacing">Minimum time between two writes.</param>
    /// <param name="longest">A slot further away than this is not taken.</param>
    public Task<WriteTurn> TakeAsync(WriteRequest write, TimeSpan spacing, TimeSpan longest, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            var now = time.GetUtcNow();
            await session.ExecuteAsync("delete from write_slots where installation = @Installation and at < @old",
                new { write.Installation, old = now.AddHours(-1) });
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
