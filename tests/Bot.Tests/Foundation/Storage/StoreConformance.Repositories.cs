using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>What repositories are called, and what becomes of what is kept of one when its name or its id is learned.</summary>
public abstract partial class StoreConformance
{
    private static readonly RepositoryId Nine = new(9);

    private Repositories Names => new(_database, _time);

    private static RepositoryRef Said(long id, string name, long installation = 9) => new(new RepositoryId(id), installation, new RepositoryName(name));

    private Task<RepositoryRef> SeenAsync(RepositoryRef said, int minute) =>
        _database.WriteAsync(session => Repositories.SeenAsync(session, said, Start.AddMinutes(minute)), Cancel);

    private Task<RepositoryRef?> RenamedAsync(RepositoryRef now, string? before, int minute) =>
        _database.WriteAsync(session => Repositories.RenamedAsync(session, now, RepositoryName.Of(before), Start.AddMinutes(minute)), Cancel);

    [Fact]
    public async Task A_repository_is_found_by_the_names_that_it_has_and_had_in_whichever_case()
    {
        await SeenAsync(Said(9, "team/one"), 0);
        (await RenamedAsync(Said(9, "team/two"), "team/one", 1))!.FullName.Value.ShouldBe("team/two");
        (await RenamedAsync(Said(9, "Team/Two"), "team/two", 2))!.FullName.Value.ShouldBe("Team/Two");

        foreach (var name in new[] { "team/one", "TEAM/one", "team/two", "Team/Two" })
            (await Names.FindAsync(new RepositoryName(name), Cancel)).ShouldBe(Said(9, "Team/Two"));
        (await Names.FindAsync(new RepositoryName("team/three"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_changes_by_news_and_not_by_what_comes_late()
    {
        await SeenAsync(Said(9, "team/one"), 0);
        await RenamedAsync(Said(9, "team/two"), "team/one", 5);

        (await SeenAsync(Said(9, "team/one"), 6)).FullName.Value.ShouldBe("team/two", "an event of before the renaming");
        (await RenamedAsync(Said(9, "team/one"), "team/zero", 7))!.FullName.Value.ShouldBe("team/two", "the renaming before that, which was missed");
        (await RenamedAsync(Said(9, "team/one"), "team/two", 4))!.FullName.Value.ShouldBe("team/two", "one that was received before and is acted upon again");
        (await SeenAsync(Said(9, "team/three"), 4)).FullName.Value.ShouldBe("team/two");
        (await SeenAsync(Said(9, "team/three"), 8)).FullName.Value.ShouldBe("team/three", "its renaming was missed");
        (await RenamedAsync(Said(9, "team/two"), "team/three", 9))!.FullName.Value.ShouldBe("team/two", "it has its former name again");
    }

    [Fact]
    public async Task Whoever_takes_a_name_has_it_and_the_one_before_keeps_what_is_kept_of_it()
    {
        await SeenAsync(Said(9, "team/one"), 0);
        await RenamedAsync(Said(9, "team/two"), "team/one", 1);
        await SeenAsync(Said(8, "team/one", 7), 2);

        (await Names.FindAsync(new RepositoryName("team/one"), Cancel)).ShouldBe(Said(8, "team/one", 7));
        (await SeenAsync(Said(9, "team/one"), 3)).ShouldBe(Said(9, "team/two"), "late, and the name is another's");
        (await Names.FindAsync(new RepositoryName("team/one"), Cancel))!.Id.Value.ShouldBe(8);
    }

    [Fact]
    public async Task An_event_without_an_id_is_of_the_repository_that_has_its_name()
    {
        await SeenAsync(Said(9, "team/one"), 0);

        (await SeenAsync(Said(0, "team/one"), 1)).ShouldBe(Said(9, "team/one"));
        var unknown = await SeenAsync(Said(0, "team/new"), 1);
        (unknown.Id.IsGitHubs, unknown.Id == RepositoryId.All).ShouldBe((false, false));
        (await SeenAsync(Said(0, "Team/New"), 2)).Id.ShouldBe(unknown.Id);
        (await SeenAsync(Said(0, "team/newer"), 2)).Id.ShouldNotBe(unknown.Id);
    }

    [Fact]
    public async Task The_installation_follows_the_events_of_the_present_name()
    {
        await SeenAsync(Said(9, "team/one"), 0);

        (await SeenAsync(Said(9, "team/one", 0), 1)).Installation.ShouldBe(9);
        (await RenamedAsync(Said(9, "crew/one", 7), "team/one", 2))!.Installation.ShouldBe(7);
        (await SeenAsync(Said(9, "team/one", 9), 3)).Installation.ShouldBe(7);
        (await Names.FindAsync(new RepositoryName("crew/one"), Cancel))!.Installation.ShouldBe(7);
    }

    [Fact]
    public async Task What_was_kept_under_a_name_comes_under_the_id_that_an_event_has_for_it()
    {
        var waiting = await WaitingAsync();

        (await SeenAsync(Said(9, "Team/Waiting"), 1)).Id.ShouldBe(Nine);

        await IsUnderNineAsync(waiting);
        (await Names.FindAsync(new RepositoryName("team/waiting"), Cancel)).ShouldBe(Said(9, "team/waiting"));
    }

    [Fact]
    public async Task What_was_kept_under_a_former_name_comes_under_the_id_that_its_renaming_has()
    {
        var waiting = await WaitingAsync();

        await RenamedAsync(Said(9, "team/renamed"), "team/waiting", 1);

        await IsUnderNineAsync(waiting);
        (await Names.FindAsync(new RepositoryName("team/waiting"), Cancel))!.FullName.Value.ShouldBe("team/renamed");
    }

    [Fact]
    public async Task What_was_kept_under_a_former_name_comes_under_the_id_with_an_event_that_is_late()
    {
        var waiting = await WaitingAsync();
        await SeenAsync(Said(9, "team/renamed"), 1);

        (await SeenAsync(Said(9, "team/waiting"), 2)).FullName.Value.ShouldBe("team/renamed");

        await IsUnderNineAsync(waiting);
        (await Names.FindAsync(new RepositoryName("team/waiting"), Cancel))!.FullName.Value.ShouldBe("team/renamed");
    }

    [Fact]
    public async Task Whoever_asks_GitHub_by_a_name_begins_anew_with_the_id_that_it_answers()
    {
        var waiting = await WaitingAsync();

        await Should.ThrowAsync<RetryLaterException>(() => Names.LearnAsync(waiting, Nine, new RepositoryName("team/renamed"), Cancel));

        await IsUnderNineAsync(waiting);
        (await Names.FindAsync(new RepositoryName("team/waiting"), Cancel)).ShouldBe(Said(9, "team/renamed"));
        await Should.ThrowAsync<RetryLaterException>(() => Names.LearnAsync(Said(9, "team/renamed"), Nine, new RepositoryName("team/again"), Cancel));
        await Names.LearnAsync(Said(9, "team/again"), Nine, new RepositoryName("team/again"), Cancel);
        (await Names.FindAsync(new RepositoryName("team/renamed"), Cancel)).ShouldBe(Said(9, "team/again"));
    }

    [Fact]
    public async Task Whoever_holds_a_job_of_a_repository_whose_id_is_learned_can_change_nothing_and_the_next_has_the_id()
    {
        var waiting = await WaitingAsync();
        var jobs = Jobs();
        var held = (await jobs.ClaimAsync(Lease, Cancel))!;
        held.Ref.ShouldBe(waiting);

        await SeenAsync(Said(9, "team/waiting"), 1);

        await Should.ThrowAsync<LeaseLostException>(() => _database.WriteAsync(session => JobQueue.AssertFenceAsync(session, held), Cancel));
        await jobs.FinishAsync(held, Cancel);
        var next = (await jobs.ClaimAsync(Lease, Cancel))!;
        (next.Id, next.Ref).ShouldBe((held.Id, Said(9, "team/waiting")));
    }

    [Fact]
    public async Task Where_something_is_known_under_the_id_already_it_stays_and_a_cause_keeps_its_issue()
    {
        var waiting = await WaitingAsync();
        await SeenAsync(Said(9, "team/elsewhere"), 0);
        _time.Advance(TimeSpan.FromHours(1));
        await _database.WriteAsync(async session =>
        {
            await new Ledger(_database, _time).SawAsync(session, Nine, Staging, new SeenCause(new("w1-a"), "Newer", 2, VerdictKind.Regression, null), new("s2"),
                blocked: true);
            await new EffectStore(_database, _time).PutAsync(session, new EffectRequest(Nine, "issue", "w1-a", "newer"));
            await new RunStore(_database, _time).OpenAsync(session, Nine, new CommitSha("s2"));
            await Jobs().EnqueueAsync(session, new JobRequest(Nine, "k", "kind", "newer", null), Start);
        }, Cancel);

        await RenamedAsync(Said(9, "team/elsewhere"), "team/waiting", 90);

        var kept = await _database.ReadAsync(async session => string.Join(' ',
        [
            .. await session.QueryAsync<string>("select title || issue || first_sha from causes where repository = 9"),
            .. await session.QueryAsync<string>("select draft from effects where repository = 9"),
            .. await session.QueryAsync<string>("select arguments from jobs where repository = 9"),
            .. await session.QueryAsync<string>("select sha from sightings where repository = 9 order by sha"),
            .. await session.QueryAsync<string>("select sha from runs where repository = 9 order by sha"),
            .. await session.QueryAsync<string>("select 'nothing' from repositories where id = @Id", new { waiting.Id }),
        ]), Cancel);
        kept.ShouldBe("Newer7s1 newer newer s1 s2 s1 s2");
        (await Names.FindAsync(new RepositoryName("team/waiting"), Cancel))!.Id.ShouldBe(Nine);
    }

    /// <summary>A repository of which something is known, and not its id.</summary>
    private async Task<RepositoryRef> WaitingAsync()
    {
        var waiting = await SeenAsync(Said(0, "team/waiting"), 0);
        await _database.WriteAsync(async session =>
        {
            await new Ledger(_database, _time).SawAsync(session, waiting.Id, Staging, new SeenCause(new("w1-a"), "Older", 2, VerdictKind.Regression, null),
                new("s1"), blocked: true);
            await Ledger.FiledAsync(session, waiting.Id, new ClusterId("w1-a"), 7);
            await new EffectStore(_database, _time).PutAsync(session, new EffectRequest(waiting.Id, "issue", "w1-a", "older"));
            await new RunStore(_database, _time).OpenAsync(session, waiting.Id, new CommitSha("s1"));
            await Jobs().EnqueueAsync(session, new JobRequest(waiting.Id, "k", "kind", "older", null), Start);
        }, Cancel);
        return waiting;
    }

    private async Task IsUnderNineAsync(RepositoryRef waiting)
    {
        (await new Ledger(_database, _time).FiledAsync(Nine, Cancel)).ShouldHaveSingleItem().Issue.ShouldBe(7);
        (await new EffectStore(_database, _time).PendingAsync(Nine, Cancel)).ShouldHaveSingleItem().Draft.ShouldBe("older");
        (await new RunStore(_database, _time).FindAsync(Nine, new CommitSha("s1"), Cancel)).ShouldNotBeNull();
        (await _database.ReadAsync(session => session.FirstAsync<long>("select count(*) from repositories where id = @Id", new { waiting.Id }), Cancel))
            .ShouldBe(0);
    }
}
