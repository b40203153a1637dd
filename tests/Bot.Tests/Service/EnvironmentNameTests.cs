using System.Net;
using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Names of environments as people and GitHub write them: with blanks, with slashes, in upper and lower case.</summary>
public sealed class EnvironmentNameTests : ServiceTest
{
    private const string Settings = """
        environments:
          Staging EU:
            run: {workflow: staging.yml, recheck: false, promote: go.yml, worklog: whybot/worklogs}
          prod/eu-west:
            run: {workflow: staging.yml, recheck: false, worklog: whybot/worklogs}
          prod-eu-west:
            run: {workflow: staging.yml, recheck: false, worklog: whybot/worklogs}
        suites:
          - {name: orders, category: critical, files: [tests/test_orders.py]}
        gates: {critical: 95%, overall: 90%}
        """;

    private string _results = Stage.JUnit(("test_total", "KeyError: 'colour'"), ("test_list", null));

    private async Task<FakeRepository> StartAsync()
    {
        GitHub.Apps.Permissions["contents"] = "write";
        var repository = GitHub.Add(Stage.Repository);
        repository.Files[".github/whybot.yml"] = Settings;
        (repository.Roles["ann"], repository.Roles["bob"]) = ("maintain", "write");
        repository.Commit(Stage.BaseSha, "Base", null);
        repository.Commit(Stage.HeadSha, "Rename colour", Stage.BaseSha,
            ("src/orders.py", "@@ -38,3 +38,3 @@ def total():\n-    return {'colour': 1}\n+    return {'color': 1}"));
        repository.OnDispatch = (started, inputs) =>
        {
            (started.Status, started.Conclusion) = ("completed", "success");
            if (inputs.ContainsKey("suites"))
                started.Artifact("results", Stage.Zip(("orders.xml", _results)));
        };
        await Service.With("Whybot__Suites__Poll", "00:00:00.200").With("Whybot__Suites__Live", "00:00:00").StartAsync();
        return repository;
    }

    private async Task DeployAsync(int id, string sha, string environment)
    {
        await PostAsync("deployment_status", Stage.Deployment(id, sha, environment));
        await IdleAsync();
    }

    private async Task<string> SayAsync(FakeRepository repository, int thread, string author, string body)
    {
        var comment = repository.Comment(thread, author, body);
        await PostAsync("issue_comment", Stage.IssueComment(thread, comment));
        await IdleAsync();
        return repository.Issues.Single(i => i.Number == thread).Comments.Single(c => c.Body.Contains($"whybot:reply {comment.Id}.", StringComparison.Ordinal))
            .Body;
    }

    private static IEnumerable<string> Checks(FakeRepository repository) => repository.CheckRuns.Select(c => $"{c["name"]} {c["head_sha"]!.ToString()[..1]}");

    [Fact]
    public async Task Three_spellings_are_one_environment_in_settings_deployments_and_commands()
    {
        var repository = await StartAsync();
        await DeployAsync(1, Stage.BaseSha, "staging eu");
        await DeployAsync(2, Stage.HeadSha, "STAGING EU");
        Checks(repository).ShouldBe(["Whybot: staging eu a", "Whybot: STAGING EU f"], "as GitHub wrote it");
        var issue = repository.Issues.ShouldHaveSingleItem().Number;
        repository.Issues[0].Body.ShouldContain("Seen in 2 runs");

        (await SayAsync(repository, issue, "bob", "/rerun \"Staging EU\"")).ShouldContain("again on `STAGING EU` at `ffffffff`");
        (await SayAsync(repository, issue, "bob", "/rerun orders “staging eu”")).ShouldContain("Running `orders` again on `STAGING EU`");
        (await SayAsync(repository, issue, "bob", "/rerun all \"Staging US\""))
            .ShouldContain("`Staging US` is no environment; the settings have `Staging EU`, `prod-eu-west`, `prod/eu-west`.");
        (await SayAsync(repository, issue, "ann", "/accept \"Staging US\" only the demo page"))
            .ShouldContain("The settings name no environment `Staging US`; they have `Staging EU`");
        (await SayAsync(repository, issue, "ann", "/accept \"Staging EU only the demo page")).ShouldContain("is not closed");
        (await SayAsync(repository, issue, "ann", "/plan \"staging EU\"")).ShouldContain("For `STAGING EU`");
        (await SayAsync(repository, issue, "ann", "/accept \"staging EU\" only the demo page")).ShouldContain("is accepted by `ann`: `only the demo page`");

        repository.CheckRuns.Count.ShouldBe(2);
        repository.CheckRuns[^1]["output"]!["title"]!.ToString().ShouldStartWith("Accepted by ann");
        repository.Dispatched.Single(d => d.Run.Name == "go.yml").Inputs["environment"].ShouldBe("STAGING EU");
        (await Service.CommandAsync("worklog", Stage.Repository, "Staging EU")).ShouldContain("**Accepted by `ann`**");
        using var http = new HttpClient { BaseAddress = Service.Pages };
        (await http.GetStringAsync($"/environments/{Stage.Repository}/Staging%20EU", Cancel)).ShouldContain("STAGING EU");
        (await http.GetStringAsync("/", Cancel)).Split("/environments/team/shop/").Length.ShouldBe(2, "it is shown once");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newer_deployment_of_another_spelling_takes_the_place_of_the_one_before()
    {
        var repository = await StartAsync();
        repository.OnDispatch = (started, _) => (started.Status, started.Conclusion) = ("in_progress", null);
        await PostAsync("deployment_status", Stage.Deployment(1, Stage.BaseSha, "Staging EU"));
        await Whybot.Testing.Wait.UntilAsync(() => repository.Dispatched.Count == 1, () => Service.Output);

        await PostAsync("deployment_status", Stage.Deployment(2, Stage.HeadSha, "staging eu"));
        await Whybot.Testing.Wait.UntilAsync(() => repository.Dispatched.Count == 2, () => Service.Output);

        repository.Dispatched[0].Run.Conclusion.ShouldBe("cancelled");
        await Whybot.Testing.Wait.UntilAsync(() => repository.CheckRuns.Any(
            c => c["output"]!["title"]!.ToString() == "Void: Staging EU served ffffffff (deployment 2) while aaaaaaaa was tested"), () => Service.Output);
    }

    [Fact]
    public async Task Names_that_differ_by_a_slash_share_no_check_no_comment_and_no_worklog()
    {
        var repository = await StartAsync();
        var pull = repository.Pull("Rename colour", Stage.HeadSha, Stage.BaseSha);
        (pull.State, pull.MergeCommit) = ("closed", Stage.HeadSha);
        _results = Stage.JUnit(("test_total", null), ("test_list", null));
        await DeployAsync(1, Stage.BaseSha, "prod/eu-west");
        await DeployAsync(2, Stage.BaseSha, "prod-eu-west");
        _results = Stage.JUnit(("test_total", "KeyError: 'colour'"), ("test_list", null));

        await DeployAsync(3, Stage.HeadSha, "prod/eu-west");
        await DeployAsync(4, Stage.HeadSha, "prod-eu-west");

        Checks(repository).Order().ShouldBe(["Whybot: prod-eu-west a", "Whybot: prod-eu-west f", "Whybot: prod/eu-west a", "Whybot: prod/eu-west f"]);
        repository.Branches["whybot/worklogs"].Keys.Where(f => f.StartsWith("worklogs/", StringComparison.Ordinal)).Select(f => f.Split('/')[1]).Distinct()
            .Count().ShouldBe(2);
        repository.Branches["whybot/worklogs"].Keys.Count(f => f.StartsWith("worklogs/", StringComparison.Ordinal) && f.Split('/').Length == 3).ShouldBe(4);
        var issue = repository.Issues.ShouldHaveSingleItem().Number;
        using var http = new HttpClient { BaseAddress = Service.Pages };
        (await http.GetStringAsync("/", Cancel)).ShouldContain($"/environments/{Stage.Repository}/prod/eu-west");
        (await http.GetStringAsync($"/environments/{Stage.Repository}/prod/eu-west", Cancel)).ShouldContain($"prod/eu-west of {Stage.Repository}");
        (await SayAsync(repository, issue, "ann", "/accept \"prod/eu-west\" only the demo page"))
            .ShouldContain("`prod/eu-west` at `ffffffff`, which was no-go, is accepted");
        repository.CheckRuns.Where(c => c["output"]!["title"]!.ToString().StartsWith("Accepted", StringComparison.Ordinal))
            .ShouldHaveSingleItem()["name"]!.ToString().ShouldBe("Whybot: prod/eu-west");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deployment_to_an_environment_that_the_settings_do_not_name_is_said_once_and_shown_until_they_do()
    {
        var repository = await StartAsync();
        for (var id = 1; id < 4; id++)
            await DeployAsync(id, Stage.HeadSha, id % 2 == 0 ? "Preview <b>" : "preview <B>");
        await DeployAsync(4, Stage.HeadSha, "other");
        using var http = new HttpClient { BaseAddress = Service.Pages };

        Service.Output.Split("which its .github/whybot.yml does not name").Length.ShouldBe(3, Service.Output);
        var page = await http.GetStringAsync("/", Cancel);
        page.ShouldContain("Deployed to, and not in the settings");
        page.Split(WebUtility.HtmlEncode("preview <B>")).Length.ShouldBe(2);
        page.ShouldNotContain("<b>");
        repository.CheckRuns.ShouldBeEmpty();

        repository.Files[".github/whybot.yml"] = Settings.Replace("environments:\n",
            "environments:\n  OTHER: {run: {workflow: staging.yml, recheck: false}}\n", StringComparison.Ordinal);
        await DeployAsync(5, Stage.HeadSha, "other");

        (await http.GetStringAsync("/", Cancel)).ShouldContain("/environments/team/shop/other");
        (await http.GetStringAsync("/", Cancel)).Split("Deployed to, and not in the settings")[1].ShouldNotContain("other");
    }

    [Fact]
    public async Task A_pull_request_that_is_told_of_an_environment_is_told_in_one_comment_however_it_is_spelled()
    {
        var repository = await StartAsync();
        var pull = repository.Pull("Rename colour", Stage.HeadSha, Stage.BaseSha);
        (pull.State, pull.MergeCommit) = ("closed", Stage.HeadSha);

        await DeployAsync(1, Stage.HeadSha, "Staging EU");
        _results = Stage.JUnit(("test_total", null), ("test_list", null));
        await DeployAsync(2, Stage.HeadSha, "staging eu");

        var comment = repository.PullComments[pull.Number].ShouldHaveSingleItem();
        comment.Edits.ShouldBe(1);
        comment.Body.ShouldContain("`staging eu`");
    }
}
