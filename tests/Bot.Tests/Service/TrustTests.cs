using System.Text;
using Shouldly;
using Whybot.Features.Commands;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>Who may command what: every role, every command, every way of writing it.</summary>
public sealed class TrustTests : ServiceTest
{
    private static readonly string[] Roles = ["none", "read", "triage", "write", "maintain", "admin"];

    /// <summary>The least role of each command, written down apart from the program.</summary>
    private static readonly Dictionary<string, string> Least = new()
    {
        ["why"] = "read",
        ["evidence"] = "read",
        ["explain-match"] = "read",
        ["status"] = "read",
        ["history"] = "read",
        ["help"] = "read",
        ["accuracy"] = "read",
        ["plan"] = "triage",
        ["same-as"] = "triage",
        ["not-this"] = "triage",
        ["split"] = "triage",
        ["cause"] = "triage",
        ["flaky"] = "triage",
        ["priority"] = "triage",
        ["mute"] = "triage",
        ["undo"] = "triage",
        ["assign"] = "triage",
        ["close"] = "triage",
        ["reopen"] = "triage",
        ["rerun"] = "write",
        ["retest"] = "write",
        ["revert"] = "write",
        ["accept"] = "maintain",
        ["rollback"] = "maintain",
    };

    private async Task<FakeComment> SayAsync(FakeRepository repository, int thread, string author, string body, string type = "User",
        string association = "NONE", bool edited = false)
    {
        var comment = repository.Comment(thread, author, body, type);
        (comment.Association, comment.Edits) = (association, edited ? 1 : 0);
        await PostAsync("issue_comment", Stage.IssueComment(thread, comment));
        return comment;
    }

    private static List<string> Replies(FakeRepository repository, FakeComment comment) =>
        [.. repository.Issues.SelectMany(i => i.Comments).Where(c => c.Body.Contains($"whybot:reply {comment.Id}.", StringComparison.Ordinal))
            .Select(c => c.Body)];

    [Fact]
    public void The_table_of_this_test_has_every_command() => Least.Keys.ShouldBe(CommandRegistration.Catalogue.All.Select(c => c.Name), ignoreOrder: true);

    [Fact]
    public async Task Every_role_may_use_the_commands_of_its_level_whatever_the_comment_says_of_its_author()
    {
        var repository = GitHub.Add(Stage.Repository);
        var said = new List<(string Who, int Role, string[] Commands, FakeComment Comment)>();
        // Printed instead of written: GitHub takes no more than 80 comments a minute.
        await Service.With("Whybot__Publishing__DryRun", "true").StartAsync();
        foreach (var (role, level) in Roles.Select((r, i) => (r, i)))
            foreach (var association in new[] { "NONE", "OWNER" })
            {
                repository.Roles[role] = role;
                var thread = repository.Issue($"{role} {association}", "").Number;
                foreach (var some in Least.Keys.Chunk(10))
                    said.Add(($"{role} ({association})", level, some,
                        await SayAsync(repository, thread, role, string.Join('\n', some.Select(c => $"/whybot {c}")), association: association)));
            }

        await IdleAsync();

        var wrong = new StringBuilder();
        var printed = Service.Output.Split("== dry run, ");
        foreach (var (who, level, commands, comment) in said)
        {
            var replies = printed.Where(p => p.Contains($"whybot:reply {comment.Id}.", StringComparison.Ordinal)).ToList();
            replies.Count.ShouldBe(commands.Length);
            foreach (var (command, reply) in commands.Zip(replies))
                if (reply.Contains("access; GitHub reports that you don't have it", StringComparison.Ordinal)
                    == (level >= Array.IndexOf(Roles, Least[command])))
                    wrong.AppendLine($"{who} /{command}: {reply}");
        }
        wrong.ToString().ShouldBe("");
        GitHub.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_bot_says_what_was_edited_and_what_is_quoted_or_fenced_commands_nothing()
    {
        (string How, string Type, bool Edited)[] ways =
        [
            ("{0}", "Bot", false), ("{0}", "User", true), ("> {0}", "User", false), ("```\n{0}\n```", "User", false), ("~~~sh\n{0}\n~~~", "User", false),
                ("    {0}", "User", false),
            ("- {0}", "User", false), ("`{0}`", "User", false), ("<div>\n{0}\n</div>", "User", false), ("<!--\n{0}\n-->", "User", false),
            ("[{0}](https://example.com)", "User", false), ("please {0}", "User", false), ("# {0}", "User", false),
        ];
        var repository = GitHub.Add(Stage.Repository);
        repository.Roles["ann"] = "admin";
        await Service.StartAsync();
        var thread = repository.Issue("Orders are lost", "").Number;

        foreach (var (how, type, edited) in ways)
            foreach (var some in Least.Keys.Chunk(10))
                await SayAsync(repository, thread, "ann", string.Join("\n\n", some.Select(c => how.Replace("{0}", $"/{c} 1", StringComparison.Ordinal))), type,
                    "OWNER", edited);
        await IdleAsync();

        repository.Issues.Single().Comments.Where(c => c.Via is not null || c.Reactions.Count > 0).ShouldBeEmpty();
        repository.Issues.Single().State.ShouldBe("open");
    }

    [Fact]
    public async Task While_GitHub_does_not_say_who_somebody_is_they_may_do_nothing()
    {
        var repository = GitHub.Add(Stage.Repository);
        repository.Roles["ann"] = "admin";
        GitHub.Faults = r => r.Path.EndsWith("/permission", StringComparison.Ordinal) ? new Fault(FaultKind.FailBefore) : null;
        await Service.StartAsync();
        var thread = repository.Issue("Orders are lost", "").Number;

        var comment = await SayAsync(repository, thread, "ann", "/close it is done");
        await IdleAsync();

        Replies(repository, comment).ShouldHaveSingleItem().ShouldContain("GitHub reports that you don't have it");

        repository.Issues.Single().State.ShouldBe("open");
    }

    [Fact]
    public async Task The_author_of_a_forks_pull_request_may_not_have_it_run_again()
    {
        var repository = Stage.FailingPull(GitHub);
        (repository.Pulls.Single().HeadRepository, repository.Runs.Single().HeadRepository) = ("author/shop", "author/shop");
        repository.Roles["author"] = "read";
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        var pull = repository.Pulls.Single().Number;

        var comment = repository.Comment(pull, "author", "/rerun all");
        comment.Association = "CONTRIBUTOR";
        await PostAsync("issue_comment", Stage.IssueComment(pull, comment));
        await IdleAsync();

        repository.PullComments[pull].Last(c => c.Via is not null)
            .Body.ShouldContain("`/rerun [failed|all|SUITE] [ENVIRONMENT]` requires write access");
        repository.Runs.Single().Attempt.ShouldBe(1);
    }
}
