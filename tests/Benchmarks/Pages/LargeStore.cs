using System.Text;
using Dapper;
using Whybot.Analysis;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Setup;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.RunFolders;
using Whybot.Testing;

namespace Whybot.Benchmarks.Pages;

/// <summary>Fills a new store with <see cref="StoreRows"/>, and the newest runs with a report.</summary>
internal sealed class LargeStore(IDatabase database, StoreSize size)
{
    private const string Sample = "redis-down";
    private static readonly TimeSpan Span = TimeSpan.FromDays(170);
    private static readonly string[] Verdicts =
        ["regression", "regression", "known", "flaky", "environment", "regression", "environment", "flaky", "inconclusive", "regression"];

    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    public async Task FillAsync(CancellationToken cancel)
    {
        await database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("create table numbers (n bigint primary key)");
            await session.ExecuteAsync("""
                insert into numbers with recursive up (n) as (select 0 union all select n + 1 from up where n < @most - 1) select n from up
                """, new { most = size.Most });
        }, cancel);
        var arguments = Arguments();
        foreach (var rows in StoreRows.All)
            await database.WriteAsync(session => session.ExecuteAsync(rows, arguments), cancel);
        await database.WriteAsync(ReportsAsync, cancel);
        await database.WriteAsync(session => session.ExecuteAsync("drop table numbers"), cancel);
    }

    private DynamicParameters Arguments()
    {
        var arguments = new DynamicParameters(new
        {
            repositories = (long)size.Repositories,
            deployments = (long)size.Deployments,
            commits = (long)size.Commits,
            causes = (long)size.Causes,
            now = StoredTime.Of(_now),
            start = StoredTime.Of(_now - Span),
            span = (long)Span.TotalMilliseconds,
            plan = """{"schema":1,"focus":"all","whole":true,"phases":[],"markdown":"All suites."}""",
            passed = """{"ended":2,"suites":[{"name":"orders","category":"critical","passed":212,"failed":0,"skipped":1,"flaky":0}]}""",
            failed = """{"ended":2,"suites":[{"name":"orders","category":"critical","passed":196,"failed":16,"skipped":1,"flaky":0}]}""",
            worklog = string.Concat(Enumerable.Repeat("The suites ran against staging, and this is what they found.\n", 16)),
            draft = EffectJson.Write(new CheckEffect(new CommitSha(new string('d', 40)), "neutral", new CheckDraft("No-go", new string('x', 1000), []))),
        });
        for (var digit = 0; digit < Verdicts.Length; digit++)
        {
            arguments.Add($"verdict{digit}", Verdicts[digit]);
            arguments.Add($"about{digit}", Packed.Zip(Encoding.UTF8.GetBytes(About(Verdicts[digit]).ToJson())));
        }
        return arguments;
    }

    private static SeenCause About(string verdict) => new(new("w2-10000000"), "the order has no field 'total'", 3, VerdictKinds.Parse(verdict)!.Value, null)
    {
        RootCause = "the field total was renamed",
        TestIds = [.. Enumerable.Range(0, 20).Select(i => $"tests/test_orders.py::test_part_{i}")],
        Priority = Analysis.Inputs.Settings.Priority.P1,
    };

    /// <summary>A real report for the newest runs; those of all runs would only take up the disk.</summary>
    private async Task ReportsAsync(Session session)
    {
        var (report, passages) = Analysed();
        var reports = new ReportStore(database, TimeProvider.System);
        foreach (var kind in new[] { ("deployment_runs", (Func<long, string>)ReportStore.OfDeployment), ("runs", ReportStore.OfCommit) })
            foreach (var (id, repository) in await session.QueryAsync<(long, long)>(
                $"select id, repository from {kind.Item1} order by id desc limit {size.Repositories * 5}"))
                await reports.PutAsync(session, new RepositoryId(repository), kind.Item2(id), report, passages);
    }

    private static (string Report, string Passages) Analysed()
    {
        var folder = new RunFolder(Repository.Sample(Sample));
        var incident = new IncidentFolder(folder, ProgramVocabulary.Settings, new Quiet()).Read(null);
        using var evidence = new FolderEvidence(folder);
        var report = Analyst.Analyse(incident, evidence);
        return (ReportJson.Write(report), Passage.Write(Passage.Of(report, evidence)));
    }

    private sealed class Quiet : IProgress<string>
    {
        public void Report(string value) { }
    }
}
