using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>A promotion after suites that a workflow of the repository ran: it is started only where all that it needs holds.</summary>
public sealed class WorkflowPromotionTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            run: {workflow: staging.yml, timeout: TIMEOUT, promote: promote.yml}
        suites:
          - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}
        gates: {critical: 50%, overall: 50%}
        CHECK
        """;

    private static readonly string Green = Stage.JUnit(("total", null), ("list", null), ("sum", null));
    private static readonly string OneFails = Stage.JUnit(("total", "AssertionError: 3 != 4"), ("list", null), ("sum", null));

    /// <param name="main">What becomes of the run of the suites.</param>
    /// <param name="once">What becomes of the run of a few tests; null where none is expected.</param>
    private async Task<FakeRepository> RunAsync(Action<FakeRun> main, Action<FakeRun>? once = null, string timeout = "10m", string check = "")
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings.Replace("TIMEOUT", timeout).Replace("CHECK", check);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Change the colours", Stage.BaseSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        repository.OnDispatch = (started, inputs) =>
        {
            if (inputs.TryGetValue("tests", out var tests))
                (tests.Length == 0 ? main : once!)(started);
        };
        await Service.With("Whybot__Suites__Poll", "00:00:00.200").With("Whybot__Suites__Live", "00:00:00").StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        await IdleAsync();
        return repository;
    }

    private static void Ends(FakeRun run, string? results = null, string conclusion = "success", string? job = null)
    {
        (run.Status, run.Conclusion) = ("completed", conclusion);
        run.Job("suites", job ?? conclusion, Stage.JobLog("Running"), (job ?? conclusion) == "success" ? null : "Run the suites");
        if (results is not null)
            run.Artifact("results", Stage.Zip(("orders.xml", results)));
    }

    private static IEnumerable<string> Started(FakeRepository repository) => repository.Dispatched.Select(d => d.Run.Name).Where(n => n != "staging.yml");

    private static string Summary(FakeRepository repository) => repository.CheckRuns.Single()["output"]!["summary"]!.ToString();

    private static string Conclusion(FakeRepository repository) => repository.CheckRuns.Single()["conclusion"]!.ToString();

    public static TheoryData<string, string> Broken => new()
    {
        { "killed with cut results", "- jobs: `suites " },
        { "cancelled", "- jobs: `suites was cancelled" },
        { "timed out", "- jobs: `suites ran into its time limit" },
        { "one job of two cancelled", "- jobs: `more was cancelled" },
        { "could not be started", "- jobs: `staging.yml could not be started" },
        { "expired artifact", "- inputs: `artifact more: it has expired; GitHub no longer has it`" },
        { "gone artifact", "- inputs: `artifact more: GitHub no longer has it`" },
        { "too large artifact", "- inputs: `artifact more: 300 MB, and at most 200 MB are fetched" },
        { "no ZIP file", "- inputs: `artifact more: not a ZIP file" },
        { "entry that cannot be unpacked", "- inputs: `artifact more: unit.xml in it cannot be unpacked" },
        { "no results", "- suites: `no test of orders is known to have run`" },
    };

    private static void Break(string how, FakeRun run)
    {
        switch (how)
        {
            case "killed with cut results":
                (run.Status, run.Conclusion) = ("completed", "failure");
                run.Job("suites", "failure", "2026-11-20T12:00:00.0000000Z ./run.sh: line 3:  2077 Segmentation fault      (core dumped) "
                    + "pytest\n2026-11-20T12:00:01.0000000Z ##[error]Process completed with exit code 139.\n", "Run the suites")
                    .Artifact("results", Stage.Zip(("orders.xml", Green[..(Green.Length - 60)])));
                return;
            case "cancelled":
                Ends(run, Green, "cancelled");
                return;
            case "timed out":
                Ends(run, Green, "failure", "timed_out");
                return;
            case "one job of two cancelled":
                Ends(run, Green, "failure", "success");
                run.Job("more", "cancelled", "");
                return;
            case "could not be started":
                (run.Status, run.Conclusion) = ("completed", "startup_failure");
                return;
            case "no results":
                Ends(run);
                return;
        }
        Ends(run, Green);
        run.Artifact("more", how is "no ZIP file" ? [1, 2, 3] : how is "entry that cannot be unpacked"
            ? Damaged() : Stage.Zip((how is "too large artifact" ? "junit/unit.xml" : "unit.xml", Green)));
        var more = run.Artifacts[^1];
        (more.Expired, more.Gone, more.Size) = (how is "expired artifact", how is "gone artifact", how is "too large artifact" ? 300L << 20 : null);
    }

    /// <summary>The entry's compressed bytes are others.</summary>
    private static byte[] Damaged()
    {
        var zip = Stage.Zip(("unit.xml", Green));
        for (var i = 60; i < 120; i++)
            zip[i] = 0xff;
        return zip;
    }

    [Fact]
    public async Task A_go_of_which_everything_is_known_is_promoted()
    {
        var repository = await RunAsync(run => Ends(run, Green));

        Started(repository).ShouldBe(["promote.yml"], Summary(repository));
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_that_may_fail_keeps_nothing_back()
    {
        var repository = await RunAsync(run =>
        {
            Ends(run, Green);
            run.Job("experimental", "failure", Stage.JobLog("no"), "Try it");
        });

        Started(repository).ShouldBe(["promote.yml"], Summary(repository));
    }

    [Fact]
    public async Task An_artifact_that_is_too_large_and_by_its_names_holds_no_results_keeps_nothing_back()
    {
        var repository = await RunAsync(run =>
        {
            Ends(run, Green);
            run.Artifact("build", Stage.Zip(("bin/shop.dll", "MZ"), ("bin/shop.xml", "<doc/>"), ("bin/latest.json", "{}")));
            run.Artifacts[^1].Size = 300L << 20;
        });

        Started(repository).ShouldBe(["promote.yml"], Summary(repository));
        Summary(repository).ShouldContain("artifact build: 300 MB, skipped; judging by their names, none of its files is a result");
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_run_that_did_not_end_well_or_was_not_read_is_not_promoted_and_passes_no_required_check(string how, string said)
    {
        var repository = await RunAsync(run => Break(how, run), check: "check: {gates: true}");

        Started(repository).ShouldBeEmpty();
        Conclusion(repository).ShouldBe("failure");
        if (!Summary(repository).StartsWith("### ❌ No-go", StringComparison.Ordinal))
            Summary(repository).ShouldContain(said);
        Service.Output.ShouldContain("promote.yml is not started");
    }

    [Theory]
    [InlineData("green", null)]
    [InlineData("red", "- recheck: `1 test failed again: tests.test_orders::total`")]
    [InlineData("red without a failing test", "- recheck: `when it ran once more, suites failed")]
    [InlineData("cancelled", "- recheck: `when it ran once more, suites was cancelled")]
    [InlineData("never ended", "- recheck: `when it ran once more, orders ran into its time limit")]
    [InlineData("green without results", "- recheck: `suites ended, and of 1 of 1 test that had to run once more there is no result: total`")]
    public async Task A_recheck_has_to_end_to_be_read_and_to_be_green(string how, string? said)
    {
        var repository = await RunAsync(run => Ends(run, OneFails), run =>
        {
            switch (how)
            {
                case "green":
                    Ends(run, Stage.JUnit(("total", null)));
                    break;
                case "red":
                    Ends(run, Stage.JUnit(("total", "AssertionError: 3 != 4")), "failure");
                    break;
                case "red without a failing test":
                    Ends(run, Stage.JUnit(("total", null)), "failure");
                    break;
                case "cancelled":
                    Ends(run, Stage.JUnit(("total", null)), "cancelled");
                    break;
                case "never ended":
                    (run.Status, run.Conclusion) = ("in_progress", null);
                    break;
                default:
                    Ends(run);
                    break;
            }
        }, timeout: how == "never ended" ? "3s" : "10m");

        Started(repository).ShouldBe(said is null ? ["promote.yml"] : [], Summary(repository));
        Summary(repository).ShouldContain(said ?? "**Promote** (`promote.yml`): asked for.");
    }
}
