using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>A deployment is tested by commands of the service's own machine; what they "find" is a file that the test lays down.</summary>
public sealed class LocalRunTests : ServiceTest
{
    private const string Settings = """
        environments:
          staging:
            services:
              - {name: gateway, url: "http://localhost:PORT", probes: [{http: /health}]}
            run: {RUN}
        suites:
          - {name: smoke, category: connectivity, priority: P0}
          - {name: orders, category: critical, priority: P1}
          - {name: reports, category: later, priority: P2}
        gates: {connectivity: 100%, critical: 95%, later: 50%, overall: 90%}
        """;

    private string Results => Directory.CreateDirectory(Path.Combine(Folder, "suites")).FullName;

    private FakeRepository Repository(ProbedServer gateway, string run = "focus: all")
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings.Replace("PORT", $"{gateway.Port}").Replace("RUN", run);
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Rename the total", Stage.BaseSha,
            ("src/orders.py", "@@ -1,3 +1,3 @@\n def order():\n-    return {\"total\": 3}\n+    return {\"sum\": 3}"));
        return repository;
    }

    private async Task StartAsync(string script = "cp \"$1\" \"$2\"", string timeout = "00:00:30", string suite = "*")
    {
        Service.With("Whybot__Probes__AllowedHosts__0", "localhost").With("Whybot__Probes__AllowedNetworks__0", "127.0.0.0/8")
            .With("Whybot__Probes__AllowedNetworks__1", "::1/128").With("Whybot__Probes__Deadline", "00:00:01")
            .With("Whybot__Suites__Poll", "00:00:00.300").With("Whybot__Suites__Look", "00:00:00.300").With("Whybot__Suites__Live", "00:00:00")
            .With("Whybot__Suites__Local__0__Repository", Stage.Repository).With("Whybot__Suites__Local__0__Suite", suite)
            .With("Whybot__Suites__Local__0__Folder", Folder).With("Whybot__Suites__Local__0__Timeout", timeout);
        foreach (var (argument, i) in new[] { "/bin/sh", "-c", script, "sh", Path.Combine(Results, "{suite}.xml"), "{results}" }.Select((a, i) => (a, i)))
            Service.With($"Whybot__Suites__Local__0__Command__{i}", argument);
        await Service.StartAsync();
    }

    /// <param name="tests">Names with the message of their failure; null for one that passes.</param>
    private void Lay(string suite, params (string Name, string? Message)[] tests) =>
        File.WriteAllText(Path.Combine(Results, $"{suite}.xml"), Stage.JUnit(tests).Replace("tests.test_orders", $"tests.test_{suite}"));

    private Task DeployAsync(int id, string sha) => PostAsync("deployment_status", Stage.Deployment(id, sha));

    private async Task RunAsync(int id, string sha)
    {
        await DeployAsync(id, sha);
        await IdleAsync();
    }

    private static JsonObject Check(FakeRepository repository, string sha) => repository.CheckRuns.Single(c => c["head_sha"]!.ToString() == sha);

    private static string Summary(FakeRepository repository, string sha) => Unlinked.Of(Check(repository, sha)["output"]!["summary"]!.ToString());

    [Fact]
    public async Task A_deployment_that_passes_is_a_go_and_nothing_but_its_check_says_so()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway);
        Lay("smoke", ("connects", null));
        Lay("orders", ("total", null), ("list", null));
        Lay("reports", ("daily", null));
        await StartAsync();

        await RunAsync(1, Stage.HeadSha);

        var check = Check(repository, Stage.HeadSha);
        (check["name"]!.ToString(), check["status"]!.ToString(), check["conclusion"]!.ToString(), check["output"]!["title"]!.ToString())
            .ShouldBe(("Whybot: staging", "completed", "success", "Go for staging at ffffffff: all 4 gates met"));
        Summary(repository, Stage.HeadSha).ShouldStartWith("### ✅ Go for `staging` at `ffffffff`: all 4 gates met\n\n4 of 4 tests passed");
        (repository.Issues.Count, repository.PullComments.Count).ShouldBe((0, 0));
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gate_that_does_not_hold_ends_the_run_and_the_next_deployment_answers_the_whys()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway);
        var pull = repository.Pull("Rename the total", Stage.HeadSha, Stage.BaseSha);
        pull.State = "closed";
        Lay("smoke", ("connects", null));
        Lay("orders", ("total", null), ("list", null));
        Lay("reports", ("daily", null));
        await StartAsync();
        await RunAsync(1, Stage.BaseSha);

        Lay("orders", ("total", "KeyError: 'total'"), ("list", null));
        await RunAsync(2, Stage.HeadSha);

        var summary = Summary(repository, Stage.HeadSha);
        summary.ShouldStartWith("### ❌ No-go for `staging` at `ffffffff`: the field `total` is missing since ");
        summary.ShouldContain("\n2 gates not met: `critical`, `overall` · 1 of 3 tests fails (66.6% passed); none at the last deployment · issue #");
        summary.ShouldContain("- the run ended after phase 2 of 3 (`critical: 50% passed, 95% needed`): `reports` was not begun\n");
        summary.ShouldNotContain("incomplete:");
        var issue = repository.Issues.ShouldHaveSingleItem();
        issue.Body.ShouldContain("Seen in 1 run.");
        repository.PullComments[pull.Number].ShouldHaveSingleItem().Body.ShouldStartWith("### ❌ No-go for `staging`");

        var innocent = new string('d', 40);
        repository.Commit(innocent, "Change the colours", Stage.HeadSha, ("src/colours.py", "@@ -1 +1 @@\n-red\n+blue"));
        var other = repository.Pull("Change the colours", innocent, Stage.HeadSha);
        other.State = "closed";
        await RunAsync(3, innocent);
        repository.PullComments.ContainsKey(other.Number).ShouldBeFalse();
        Unlinked.Of(repository.PullComments[pull.Number].ShouldHaveSingleItem().Body).ShouldStartWith("### ❌ No-go for `staging` at `dddddddd`");
        Summary(repository, innocent).ShouldContain("- ❌ still there: `KeyError: 'total'`");

        var fix = new string('e', 40);
        repository.Commit(fix, "Give the total its name back", innocent,
            ("src/orders.py", "@@ -1,3 +1,3 @@\n def order():\n-    return {\"sum\": 3}\n+    return {\"total\": 3}"));
        Lay("orders", ("total", null), ("list", null));
        await RunAsync(4, fix);

        Summary(repository, fix).ShouldContain(
            $"**Since the last deployment**\n\n- ✅ answered: `KeyError: 'total'` (#{issue.Number}): its 1 test ran and passed; `eeeeeeee` has changed "
            + $"`src/orders.py` since (`Give the total its name back`)");
        issue.Body.ShouldContain("**Since then its tests ran and passed in 1 run.**");
        var comment = repository.PullComments[pull.Number].ShouldHaveSingleItem();
        Unlinked.Of(comment.Body).ShouldStartWith("### ✅ Go for `staging` at `eeeeeeee`");
        repository.Issues.Count.ShouldBe(1);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_understood_runs_once_more_what_passes_then_is_flaky_and_the_run_goes_on()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway);
        Lay("smoke", ("connects", null));
        Lay("orders", ("total", "AssertionError: 3 != 4"), ("list", null));
        Lay("reports", ("daily", null));
        // The second time it passes.
        await StartAsync("cp \"$1\" \"$2\"; if [ -e \"$1.next\" ]; then mv \"$1.next\" \"$1\"; fi");
        File.WriteAllText(Path.Combine(Results, "orders.xml.next"), Stage.JUnit(("total", null), ("list", null)));

        await RunAsync(1, Stage.HeadSha);

        Summary(repository, Stage.HeadSha).ShouldContain("1 of 1 passed when they ran once more on the same commit");
        Summary(repository, Stage.HeadSha).ShouldStartWith(
            "### ❔ Inconclusive for `staging` at `ffffffff`: `critical`: 50% of 2 passed, 95% needed; only flaky tests keep it from that\n\n");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suite_that_hangs_is_ended_with_all_that_it_started()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway);
        Lay("smoke", ("connects", null));
        await StartAsync("(sleep 4711 &) ; sleep 4712", timeout: "00:00:01");

        await RunAsync(1, Stage.HeadSha);

        Summary(repository, Stage.HeadSha).ShouldContain("smoke: it took longer than 1 s and was ended");
        Summary(repository, Stage.HeadSha).ShouldStartWith("### ❔ Inconclusive");
        Processes("sleep 471").ShouldBe(0);
    }

    [Theory]
    [InlineData("exit 3", "smoke: its command ended with exit code 3; it wrote no results")]
    [InlineData("true", "smoke: it wrote no results")]
    [InlineData("ln -s /etc/passwd \"$2/smoke.xml\"", "smoke: it wrote no results")]
    [InlineData("echo not xml > \"$2/smoke.xml\"", "not fully read: `results/smoke.xml:1` (`not XML`)")]
    [InlineData("head -c 120000000 /dev/zero; sleep 30", "not fully read: `logs/smoke.out.txt` (`it is larger than 20 MB; it is cut there`)")]
    public async Task A_suite_that_brings_nothing_is_said_to_and_the_run_is_inconclusive(string script, string said)
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway);
        await StartAsync(script);

        await RunAsync(1, Stage.HeadSha);

        Summary(repository, Stage.HeadSha).ShouldContain(said);
        Summary(repository, Stage.HeadSha).ShouldStartWith("### ❔ Inconclusive");
        repository.Issues.ShouldBeEmpty();
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newer_deployment_voids_the_run_of_the_one_before()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway);
        Lay("smoke", ("connects", null));
        Lay("orders", ("total", null), ("list", null));
        Lay("reports", ("daily", null));
        await StartAsync($"if [ -e {Folder}/hang ]; then sleep 4713; fi; cp \"$1\" \"$2\"");
        File.WriteAllText(Path.Combine(Folder, "hang"), "");
        await DeployAsync(1, Stage.BaseSha);
        await Wait.UntilAsync(() => Processes("sleep 4713") > 0, () => Service.Output);
        File.Delete(Path.Combine(Folder, "hang"));

        await RunAsync(2, Stage.HeadSha);

        (Check(repository, Stage.BaseSha)["conclusion"]!.ToString(), Check(repository, Stage.BaseSha)["output"]!["title"]!.ToString())
            .ShouldBe(("cancelled", "Void: staging served ffffffff (deployment 2) while aaaaaaaa was tested"));
        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Go for ");
        Processes("sleep 4713").ShouldBe(0);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_is_killed_while_a_suite_runs_ends_the_leftover_and_runs_it_again()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway);
        Lay("smoke", ("connects", null));
        Lay("orders", ("total", null), ("list", null));
        Lay("reports", ("daily", null));
        var service = BeProcess();
        await StartAsync($"if [ -e {Folder}/hang ]; then sleep 4714; fi; cp \"$1\" \"$2\"");
        File.WriteAllText(Path.Combine(Folder, "hang"), "");
        await DeployAsync(1, Stage.HeadSha);
        await Wait.UntilAsync(() => Processes("sleep 4714") > 0, () => Service.Output);
        service.Kill();
        Processes("sleep 4714").ShouldBeGreaterThan(0);
        File.Delete(Path.Combine(Folder, "hang"));

        await Service.StartAsync();
        await Wait.UntilAsync(() => repository.CheckRuns is [var check] && check["status"]!.ToString() == "completed", () => Service.Output);

        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("Go for ");
        Processes("sleep 4714").ShouldBe(0, Service.Output);
    }

    [Fact]
    public async Task Fast_fail_ends_the_run_at_the_first_failure_whatever_the_gates()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway, "fast-fail: true, recheck: false");
        Lay("smoke", ("connects", null));
        Lay("orders", [.. Enumerable.Range(0, 40).Select(i => ($"t{i}", i == 0 ? "AssertionError: 3 != 4" : null))]);
        Lay("reports", ("daily", null));
        await StartAsync();

        await RunAsync(1, Stage.HeadSha);

        Summary(repository, Stage.HeadSha).ShouldContain("the run ended after phase 2 of 3 (`fast-fail: a suite has a failure`): `reports` was not begun");
        Summary(repository, Stage.HeadSha).ShouldNotContain("`daily`");
    }

    [Fact]
    public async Task A_suite_that_nobody_runs_and_one_whose_name_no_file_can_bear_are_both_found_in_the_report()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway, "recheck: false");
        repository.Files[".github/whybot.yml"] = repository.Files[".github/whybot.yml"].Replace("name: orders", "name: \"my orders\"");
        Lay("smoke", ("connects", null));
        Lay("my orders", ("total", null));
        Service.With("Whybot__Suites__Local__1__Repository", Stage.Repository).With("Whybot__Suites__Local__1__Suite", "my orders")
            .With("Whybot__Suites__Local__1__Folder", Folder);
        foreach (var (argument, i) in new[] { "cp", Path.Combine(Results, "{suite}.xml"), "{results}" }.Select((a, i) => (a, i)))
            Service.With($"Whybot__Suites__Local__1__Command__{i}", argument);
        await StartAsync(suite: "smoke");

        await RunAsync(1, Stage.HeadSha);

        var summary = Summary(repository, Stage.HeadSha);
        summary.ShouldContain("| `critical` | 95% | 100% | met |");
        summary.ShouldContain("not fully read: `reports` (`nobody runs it; name a workflow in the environment's run settings, or a command in the "
            + "server's`)");
        summary.ShouldStartWith("### ❔ Inconclusive");
    }

    [Fact]
    public async Task Where_probes_may_not_go_whoever_waits_for_the_suites_is_told_why_they_do_not_run()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway);
        repository.Files[".github/whybot.yml"] = repository.Files[".github/whybot.yml"].Replace("localhost", "elsewhere.example");
        await StartAsync();

        await RunAsync(1, Stage.HeadSha);

        (Check(repository, Stage.HeadSha)["conclusion"]!.ToString(), Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString())
            .ShouldBe(("neutral", "Not run: elsewhere.example is not among the hosts that the server's settings allow (Whybot:Probes:AllowedHosts)"));
        repository.Issues.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_goes_down_while_suites_run_is_part_of_the_explanation()
    {
        await using var gateway = await ProbedServer.StartAsync();
        var repository = Repository(gateway, "recheck: false");
        Lay("smoke", ("connects", null));
        Lay("orders", ("total", $"ConnectionRefusedError: connection refused: localhost:{gateway.Port}"), ("list", null));
        // It is down until somebody has looked.
        await StartAsync($"case \"$1\" in *orders*) touch {Folder}/down; while [ -e {Folder}/down ]; do sleep 0.1; done;; esac; cp \"$1\" \"$2\"");
        gateway.Answer = _ =>
        {
            if (!File.Exists(Path.Combine(Folder, "down")))
                return (200, "ok");
            File.Delete(Path.Combine(Folder, "down"));
            return (503, "out of connections");
        };

        await RunAsync(1, Stage.HeadSha);

        Summary(repository, Stage.HeadSha).ShouldContain("out of connections");
        Check(repository, Stage.HeadSha)["output"]!["title"]!.ToString().ShouldStartWith("No-go for ");
    }

    /// <summary>How many processes' command lines begin with these words.</summary>
    private static int Processes(string words) => Directory.EnumerateDirectories("/proc").Count(p =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(p, "cmdline")).Replace('\0', ' ').StartsWith(words, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });
}
