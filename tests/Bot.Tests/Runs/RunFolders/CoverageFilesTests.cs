using Shouldly;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Coverage;
using Whybot.Analysis.Language.Identity;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

public sealed class CoverageFilesTests : IDisposable
{
    private const string Lcov = "SF:src/cart.js\nDA:1,1\nDA:2,0\nend_of_record\n";
    private const string Cobertura = "<coverage line-rate=\"1\"><packages/></coverage>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static ChangeSet Changes => new(new(new string('0', 40)), new(new string('9', 40)), "compare.json",
        [new(new CommitSha(new string('a', 40)), "Tidy", null, null, "commit.json",
            [new("src/cart.js", null, "modified", "", "commit.json", "/files/0")], null, [])],
        new Dictionary<string, IReadOnlyList<PastCommit>>());

    private (IReadOnlyList<CoverageReport> Reports, IReadOnlyList<string> Warnings) Read(ChangeSet? changes)
    {
        var folder = new RunFolder(_folder.Path);
        return (CoverageFiles.Read(folder, changes, new RepositoryName("team/shop")), folder.Warnings);
    }

    [Fact]
    public void Reports_are_found_by_what_they_hold_in_both_folders()
    {
        _folder.Write("coverage/some/where/data.txt", Lcov);
        _folder.Write("coverage/index.html", "<html/>");
        _folder.Write("results/coverage.xml", Cobertura);

        var (reports, warnings) = Read(Changes);

        reports.Select(r => r.Source).ShouldBe(["coverage/some/where/data.txt", "results/coverage.xml"]);
        reports[0].Files.Keys.ShouldBe(["src/cart.js"]);
        warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_report_may_have_any_name_and_is_tied_to_the_results_that_came_with_it()
    {
        _folder.Write("coverage/results.json", """{"Cart.dll": {"/build/src/cart.js": {"Cart": {"Total": {"Lines": {"1": 1}}}}}}""");
        CoverageFiles.Write(_folder.Path, [new MeasuredResults("coverage/results.json", ["results/unit.xml"])]);

        Read(Changes).Reports.ShouldHaveSingleItem().Results.ShouldBe(["results/unit.xml"]);
    }

    [Fact]
    public void A_report_among_the_results_is_no_result_file()
    {
        _folder.Write("results/coverage.xml", Cobertura);

        ResultFiles.Read(new RunFolder(_folder.Path), "results").ShouldBeEmpty();
    }

    [Fact]
    public void Without_changes_nothing_is_read()
    {
        _folder.Write("coverage/lcov.info", "SF:src/cart.js\nDA:broken");

        Read(null).ShouldSatisfyAllConditions(r => r.Reports.ShouldBeEmpty(), r => r.Warnings.ShouldBeEmpty());
    }

    [Fact]
    public void Which_results_a_report_belongs_to_is_kept()
    {
        _folder.Write("coverage/lcov.info", Lcov);
        CoverageFiles.Write(_folder.Path, [new("coverage/lcov.info", ["results/unit.xml"])]);

        Read(Changes).Reports.ShouldHaveSingleItem().Results.ShouldBe(["results/unit.xml"]);
    }

    [Fact]
    public void A_report_that_is_too_large_is_left_out_with_a_warning_and_a_broken_one_costs_no_other()
    {
        _folder.Write("coverage/a.info", Lcov + new string('\n', (int)CoverageLimits.MaxFile));
        _folder.Write("coverage/b.info", "SF:src/cart.js\nDA:broken");
        _folder.Write("coverage/c.info", Lcov);

        var (reports, warnings) = Read(Changes);

        reports.Select(r => r.Source).ShouldBe(["coverage/b.info", "coverage/c.info"]);
        warnings[0].ShouldStartWith("coverage/a.info: at most ");
        warnings[1].ShouldStartWith("coverage/b.info:2: ");
    }
}
