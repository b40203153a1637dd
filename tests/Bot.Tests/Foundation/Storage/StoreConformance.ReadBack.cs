using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;
using Whybot.Memory.Runs;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>What is read back from GitHub after a loss, and never replaces what is known.</summary>
public abstract partial class StoreConformance
{
    private static SeenRow ReadBackRow(int day, int tests, string place = "main") => new(Start.AddDays(-day), place, new CommitSha($"{day:x40}"), tests);

    private static ReadBackCause ReadBackOf(string cluster, int ran, params SeenRow[] rows) => new(
        Broken(cluster) with { Issue = 7, IsReadBack = true, TestIds = ["a::b"] }, rows, ran, ran, new DateOnly(2026, 10, 1));

    private Task<int> ReadBackAsync(ReadBackCause cause) => _database.WriteAsync(session =>
        ReadBackCauses.AddAsync(session, Here, cause, place => place == "main" ? Main : place == "pull request 3" ? null : Mandate.OfDeployment(place)),
        Cancel);

    [Fact]
    public async Task What_an_issue_says_is_added_once_with_its_figures()
    {
        var cause = ReadBackOf("w2-r1", 3, ReadBackRow(1, -1), ReadBackRow(2, 2, "staging"), ReadBackRow(3, 1), ReadBackRow(4, 1, "pull request 3"));

        (await ReadBackAsync(cause)).ShouldBe(3);
        (await ReadBackAsync(cause)).ShouldBe(0);

        (await SightingsAsync("w2-r1")).Select(s => (s.Place, s.Tests)).ShouldBe([("main", -1L), ("staging", 2L), ("main", 1L)]);
        (await new Ledger(_database, _time).BeforeAsync(Here, new ClusterId("w2-r1"), Cancel)).ShouldBe((3, 3, false));
        (await _database.ReadAsync(session => ReadBackCauses.BeforeAsync(session, Here, 7), Cancel)).ShouldBe(new SeenBefore(3, 3, new DateOnly(2026, 10, 1)));
        var known = (await new CauseExplanations(_database, _time).OfThreadAsync(Here, 7, Cancel)).ShouldHaveSingleItem();
        (known.About.IsReadBack, known.Place, known.SeenAt).ShouldBe((true, "staging", Start.AddDays(-2)));
    }

    [Fact]
    public async Task Where_all_runs_are_known_none_is_counted_before_them()
    {
        await ReadBackAsync(ReadBackOf("w2-r2", 0, ReadBackRow(1, 2)));
        (await _database.ReadAsync(session => ReadBackCauses.BeforeAsync(session, Here, 7), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_seen_since_stays_and_a_persons_ruling_too()
    {
        var ledger = new Ledger(_database, _time);
        foreach (var cluster in new[] { "w2-r3", "w2-r4" })
            await _database.WriteAsync(session =>
                ledger.SawAsync(session, Here, Main, Broken(cluster, "Newer"), new CommitSha($"{1:x40}"), blocked: false), Cancel);
        await _database.WriteAsync(session => new Rulings(_database, _time).PutAsync(session, Here,
            new RulingRow { Cluster = new ClusterId("w2-r4"), Kind = RulingRow.NotThis, Value = "7", Login = "ann", Thread = 7, Key = "k" }), Cancel);

        foreach (var cluster in new[] { "w2-r3", "w2-r4" })
            (await ReadBackAsync(ReadBackOf(cluster, 0, ReadBackRow(1, 9), ReadBackRow(2, 9)))).ShouldBe(1);

        (await SightingsAsync("w2-r3")).Select(s => s.Tests).ShouldBe([2L, 9L]);
        var filed = (await ledger.FiledAsync(Here, Cancel)).ShouldHaveSingleItem();
        (filed.Cluster, filed.Title, filed.Issue).ShouldBe((new ClusterId("w2-r3"), "Newer", 7L));
    }

    [Fact]
    public async Task An_effect_and_a_closing_that_were_found_are_added_only_if_there_is_none()
    {
        Task<bool> FoundAsync(string draft) => _database.WriteAsync(
            session => EffectStore.FoundAsync(session, new EffectRequest(Here, "issue", "w2-r5", draft), 7, "hash", Start), Cancel);
        (await FoundAsync("1"), await FoundAsync("2")).ShouldBe((true, false));
        var effects = new EffectStore(_database, _time);
        (await effects.FindAsync(Here, "issue", "w2-r5", Cancel))!.ShouldSatisfyAllConditions(
            e => e.Draft.ShouldBe("1"), e => e.State.ShouldBe("sent"), e => e.RemoteId.ShouldBe(7), e => e.Sent.ShouldBe("hash"));
        await _database.WriteAsync(session => IssueCare.FoundClosedAsync(session, Here, 7, Start, "ann"), Cancel);
        await _database.WriteAsync(session => IssueCare.FoundClosedAsync(session, Here, 7, Start.AddDays(1), null), Cancel);
        (await new IssueCare(_database, _time).OfAsync(Here, 7, Cancel)).ShouldBe(new CareRecord { ClosedAt = Start, ClosedBy = "ann" });
    }

    [Fact]
    public async Task Fetched_runs_are_older_than_the_run_that_they_were_fetched_for()
    {
        var runs = new RunStore(_database, _time);
        Task FetchedAsync(int day, params StoredResult[] results) => _database.WriteAsync(session =>
            RunStore.FetchedAsync(session, Here, new FetchedRun(new CommitSha($"{day:x40}"), "main", Start.AddDays(-day), Green: day > 1, results)), Cancel);
        foreach (var day in new[] { 2, 1, 3 })
            await FetchedAsync(day);
        await FetchedAsync(2, new StoredResult("a.xml", [1]));
        await FetchedAsync(2, new StoredResult("b.xml", [2]));

        var history = await runs.HistoryAsync(Here, "main", trunk: true, new CommitSha("x"), 10, Cancel);

        history.Select(r => (r.Sha.Value[^1], r.Green)).ShouldBe([('3', 1L), ('2', 1L), ('1', 0L)]);
        (await runs.ResultsAsync(history[1].Id, Cancel)).ShouldHaveSingleItem().File.ShouldBe("a.xml");
        (await runs.HasResultsAsync(history[0], Cancel), await runs.HasResultsAsync(history[1], Cancel)).ShouldBe((false, true));
    }
}
