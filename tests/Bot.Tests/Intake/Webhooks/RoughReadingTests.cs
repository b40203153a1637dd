using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Commands;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Intake.Webhooks;
using Whybot.Intake.Webhooks.Events;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Intake.Webhooks;

/// <summary>What Octokit's types cannot read is looked at all the same.</summary>
public sealed class RoughReadingTests
{
    private static readonly string Sha = new('a', 40);
    private static readonly RepositoryRef Shop = new(new RepositoryId(7), 9, new RepositoryName("team/shop"));
    private readonly EventReaders _readers = new(new GitHubSettings { AppId = 4711 });

    private Reading Read(string name, string json) => _readers.Read(name, Encoding.UTF8.GetBytes(json));

    private static string About(string about, string action = "completed") =>
        $$$"""{"action":"{{{action}}}",{{{about}}},"repository":{"id":7,"full_name":"team/shop"},"installation":{"id":9}}""";

    public static TheoryData<string, string> WithCommit => new()
    {
        { "check_run", $$"""{"head_sha":"{{Sha}}","conclusion":"failure"}""" },
        { "check_suite", $$"""{"head_sha":"{{Sha}}"}""" },
        { "workflow_job", $$"""{"head_sha":"{{Sha}}"}""" },
        { "merge_group", $$"""{"head_sha":"{{Sha}}"}""" },
        { "pull_request", $$$"""{"head":{"sha":"{{{Sha}}}"}}""" },
    };

    [Theory]
    [MemberData(nameof(WithCommit))]
    public void Its_commit_is_looked_at_and_it_is_told_why(string name, string about)
    {
        var read = Read(name, About($"\"{name}\":{about}"));

        read.Reaction.ShouldBe(new WebhookIntent.ChecksChanged(Shop, new CommitSha(Sha)));
        read.Problem.ShouldNotBeNull().ShouldContain("Octokit.Webhooks");
    }

    [Fact]
    public void A_field_that_is_null_and_never_should_be_costs_no_hint()
    {
        var payload = Payload.Of("check_run", new JsonObject
        {
            ["check_run"] = new JsonObject { ["head_sha"] = null, ["conclusion"] = "failure" },
            ["after"] = Sha,
            ["repository"] = new JsonObject { ["full_name"] = "team/shop" }
        });

        var read = Read("check_run", payload.ToJsonString());

        read.Reaction.ShouldBeOfType<WebhookIntent.ChecksChanged>().Sha.Value.ShouldBe(Sha);
        read.Problem.ShouldBe("it names no commit");
    }

    [Fact]
    public void What_ends_a_suite_a_deployment_a_command_and_an_access_is_still_told_as_that()
    {
        Read("workflow_run", About($$"""
            "workflow_run":{"id":12,"head_sha":"{{Sha}}","display_title":"suites"}
            """)).Reaction.ShouldBe(new WebhookIntent.RunEnded(Shop, new CommitSha(Sha), 12, "suites"));
        Read("deployment_status", $$$"""{"deployment":{"id":5,"sha":"{{{Sha}}}","environment":"staging"},"deployment_status":{"state":"success"},"repository":{"id":7,"full_name":"team/shop"},"installation":{"id":9}}""")
            .Reaction.ShouldBe(new WebhookIntent.Deployed(Shop, 5, "staging", new CommitSha(Sha), "success"));
        Read("issue_comment", About("\"issue\":{\"number\":7},\"comment\":{\"id\":31}", "created"))
            .Reaction.ShouldBe(new WebhookIntent.Commented(Shop, 7, new CommentRef(31)));
        Read("pull_request_review", About("\"pull_request\":{\"number\":7},\"review\":{\"id\":31,\"body\":\"/why\"}", "submitted")).Reaction
            .ShouldBe(new WebhookIntent.Commented(Shop, 7, CommentRef.Review(31, "/why")));
        Read("issues", About("\"issue\":{\"number\":7}", "closed")).Reaction.ShouldBe(new WebhookIntent.IssueChanged(Shop, 7));
        Read("issues", """
            {"action":"opened","issue":{"number":7,"body":"```whybot\ntext: x\n```"},"sender":{"login":"ann"},"repository":{"full_name":"team/shop"}}
            """).Reaction.ShouldBeOfType<WebhookIntent.RulesWritten>().Login.ShouldBe("ann");
        Read("issue_comment", About("\"issue\":{\"number\":7},\"comment\":{\"id\":31}", "edited")).Reaction.ShouldBeOfType<WebhookIntent.Nothing>();
        Read("installation", """{"action":"deleted","installation":{"id":9},"repositories":[{"full_name":"team/shop"},{"full_name":"../evil"},7]}""").Reaction
            .ShouldBeOfType<WebhookIntent.AccessEnded>().Repositories.ShouldBe([Shop with { Id = RepositoryId.Unknown }]);
    }

    [Fact]
    public void An_environment_that_is_none_costs_only_its_name()
    {
        foreach (var environment in new[] { new string('x', 1024 * 1024), "sta\0ging" })
        {
            var payload = Payload.Of("deployment_status", new JsonObject
            {
                ["deployment"] = new JsonObject { ["sha"] = Sha, ["environment"] = environment },
                ["check_run"] = null,
                ["workflow_run"] = null,
                ["repository"] = new JsonObject { ["full_name"] = "team/shop" },
            });

            var read = Read("deployment_status", payload.ToJsonString());

            read.Reaction.ShouldBeOfType<WebhookIntent.ChecksChanged>().Sha.Value.ShouldBe(Sha);
            read.Problem.ShouldBe("its environment is none");
        }
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_cost_no_hint()
    {
        var payload = Encoding.UTF8.GetBytes(Payload.Of("check_suite",
            new JsonObject { ["check_suite"] = new JsonObject { ["head_sha"] = Sha, ["head_branch"] = "~~" } }).ToJsonString());
        payload.AsSpan().Replace((byte)'~', (byte)0xFF);

        var read = _readers.Read("check_suite", payload);

        read.Reaction.ShouldBeOfType<WebhookIntent.ChecksChanged>().Sha.Value.ShouldBe(Sha);
        read.Problem.ShouldBe("it is not UTF-8");
    }

    [Fact]
    public void Its_own_checks_are_not_explained_either() =>
        Read("check_run", About($$$"""
            "check_run":{"head_sha":"{{{Sha}}}","app":{"id":4711}}
            """)).Reaction.ShouldBe(new WebhookIntent.Nothing("the bot's own checks"));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"unfinished\":")]
    [InlineData("payload=%7B")]
    [InlineData("""{"action":7,"workflow_run":[],"repository":{"full_name":{}},"installation":{"id":"x"}}""")]
    [InlineData("""{"action":"completed","workflow_run":{"head_sha":"../../etc/passwd"},"repository":{"full_name":"team/shop"}}""")]
    [InlineData("""{"action":"completed","workflow_run":{"head_sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},"repository":{"full_name":"team/../../x"}}""")]
    public void What_holds_no_hint_is_told_as_unreadable(string json)
    {
        foreach (var name in _readers.Names)
        {
            var read = Read(name, json);
            (read.Reaction is null or WebhookIntent.Nothing).ShouldBeTrue(name);
            read.Problem.ShouldNotBeNullOrWhiteSpace();
        }
    }

    /// <summary>GitHub's own examples of all events, and those of old Enterprise Servers, whose deployments have no action (<c>scripts/contract</c>).</summary>
    [Theory]
    [InlineData("api.github.com")]
    [InlineData("ghes-31")]
    [InlineData("ghes-32")]
    [InlineData("ghes-33")]
    [InlineData("ghes-34")]
    [InlineData("ghes-35")]
    public void No_example_of_GitHubs_loses_its_hint(string server)
    {
        var examples = Examples(server);

        foreach (var (name, example) in examples)
        {
            var read = _readers.Read(name, Encoding.UTF8.GetBytes(example.GetRawText()));
            read.Reaction.ShouldNotBeNull($"{name}: {read.Problem}");
            if (name == "deployment_status")
                read.Reaction.ShouldBeOfType<WebhookIntent.Deployed>().Sha.Value.ShouldBe(example.GetProperty("deployment").GetProperty("sha").GetString());
        }
        examples.Count.ShouldBeGreaterThan(server == "api.github.com" ? 328 : 40);
    }

    internal static List<(string Name, JsonElement Example)> Examples(string server)
    {
        using var examples = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, ".cache", "contract", server, "index.json")));
        return [.. examples.RootElement.EnumerateArray().SelectMany(
            e => e.GetProperty("examples").EnumerateArray().Select(x => (e.GetProperty("name").GetString()!, x.Clone())))];
    }
}
