using Shouldly;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Repositories with more issues than one analysis reads.</summary>
public sealed class ManyIssuesTests : ServiceTest
{
    private const string Body = "`test_total` fails on staging:\n\n```\nConnectionRefusedError: [Errno 111] Connection refused: db:5432\n```\n";

    [Theory]
    [InlineData("P0")]
    [InlineData("priority/critical-urgent")]
    public async Task An_old_P0_is_found_behind_hundreds_of_newer_issues_and_what_is_left_out_is_said(string label)
    {
        var repository = Stage.FailingPull(GitHub);
        var old = repository.Issue("Orders cannot reach the database", Body, label);
        for (var i = 0; i < 450; i++)
            repository.Issue($"Colour {i} is wrong", "It should be another one.");
        await Service.With("Whybot__Evidence__IssuePages", "2").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldContain($"#{old.Number}");
        Comment(repository).Body.ShouldContain("has more open issues than are read: older ones than the last 200 are only compared where they are labelled "
            + label);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Urgency", true)]
    [InlineData(null, false)]
    public async Task An_old_issue_that_only_a_project_calls_urgent_is_found_where_the_App_may_read_it(string? readable, bool isFound)
    {
        var repository = Stage.FailingPull(GitHub);
        repository.Files[".github/whybot.yml"] = "issues: {priority-field: Urgency}\n";
        repository.ProjectField = readable;
        var old = repository.Issue("Orders cannot reach the database", Body);
        old.Field = "P0 now";
        for (var i = 0; i < 450; i++)
            repository.Issue($"Colour {i} is wrong", "It should be another one.");
        await Service.With("Whybot__Evidence__IssuePages", "2").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.Contains($"#{old.Number}", StringComparison.Ordinal).ShouldBe(isFound);
        Comment(repository).Body.Contains("the project field Urgency (issues.priority-field) cannot be read", StringComparison.Ordinal).ShouldBe(!isFound);
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_newest_hold_all_nothing_more_is_asked_or_said()
    {
        var repository = Stage.FailingPull(GitHub);
        var old = repository.Issue("Orders cannot reach the database", Body, "P0");
        for (var i = 0; i < 150; i++)
            repository.Issue($"Colour {i} is wrong", "It should be another one.");
        await Service.With("Whybot__Evidence__IssuePages", "2").StartAsync();

        await RunEndsAsync(Stage.HeadSha);

        Comment(repository).Body.ShouldContain($"#{old.Number}");
        Comment(repository).Body.ShouldNotContain("more open issues than are read");
    }
}
