using System.Globalization;
using Shouldly;
using Whybot.Foundation.Storage;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>Times, in each of the ways in which the stores write and read them.</summary>
public abstract partial class StoreConformance
{
    private sealed record ReadAsProperties
    {
        public required DateTimeOffset SeenAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
    }

    private sealed record ReadByConstructor(DateTimeOffset SeenAt, DateTimeOffset? EndedAt);

    private Task<T> TimesAsync<T>(Func<Session, Task<T>> act) => _database.WriteAsync(async session =>
    {
        await session.ExecuteAsync("create table times (seen_at bigint not null, ended_at bigint)");
        return await act(session);
    }, Cancel);

    private static Task<int> PutAsync(Session session, DateTimeOffset seen, DateTimeOffset? ended) =>
        session.ExecuteAsync("insert into times (seen_at, ended_at) values (@seen, @ended)", new { seen, ended });

    [Theory]
    [InlineData("0001-01-01T00:00:00.000+00:00", -62_135_596_800_000)]
    [InlineData("1969-12-31T23:59:59.999+00:00", -1)]
    [InlineData("1970-01-01T00:00:00.000+00:00", 0)]
    [InlineData("2026-11-20T12:00:00.123+00:00", 1_795_176_000_123)]
    [InlineData("2026-11-20T17:30:00.123+05:30", 1_795_176_000_123)]
    [InlineData("2026-11-19T22:00:00.123-14:00", 1_795_176_000_123)]
    [InlineData("9999-12-31T23:59:59.999+00:00", 253_402_300_799_999)]
    public Task A_time_is_kept_in_milliseconds_and_comes_back_as_the_same_moment_in_UTC(string written, long kept) => TimesAsync(async session =>
    {
        var time = DateTimeOffset.Parse(written, CultureInfo.InvariantCulture);
        await PutAsync(session, time, time);

        (await session.QueryAsync<(long, long?)>("select seen_at, ended_at from times")).ShouldBe([(kept, kept)]);
        (await session.FirstAsync<long>("select count(*) from times where seen_at = @time and ended_at <= @time", new { time })).ShouldBe(1);

        var (seen, ended) = await session.FirstAsync<(DateTimeOffset, DateTimeOffset?)>("select seen_at, ended_at from times");
        var properties = (await session.FirstAsync<ReadAsProperties>("select seen_at, ended_at from times"))!;
        var constructed = (await session.FirstAsync<ReadByConstructor>("select seen_at, ended_at from times"))!;
        DateTimeOffset?[] read =
        [
            seen, ended, properties.SeenAt, properties.EndedAt, constructed.SeenAt, constructed.EndedAt,
            await session.FirstAsync<DateTimeOffset>("select seen_at from times"),
            await session.FirstAsync<DateTimeOffset?>("select max(ended_at) from times"),
            (await session.QueryAsync<DateTimeOffset>("select seen_at from times")).Single(),
        ];
        foreach (var one in read)
            (one, one?.Offset).ShouldBe((time, TimeSpan.Zero));
        return true;
    });

    [Fact]
    public Task No_time_is_null_however_it_is_written_and_read() => TimesAsync(async session =>
    {
        await PutAsync(session, Start, null);
        DateTimeOffset? none = null;

        (await session.FirstAsync<long>("select count(*) from times where ended_at is null")).ShouldBe(1);
        (await session.FirstAsync<long>("select count(*) from times where seen_at >= coalesce(@none, seen_at)", new { none })).ShouldBe(1);
        (await session.FirstAsync<(DateTimeOffset, DateTimeOffset?)>("select seen_at, ended_at from times")).ShouldBe((Start, null));
        (await session.FirstAsync<ReadAsProperties>("select seen_at, ended_at from times")).ShouldBe(new ReadAsProperties { SeenAt = Start });
        (await session.FirstAsync<ReadByConstructor>("select seen_at, ended_at from times")).ShouldBe(new ReadByConstructor(Start, null));
        (await session.FirstAsync<DateTimeOffset?>("select ended_at from times")).ShouldBeNull();
        (await session.FirstAsync<DateTimeOffset?>("select min(seen_at) from times where seen_at < @Start", new { Start })).ShouldBeNull();
        (await session.FirstAsync<DateTimeOffset?>("select seen_at from times where seen_at < @Start", new { Start })).ShouldBeNull();
        (await session.QueryAsync<DateTimeOffset?>("select ended_at from times")).ShouldBe([null]);
        return true;
    });

    [Fact]
    public Task What_is_finer_than_a_millisecond_is_cut_off_and_still_compares_as_equal() => TimesAsync(async session =>
    {
        var fine = Start.AddTicks(TimeSpan.TicksPerMillisecond - 1);
        await PutAsync(session, fine, fine);

        (await session.FirstAsync<DateTimeOffset>("select seen_at from times")).ShouldBe(Start);
        (await session.FirstAsync<long>("select count(*) from times where seen_at = @fine and ended_at <= @fine", new { fine })).ShouldBe(1);
        (await session.FirstAsync<long>("select count(*) from times where seen_at < @fine or ended_at > @fine", new { fine })).ShouldBe(0);
        return true;
    });

    [Fact]
    public async Task A_job_is_due_and_its_lease_holds_to_the_moment_on_a_clock_that_is_finer_than_the_store()
    {
        _time.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1));
        var (jobs, now) = (Jobs(), _time.GetUtcNow());
        await jobs.EnqueueAsync(Request("team/shop", "k"), now, Cancel);
        (await jobs.CountAsync(Cancel)).OldestDue.ShouldBe(Start);

        var job = (await jobs.ClaimAsync(Lease, Cancel))!;
        job.AskedAt.ShouldBe(Start);
        _time.Advance(Lease);
        (await jobs.ClaimAsync(Lease, Cancel)).ShouldBeNull();
        await jobs.RenewAsync(job, Lease, Cancel);

        _time.Advance(Lease + TimeSpan.FromMilliseconds(1));
        (await jobs.ClaimAsync(Lease, Cancel))!.Fence.ShouldBe(job.Fence + 1);
    }
}
