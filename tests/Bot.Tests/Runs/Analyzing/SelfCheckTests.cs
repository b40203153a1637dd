using System.Globalization;
using Shouldly;
using Whybot.Analysis;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Output.Checking;
using Whybot.Analysis.Output.Reports;
using Whybot.Hosts.Setup;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.Analyzing;

public sealed class SelfCheckTests(ITestOutputHelper output)
{
    private const int Mutations = 1000;

    public static TheoryData<string> Incidents => [.. Repository.Samples];

    [Theory, MemberData(nameof(Incidents))]
    public void Nothing_of_an_untouched_report_is_dropped(string incident)
    {
        var report = Analysed.Folder(Repository.Sample(incident));

        report.SelfCheck.Claims.Count.ShouldBeGreaterThan(20);
        report.SelfCheck.Claims.Dropped.ShouldBe(0);
        report.SelfCheck.Citations.Dropped.ShouldBe(0);
    }

    /// <summary>A number, a quotation or a word like "all" is replaced by another in a sentence of a finished report.</summary>
    [Fact]
    public void Of_a_thousand_falsified_sentences_at_least_990_are_dropped()
    {
        var random = new Random(26);
        var reports = Folders().Select(Open).Where(r => r.Mutations.Count > 0).ToList();
        var missed = new List<string>();
        for (var i = 0; i < Mutations; i++)
        {
            var (mutations, check) = reports[i % reports.Count];
            var (mutated, told) = mutations.At(random.Next(mutations.Count), random);
            if (check().Check(mutated).SelfCheck.Claims.Dropped == 0)
                missed.Add(told);
        }

        foreach (var told in missed.Distinct())
            output.WriteLine(told);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Mutations - missed.Count} of {Mutations} dropped, among {reports.Sum(r => r.Mutations.Count)} words that can be falsified"));
        missed.Count.ShouldBeLessThanOrEqualTo(Mutations / 100);
    }

    [Fact]
    public void A_figure_that_is_not_what_is_counted_is_put_right_and_counted()
    {
        var folder = new RunFolder(Repository.Sample("redis-down"));
        var incident = new IncidentFolder(folder, ProgramVocabulary.Settings, new Progress<string>()).Read(null);
        var (report, check) = Analyst.Unchecked(incident, new FolderEvidence(folder));
        Report[] falsified =
        [
            report with { Totals = report.Totals with { Passed = report.Totals.Passed + 1 } },
            report with { Previous = report.Previous! with { Broken = 0 } },
            report with { Gates = [report.Gates[0] with { Actual = 1 }, .. report.Gates.Skip(1)] },
            report with { Suites = [report.Suites[0] with { Unproved = 3 }, .. report.Suites.Skip(1)] },
            report with { Coverage = "7 result files" },
        ];

        foreach (var one in falsified)
        {
            var done = check().Check(one);
            done.SelfCheck.Claims.Dropped.ShouldBe(1);
            (done.Totals, done.Previous, done.Coverage).ShouldBe((report.Totals, report.Previous, report.Coverage));
            done.Gates[0].Actual.ShouldBe(report.Gates[0].Actual);
            done.Suites[0].ShouldBe(report.Suites[0]);
        }
    }

    [Fact]
    public void A_citation_that_does_not_stand_is_dropped_and_its_why_stops_there()
    {
        var folder = new RunFolder(Repository.Sample("subprotocol"));
        var incident = new IncidentFolder(folder, ProgramVocabulary.Settings, new Progress<string>()).Read(null);
        var (report, check) = Analyst.Unchecked(incident, new FolderEvidence(folder));
        var cluster = report.Clusters[0];
        var why = cluster.Whys[0] with { Citations = [cluster.Whys[0].Citations[0] with { Excerpt = "nobody said this" }] };

        var done = check().Check(report with { Clusters = [cluster with { Whys = [why, .. cluster.Whys.Skip(1)] }, .. report.Clusters.Skip(1)] });

        done.SelfCheck.Citations.Dropped.ShouldBe(1);
        var dropped = done.Clusters[0].Whys.Single(w => w.Rung == why.Rung);
        (dropped.Status, dropped.Level).ShouldBe((WhyStatus.Unknown, cluster.Whys.Count));
        dropped.Citations.ShouldBeEmpty();
    }

    /// <summary>The samples, and the cases beside the repository where they are.</summary>
    private static IEnumerable<string> Folders()
    {
        var cases = Path.Combine(Repository.Root, "..", "shared", "reports", "cases");
        return Repository.Samples.Select(Repository.Sample)
            .Concat(Directory.Exists(cases) ? Directory.EnumerateDirectories(cases).Order(StringComparer.Ordinal).Select(c => Path.Combine(c, "input")) : []);
    }

    private static (ReportMutations Mutations, Func<SelfCheck> Check) Open(string path)
    {
        var folder = new RunFolder(path);
        var incident = new IncidentFolder(folder, ProgramVocabulary.Settings, new Progress<string>()).Read(null);
        var (report, check) = Analyst.Unchecked(incident, new FolderEvidence(folder));
        return (new ReportMutations(report), check);
    }
}
