using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Files of the repository at the tested commit are fetched if they help to tell which of several changes did it.</summary>
public sealed class SourceFetchTests : ServiceTest
{
    private const string Unread = "could not be read, so which change did it is told from the changes alone";

    /// <summary>The queries for texts of files.</summary>
    private List<string> Queries => [.. GitHub.Written.Where(w => w.Path == "/graphql").Select(w => w.Body).Where(b => b.Contains("$p0"))];

    private int Trees => GitHub.Log.Count(l => l.Path.Contains("/git/trees/", StringComparison.Ordinal));

    private List<string> Sources => [.. Directory.EnumerateDirectories(Folder, "sources", SearchOption.AllDirectories)
        .SelectMany(s => Directory.EnumerateFiles(s, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(s, f).Replace('\\', '/')))];

    private async Task<string> ExplainAsync(FakeRepository repository)
    {
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        return Comment(repository).Body;
    }

    private static bool IsQuery(FakeRequest request) => request.Path == "/graphql" && request.Text("query")!.Contains("$p0", StringComparison.Ordinal);

    [Fact]
    public async Task Of_eight_changes_the_one_is_named_that_the_code_of_the_test_leads_to_for_two_requests()
    {
        var body = await ExplainAsync(SourceStage.Pull(GitHub));

        body.ShouldContain(SourceStage.CulpritSha);
        (Trees, Queries.Count).ShouldBe((1, 1));
        Sources.Count.ShouldBe(10);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_code_of_the_test_nothing_else_is_fetched()
    {
        var repository = SourceStage.Pull(GitHub);
        repository.Sources[Stage.HeadSha].Remove("tests/test_orders.py");

        var body = await ExplainAsync(repository);

        body.ShouldNotContain(SourceStage.CulpritSha);
        body.ShouldNotContain(Unread);
        (Trees, Queries.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task With_one_change_there_is_nothing_to_choose_and_nothing_is_fetched()
    {
        await ExplainAsync(Stage.FailingPull(GitHub, "assert 3 == 4"));

        (Trees, Queries.Count).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(403, "Resource not accessible by integration")]
    [InlineData(502, "Server Error")]
    public async Task If_GitHub_refuses_the_files_the_report_is_the_same_without_them_and_says_so(int status, string words)
    {
        var repository = SourceStage.Pull(GitHub);
        GitHub.Faults = r => IsQuery(r) ? new Fault(FaultKind.None, Answer: FakeAnswer.Error(status, words)) : null;

        var body = await ExplainAsync(repository);

        body.ShouldSatisfyAllConditions(b => b.ShouldStartWith("### ❌"), b => b.ShouldContain(Unread), b => b.ShouldContain(words),
            b => b.ShouldNotContain(SourceStage.CulpritSha));
        Sources.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_limit_of_GitHubs_costs_the_files_and_not_the_report()
    {
        var repository = SourceStage.Pull(GitHub);
        GitHub.Faults = r => r.Path.Contains("/git/trees/", StringComparison.Ordinal) ? new Fault(FaultKind.SecondaryLimit) : null;
        await Service.StartAsync();

        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => Service.Output.Contains("Analysed", StringComparison.Ordinal), () => Service.Output);
        Later(TimeSpan.FromMinutes(2));
        await Wait.UntilAsync(() => repository.PullComments.Values.Any(c => c.Count > 0), () => Service.Output);

        Comment(repository).Body.ShouldContain(Unread);
        Trees.ShouldBe(1);
    }

    [Fact]
    public async Task Of_too_many_and_too_large_files_the_worthiest_are_read()
    {
        var repository = SourceStage.Pull(GitHub);
        var files = repository.Sources[Stage.HeadSha];
        for (var i = 0; i < 300; i++)
            files[$"tests/test_{i}.py"] = new FakeSource(new string('#', 100_000));
        files["tests/test_orders_huge.py"] = new FakeSource(new string('#', 600_000));

        var body = await ExplainAsync(repository);

        body.ShouldContain(SourceStage.CulpritSha);
        Sources.Count.ShouldBeInRange(10, 40);
        Sources.ShouldNotContain("tests/test_orders_huge.py");
        Sources.Sum(s => (long)files[s].Text!.Length).ShouldBeLessThanOrEqualTo(2 * 1024 * 1024);
        (Trees + Queries.Count).ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task If_GitHub_does_not_list_all_files_that_is_said_and_the_listed_ones_are_read()
    {
        var repository = SourceStage.Pull(GitHub);
        repository.HasMoreSources = true;

        var body = await ExplainAsync(repository);

        body.ShouldSatisfyAllConditions(b => b.ShouldContain(SourceStage.CulpritSha), b => b.ShouldContain("more files than GitHub lists (10)"));
    }

    [Fact]
    public async Task For_a_deployment_they_are_fetched_once_and_not_before_its_tests_ran_once_more()
    {
        var repository = SourceStage.Commits(GitHub);
        repository.Files[".github/whybot.yml"] = "environments:\n  staging:\n    run: {workflow: staging.yml}\n"
            + "suites:\n  - {name: orders, category: critical, priority: P1, files: [tests/test_orders.py]}\n";
        var (message, trees) = ((string?)null, new List<int>());
        repository.OnDispatch = (run, _) =>
        {
            trees.Add(Trees);
            run.Artifact("results", SourceStage.Results(message));
        };
        await Service.With("Whybot__Suites__Poll", "00:00:00.200").With("Whybot__Suites__Live", "00:00:00").StartAsync();
        await PostAsync("deployment_status", Stage.Deployment(6, Stage.BaseSha));
        await IdleAsync();
        message = "assert 3 == 4";

        await PostAsync("deployment_status", Stage.Deployment(7, Stage.HeadSha));
        await IdleAsync();

        repository.CheckRuns.Single(c => c["head_sha"]!.ToString() == Stage.HeadSha)["output"]!["summary"]!.ToString().ShouldContain(SourceStage.CulpritSha);
        (Trees, Queries.Count).ShouldBe((1, 1));
        trees.ShouldBe([0, 0, 0], "the green run, the failing one, and once more");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Paths_that_are_no_files_of_the_folder_are_refused_and_secrets_in_files_are_masked()
    {
        const string Secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
        var repository = SourceStage.Pull(GitHub);
        var files = repository.Sources[Stage.HeadSha];
        var orders = files["src/orders.py"].Text!;
        files["src/orders.py"] = new FakeSource($"{orders}KEY = '{Secret}'\n");
        foreach (var odd in new[] { "../../tests/test_orders.py", "/tests/test_orders.py", "tests/../../test_orders.py", "tests//test_orders.py",
            "tests/NUL/test_orders.py", "tests/a\u0007/test_orders.py", "tests/a\u202e/test_orders.py", "c:/tests/test_orders.py", "tests\\test_orders.py",
            "tests/TEST_ORDERS.py", $"tests/{Secret}/test_orders.py" })
            files[odd] = new FakeSource("def test_total():\n    odd()\n");
        files["tests/link/test_orders.py"] = new FakeSource("/etc/passwd", "120000");
        files["tests/module/test_orders.py"] = new FakeSource("", "160000");
        files["tests/test_orders_binary.py"] = new FakeSource(null);

        var body = await ExplainAsync(repository);

        body.ShouldContain(SourceStage.CulpritSha);
        Sources.Count.ShouldBe(10);
        Sources.ShouldContain("tests/test_orders.py");
        var written = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToList();
        written.Count(f => Path.GetFileName(f).Equals("test_orders.py", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
        (await File.ReadAllTextAsync(written.Single(f => f.EndsWith("sources/src/orders.py", StringComparison.Ordinal)), Cancel)).ShouldNotContain(Secret);
        GitHub.Violations.ShouldBeEmpty();
    }
}
