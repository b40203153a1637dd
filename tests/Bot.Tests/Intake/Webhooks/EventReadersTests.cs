using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Commands;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Intake.Webhooks;
using Whybot.Intake.Webhooks.Events;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Intake.Webhooks;

/// <summary>Whole payloads, read as Octokit's types.</summary>
public sealed class EventReadersTests
{
    private static readonly string Sha = new('a', 40);
    private static readonly RepositoryRef Shop = new(new RepositoryId(RepositoryNumber.Of("team/shop")), 9, new RepositoryName("team/shop"));
    private readonly EventReaders _readers = new(new GitHubSettings { AppId = 4711 });

    private WebhookIntent Read(string name, string action, JsonObject about)
    {
        about["action"] = action;
        if (name != "installation")
            about["repository"] = new JsonObject { ["full_name"] = "team/shop" };
        about["installation"] = new JsonObject { ["id"] = 9 };
        var read = _readers.Read(name, Encoding.UTF8.GetBytes(Payload.Of(name, about).ToJsonString()));
        read.Problem.ShouldBeNull();
        return read.Reaction.ShouldNotBeNull();
    }

    private WebhookIntent Read(string name, string action, string field, JsonObject about) => Read(name, action, new JsonObject { [field] = about });

    [Theory]
    [InlineData("check_suite", "success")]
    [InlineData("check_run", "failure")]
    [InlineData("check_run", "timed_out")]
    [InlineData("workflow_job", "failure")]
    public void Ended_checks_make_it_look_at_their_commit(string name, string conclusion) =>
        Read(name, "completed", name, new JsonObject { ["head_sha"] = Sha, ["conclusion"] = conclusion })
            .ShouldBe(new WebhookIntent.ChecksChanged(Shop, new(Sha)));

    [Fact]
    public void A_workflow_run_that_ended_is_told_with_what_its_own_starter_knows_it_by() =>
        Read("workflow_run", "completed", "workflow_run", new JsonObject { ["id"] = 12, ["head_sha"] = Sha, ["display_title"] = "staging suites" })
            .ShouldBe(new WebhookIntent.RunEnded(Shop, new CommitSha(Sha), 12, "staging suites"));

    [Theory]
    [InlineData("check_run", "completed", "success")]
    [InlineData("check_run", "created", "failure")]
    [InlineData("check_run", "completed", "a_conclusion_of_the_future")]
    [InlineData("workflow_job", "completed", "success")]
    [InlineData("workflow_run", "requested", "success")]
    public void What_says_nothing_new_makes_it_do_nothing(string name, string action, string conclusion) =>
        Read(name, action, name, new JsonObject { ["head_sha"] = Sha, ["conclusion"] = conclusion }).ShouldBeOfType<WebhookIntent.Nothing>();

    [Theory]
    [InlineData("check_run", "the bot's own check")]
    [InlineData("check_suite", "the bot's own checks")]
    public void Its_own_checks_are_never_explained(string name, string said) =>
        Read(name, "completed", name, new JsonObject { ["head_sha"] = Sha, ["conclusion"] = "failure", ["app"] = new JsonObject { ["id"] = 4711 } })
            .ShouldBe(new WebhookIntent.Nothing(said));

    [Fact]
    public void A_push_makes_the_commit_before_a_thing_of_the_past()
    {
        Read("push", "", new JsonObject { ["before"] = Sha }).ShouldBe(new WebhookIntent.Superseded(Shop, new CommitSha(Sha)));
        Read("push", "", new JsonObject { ["before"] = new string('0', 40) }).ShouldBe(new WebhookIntent.Nothing("a new branch"));
        Read("pull_request", "synchronize", new JsonObject { ["before"] = Sha, ["after"] = new string('b', 40) })
            .ShouldBe(new WebhookIntent.Superseded(Shop, new CommitSha(Sha)));
    }

    [Fact]
    public void A_pull_request_is_looked_at_when_it_is_opened() =>
        Read("pull_request", "opened", "pull_request", new JsonObject { ["head"] = new JsonObject { ["sha"] = Sha } })
            .ShouldBe(new WebhookIntent.ChecksChanged(Shop, new CommitSha(Sha)));

    [Fact]
    public void A_commit_of_the_merge_queue_is_looked_at_until_the_queue_is_done_with_it()
    {
        Read("merge_group", "checks_requested", "merge_group", new JsonObject { ["head_sha"] = Sha }).ShouldBe(new WebhookIntent.ChecksChanged(Shop, new(Sha)));
        Read("merge_group", "destroyed", new JsonObject { ["merge_group"] = new JsonObject { ["head_sha"] = Sha }, ["reason"] = "merged" })
            .ShouldBe(new WebhookIntent.Superseded(Shop, new CommitSha(Sha)));
    }

    [Fact]
    public void A_deployment_is_noted_with_the_run_that_made_it() => Read("deployment_status", "created", new JsonObject
    {
        ["deployment"] = new JsonObject { ["id"] = 5, ["sha"] = Sha, ["environment"] = "staging", ["ref"] = "" },
        ["deployment_status"] = new JsonObject { ["state"] = "a_state_of_the_future" },
        ["workflow_run"] = new JsonObject { ["id"] = 77 },
    }).ShouldBe(new WebhookIntent.Deployed(Shop, 5, "staging", new CommitSha(Sha), "a_state_of_the_future", 77));

    [Theory]
    [InlineData("issue_comment", "created", "comment", "issue", CommentKind.Thread)]
    [InlineData("pull_request_review", "submitted", "review", "pull_request", CommentKind.Review)]
    [InlineData("pull_request_review_comment", "created", "comment", "pull_request", CommentKind.Line)]
    internal void Commands_are_read_from_whatever_a_person_writes(string name, string action, string field, string thread, CommentKind kind)
    {
        WebhookIntent Said(string did, string body, string type) => Read(name, did, new JsonObject
        {
            [field] = new JsonObject { ["id"] = 31, ["body"] = body, ["user"] = new JsonObject { ["type"] = type } },
            [thread] = new JsonObject { ["number"] = 7 },
            ["changes"] = new JsonObject { ["body"] = new JsonObject { ["from"] = "/why 2" } },
        });

        var said = Said(action, "/why", "User").ShouldBeOfType<WebhookIntent.Commented>();
        (said.Repository, said.Thread, said.Comment.Id, said.Comment.Kind).ShouldBe((Shop, 7, 31L, kind));
        said.Comment.IsSaid("/why").ShouldBeTrue();
        said.Comment.IsSaid("/rollback").ShouldBe(kind != CommentKind.Review, "GitHub tells of the others whether they were edited");
        Said("edited", "/why", "User").ShouldBeOfType<WebhookIntent.Nothing>();
        Said(action, "/why", "Bot").ShouldBe(new WebhookIntent.Nothing("not written by a person"));
        Said(action, "Nice.", "User").ShouldBe(new WebhookIntent.Nothing("no command in it"));
    }

    [Fact]
    public void Rules_are_told_with_who_wrote_them_and_only_when_they_changed()
    {
        const string Rule = "```whybot\nwhen: x\n```\n";
        WebhookIntent Edited(string before, string now) => Read("issues", "edited", new JsonObject
        {
            ["issue"] = new JsonObject { ["number"] = 3, ["body"] = now },
            ["changes"] = new JsonObject { ["body"] = new JsonObject { ["from"] = before } },
            ["sender"] = new JsonObject { ["login"] = "ann" },
        });

        var written = Edited("", Rule).ShouldBeOfType<WebhookIntent.RulesWritten>();
        (written.Issue, written.Login, written.Blocks.Count).ShouldBe((3, "ann", 1));
        Edited(Rule, Rule + "More.").ShouldBeOfType<WebhookIntent.Nothing>();
        Read("issues", "closed", "issue", new JsonObject { ["number"] = 3 }).ShouldBe(new WebhookIntent.IssueChanged(Shop, 3));
    }

    [Theory]
    [InlineData("deleted", AccessEnd.WholeInstallation)]
    [InlineData("suspend", AccessEnd.Suspended)]
    internal void The_end_of_an_installation_is_told_with_its_repositories(string action, AccessEnd end)
    {
        var names = new[] { "team/shop", "../evil" }.Select(n =>
            (JsonNode)new JsonObject { ["id"] = 1, ["node_id"] = "x", ["name"] = "x", ["full_name"] = n, ["private"] = false });
        var ended = Read("installation", action, new JsonObject { ["repositories"] = new JsonArray([.. names]) }).ShouldBeOfType<WebhookIntent.AccessEnded>();

        (ended.Installation, ended.End).ShouldBe((9, end));
        ended.Repositories.ShouldBe([Shop with { Id = new RepositoryId(1) }]);
    }

    [Fact]
    public void A_body_that_was_sent_as_a_form_is_read_like_any_other()
    {
        var json = Payload.Of("check_suite", new JsonObject { ["check_suite"] = new JsonObject { ["head_sha"] = Sha, ["head_branch"] = "a+b & ü" } })
            .ToJsonString();

        var read = _readers.Read("check_suite", Encoding.ASCII.GetBytes($"payload={Uri.EscapeDataString(json)}"));

        read.Reaction.ShouldBeOfType<WebhookIntent.ChecksChanged>().Sha.Value.ShouldBe(Sha);
        read.Problem.ShouldBeNull();
    }
}
