using Shouldly;
using Whybot.Foundation.Identity;
using Whybot.Foundation.WriteLimits;
using Whybot.Memory.Effects;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>The write budget.</summary>
public abstract partial class StoreConformance
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(0.5);
    private static readonly WriteRequest Result = new(1, new RepositoryId(7));

    private Task<WriteTurn> TakeAsync(WriteRequest write, TimeSpan? longest = null) =>
        new WriteSlots(_database, _time).TakeAsync(write, Spacing, longest ?? TimeSpan.FromSeconds(10), Cancel);

    /// <summary>How many of a kind find their turn within an hour.</summary>
    private async Task<int> TurnsOfAnHourAsync(Func<int, WriteRequest> write)
    {
        var turns = 0;
        while ((await TakeAsync(write(turns), TimeSpan.FromHours(1) - Spacing)).Taken)
            turns++;
        return turns;
    }

    [Fact]
    public async Task Writes_are_apart_at_most_80_a_minute_and_500_an_hour_for_all_instances_together()
    {
        var (one, two) = (new WriteSlots(_database, _time), new WriteSlots(Opened(), _time));
        var writes = new List<DateTimeOffset>();
        for (var i = 0; i < 501; i++)
        {
            var write = new WriteRequest(1, Person: i % 10 == 0 ? "ann" : null);
            var turn = await (i % 2 == 0 ? one : two).TakeAsync(write, Spacing, TimeSpan.FromHours(2), Cancel);
            turn.Taken.ShouldBeTrue();
            writes.Add(turn.At);
        }

        writes.Zip(writes.Skip(1)).Min(w => (w.Second - w.First).TotalSeconds).ShouldBe(0.5);
        (writes[80] - writes[0]).TotalSeconds.ShouldBe(60);
        (writes[500] - writes[0]).TotalHours.ShouldBe(1);
        (await TakeAsync(new WriteRequest(1))).ShouldBe(new WriteTurn(writes[500] + Spacing, Taken: false, OwnShare: false), "nobody may write");
        (await TakeAsync(new WriteRequest(2))).Taken.ShouldBeTrue("another installation has its own");
    }

    [Fact]
    public async Task One_person_gets_a_fifth_and_the_others_go_on()
    {
        (await TurnsOfAnHourAsync(_ => new WriteRequest(1, new RepositoryId(7), "ann"))).ShouldBe(100);
        _time.Advance(TimeSpan.FromMinutes(50));

        (await TakeAsync(new WriteRequest(1, new RepositoryId(8), "Ann"))).ShouldBe(new WriteTurn(Start.AddHours(1), Taken: false, OwnShare: true));
        (await TakeAsync(new WriteRequest(1, new RepositoryId(7), "ben"))).Taken.ShouldBeTrue();
        (await TakeAsync(Result)).Taken.ShouldBeTrue();
    }

    [Fact]
    public async Task Answers_to_however_many_people_leave_results_most_of_the_hour()
    {
        (await TurnsOfAnHourAsync(i => new WriteRequest(1, new RepositoryId(10 + (i % 7)), $"person-{i}"))).ShouldBe(200);
        _time.Advance(TimeSpan.FromMinutes(50));

        (await TakeAsync(new WriteRequest(1, new RepositoryId(7), "zoe"))).OwnShare.ShouldBeTrue();
        (await TakeAsync(Result)).Taken.ShouldBeTrue();
    }

    [Fact]
    public async Task Results_leave_a_tenth_of_the_hour_to_answers()
    {
        (await TurnsOfAnHourAsync(i => new WriteRequest(1, new RepositoryId(10 + (i % 7))))).ShouldBe(450);
        _time.Advance(TimeSpan.FromMinutes(50));

        (await TakeAsync(Result)).OwnShare.ShouldBeTrue();
        (await TakeAsync(Result with { Person = "ann" })).Taken.ShouldBeTrue();
    }

    [Fact]
    public async Task One_repository_leaves_a_fifth_of_the_hour_to_the_others()
    {
        (await TurnsOfAnHourAsync(_ => Result)).ShouldBe(400);
        _time.Advance(TimeSpan.FromMinutes(50));

        (await TakeAsync(Result)).OwnShare.ShouldBeTrue();
        (await TakeAsync(Result with { Repository = new RepositoryId(8) })).Taken.ShouldBeTrue();
    }

    [Fact]
    public async Task Strangers_share_a_twentieth_of_the_hour_and_a_comment_costs_what_its_answers_do()
    {
        var strangers = new StrangerComments(_database, _time);
        Task<bool> AdmitAsync(string comment, int commands = 1, long installation = 1) =>
            strangers.AdmitAsync(installation, new RepositoryId(7), comment, commands, Cancel);

        (await AdmitAsync("c1", commands: 10)).ShouldBeTrue();
        (await AdmitAsync("c2", commands: 10)).ShouldBeTrue();
        (await AdmitAsync("c3")).ShouldBeFalse("24 of 25 writes are gone");
        (await AdmitAsync("c1", commands: 10)).ShouldBeTrue("an interrupted answer goes on");
        (await AdmitAsync("c3", installation: 2)).ShouldBeTrue("another installation has its own");

        _time.Advance(TimeSpan.FromHours(1.1));
        (await AdmitAsync("c3")).ShouldBeTrue();
    }
}
