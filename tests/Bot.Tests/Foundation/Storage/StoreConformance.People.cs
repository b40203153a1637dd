using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Rules;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Causes;
using Whybot.Memory.Rules;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>What people have said, and what is kept of causes.</summary>
public abstract partial class StoreConformance
{
    private static RepositoryId Here => IdOf("team/shop");

    private static RulingRow Ruling(string kind, string value, string key, DateTimeOffset? until = null, string? before = null) =>
        new() { Cluster = new ClusterId("w1-x"), Kind = kind, Value = value, Login = "ann", Thread = 3, Key = key, Until = until, Before = before };

    [Fact]
    public async Task A_ruling_stands_until_it_is_taken_back_or_ends_and_later_ones_win()
    {
        var rulings = new Rulings(_database, _time);
        await _database.WriteAsync(async session =>
        {
            await rulings.PutAsync(session, Here, Ruling(RulingRow.Priority, "P2", "1.1"));
            await rulings.PutAsync(session, Here, Ruling(RulingRow.Priority, "P2", "1.1"));
            await rulings.PutAsync(session, Here, Ruling(RulingRow.Priority, "P1", "2.1"));
            await rulings.PutAsync(session, Here, Ruling(RulingRow.NotThis, "7", "3.1", before: "7"));
            await rulings.PutAsync(session, Here, Ruling(RulingRow.Mute, "later", "4.1", _time.GetUtcNow().AddHours(1)));
        }, Cancel);

        var standing = await rulings.StandingAsync(Here, Cancel);
        standing.Count.ShouldBe(4);
        Rulings.Muted(standing).ShouldHaveSingleItem().Value.ShouldBe("w1-x");
        var one = Rulings.ByCluster(standing)[new ClusterId("w1-x")];
        (one.Priority, one.NotIssues).ShouldSatisfyAllConditions(r => r.Priority.ShouldBe(Priority.P1), r => r.NotIssues.ShouldBe([7]));

        _time.Advance(TimeSpan.FromHours(2));
        Rulings.Muted(await rulings.StandingAsync(Here, Cancel)).ShouldBeEmpty();
        (await rulings.LastAsync(Here, 3, Cancel)).ShouldHaveSingleItem().Key.ShouldBe("4.1");
        await _database.WriteAsync(session => rulings.UndoAsync(session, Here, "4.1", "bob"), Cancel);
        (await rulings.LastAsync(Here, 3, Cancel)).ShouldHaveSingleItem().Before.ShouldBe("7");
    }

    [Fact]
    public async Task A_thread_finds_its_causes_by_their_issue_or_by_what_it_was_told_last()
    {
        var (explanations, ledger) = (new CauseExplanations(_database, _time), new Ledger(_database, _time));
        var suspect = new PastSuspect(new CommitSha("s1"), "src/a.py", true);
        async Task Saw(string cluster, string sha, int? thread, PastSuspect? by = null, int? matched = null)
        {
            var cause = new SeenCause(new ClusterId(cluster), "Broken", 2, VerdictKind.Regression, null) { Suspect = by, Matched = matched };
            await _database.WriteAsync(async session =>
            {
                await ledger.SawAsync(session, Here, Staging, cause, new CommitSha(sha), blocked: true);
                await explanations.PutAsync(session, Here, Staging, cause, new CommitSha(sha), thread is { } number ? [number] : []);
            }, Cancel);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        await Saw("w1-a", "s1", 4, suspect);
        await Saw("w1-b", "s2", 4);
        await Saw("w1-c", "s2", null, matched: 9);
        await Saw("w1-a", "s3", null);
        await _database.WriteAsync(session => Ledger.FiledAsync(session, Here, new ClusterId("w1-a"), 7), Cancel);

        (await explanations.OfThreadAsync(Here, 7, Cancel)).Select(c => (c.Cluster, c.Sha.Value, c.About.Suspect))
            .ShouldBe([(new ClusterId("w1-a"), "s3", suspect)], "who was named first stays named");
        (await explanations.OfThreadAsync(Here, 4, Cancel)).Select(c => c.Cluster).ShouldBe([new ClusterId("w1-b")]);
        (await explanations.OfThreadAsync(Here, 9, Cancel)).Select(c => c.Cluster).ShouldBe([new ClusterId("w1-c")]);
        (await explanations.OfThreadAsync(Here, 5, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cause_that_fails_and_passes_on_one_commit_of_a_place_has_flipped_and_an_issues_causes_are_counted_together()
    {
        var ledger = new Ledger(_database, _time);
        await _database.WriteAsync(async session =>
        {
            foreach (var cluster in new[] { "w1-a", "w1-b" })
            {
                await ledger.SawAsync(session, Here, Staging, new(new(cluster), "Broken", 2, VerdictKind.Regression, null) { RanBefore = 4 }, new("s1"),
                    blocked: false);
                await Ledger.FiledAsync(session, Here, new ClusterId(cluster), 7);
            }
            await ledger.ClearedAsync(session, Here, Staging, new ClusterId("w1-a"), new CommitSha("s1"));
            await ledger.ClearedAsync(session, Here, Mandate.OfDeployment("production"), new ClusterId("w1-b"), new CommitSha("s1"));
            await ledger.ClearedAsync(session, Here, Staging, new ClusterId("w1-a"), new CommitSha("s2"));
        }, Cancel);

        (await ledger.FlippedAsync(Here, Cancel)).ShouldBe([(new ClusterId("w1-a"), 1L)]);
        (await ledger.BeforeAsync(Here, new ClusterId("w1-a"), Cancel)).ShouldBe((4, 0, false));
        (await _database.ReadAsync(session => Ledger.OfIssueAsync(session, Here, 7), Cancel)).Select(s => (s.Sha.Value, s.Tests))
            .ShouldBe([("s1", 4L), ("s2", -1L)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_rule_that_is_overturned_more_than_one_time_in_five_is_doubted_once_it_was_used_often_enough()
    {
        var records = new RuleRecords(_database, _time);
        await _database.WriteAsync(async session =>
        {
            for (var i = 0; i < 9; i++)
                await records.UsedAsync(session, Here, "regression", $"w1-{i}");
            foreach (var overturned in new[] { "w1-0", "w1-0", "w1-1", "w1-2", "w1-99" })
                await records.OverturnedAsync(session, Here, "regression", overturned, "ann", $"k{overturned}");
        }, Cancel);
        (await records.OfAsync(Here, Cancel)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(r => r.Overturned.ShouldBe(3), r => r.IsDoubted.ShouldBeFalse());

        await _database.WriteAsync(session => records.UsedAsync(session, Here, "regression", "w1-9"), Cancel);
        (await records.OfAsync(Here, Cancel)).ShouldHaveSingleItem().IsDoubted.ShouldBeTrue();
        await _database.WriteAsync(session => RuleRecords.UndoAsync(session, Here, "kw1-0"), Cancel);
        (await records.OfAsync(Here, Cancel)).ShouldHaveSingleItem().IsDoubted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromDays(91));
        (await records.OfAsync(Here, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_rules_of_an_issue_are_those_that_were_written_last()
    {
        var rules = new RuleStore(_database, _time);
        await _database.WriteAsync(session => rules.PutAsync(session, Here, 3, "ann", [new RuleBlock(3, "text: one"), new RuleBlock(9, "text: two")]), Cancel);
        await _database.WriteAsync(session => rules.PutAsync(session, Here, 3, "ann", [new RuleBlock(4, "text: three")]), Cancel);

        (await rules.OfAsync(Here, Cancel)).ShouldBe([(3, new RuleBlock(4, "text: three"))]);
    }
}
