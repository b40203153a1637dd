using System.Text.Json;
using Shouldly;
using Whybot.GitHub;
using Whybot.Testing;
using Whybot.Webhooks;
using Whybot.Webhooks.Events;
using Xunit;

namespace Whybot.Bot.Tests.Webhooks;

public sealed class EventReadersTests
{
    private static readonly string Sha = new('a', 40);
    private readonly EventReaders _readers = new(new GitHubSettings { AppId = 4711 });

    private Reaction Read(string name, string json) => _readers.Read(name, new WebhookPayload(JsonDocument.Parse(json).RootElement));

    private static string About(string action, string name, string about) => $$$"""{"action":"{{{action}}}","{{{name}}}":{{{about}}},"repository":{"full_name":"team/shop"},"installation":{"id":9}}""";

    [Theory]
    [InlineData("check_suite", "check_suite", "success")]
    [InlineData("check_run", "check_run", "failure")]
    [InlineData("check_run", "check_run", "timed_out")]
    [InlineData("workflow_job", "workflow_job", "failure")]
    public void Ended_checks_make_it_look_at_their_commit(string name, string field, string conclusion) =>
        Read(name, About("completed", field, $$"""{"head_sha":"{{Sha}}","conclusion":"{{conclusion}}"}""")).ShouldBe(new Reaction.ChecksChanged(new RepositoryRef(9, "team/shop"), Sha));

    [Fact]
    public void A_workflow_run_that_ended_is_told_with_what_its_own_starter_knows_it_by() =>
        Read("workflow_run", About("completed", "workflow_run", $$"""{"id":12,"head_sha":"{{Sha}}","conclusion":"success","display_title":"staging suites"}"""))
            .ShouldBe(new Reaction.RunEnded(new RepositoryRef(9, "team/shop"), Sha, 12, "staging suites"));

    [Theory]
    [InlineData("check_run", "check_run", "completed", "success")]
    [InlineData("check_run", "check_run", "created", "failure")]
    [InlineData("check_run", "check_run", "completed", "a_conclusion_of_the_future")]
    [InlineData("workflow_job", "workflow_job", "completed", "success")]
    [InlineData("workflow_run", "workflow_run", "requested", "")]
    public void What_says_nothing_new_makes_it_do_nothing(string name, string field, string action, string conclusion) =>
        Read(name, About(action, field, $$"""{"head_sha":"{{Sha}}","conclusion":"{{conclusion}}"}""")).ShouldBeOfType<Reaction.Nothing>();

    [Theory]
    [InlineData("check_run", "check_run")]
    [InlineData("check_suite", "check_suite")]
    public void Its_own_checks_are_never_explained(string name, string field) =>
        Read(name, About("completed", field, $$$"""{"head_sha":"{{{Sha}}}","conclusion":"failure","app":{"id":4711}}""")).ShouldBe(new Reaction.Nothing(name == "check_run" ? "the bot's own check" : "the bot's own checks"));

    [Fact]
    public void A_push_makes_the_commit_before_a_thing_of_the_past()
    {
        Read("push", $$$"""{"before":"{{{Sha}}}","repository":{"full_name":"team/shop"}}""").ShouldBe(new Reaction.Superseded(new RepositoryRef(0, "team/shop"), Sha));
        Read("push", $$$"""{"before":"{{{new string('0', 40)}}}","repository":{"full_name":"team/shop"}}""").ShouldBe(new Reaction.Nothing("a new branch"));
        Read("pull_request", About("synchronize", "pull_request", "{}")
            .Replace("\"action\"", $"\"before\":\"{Sha}\",\"action\"", StringComparison.Ordinal)).ShouldBeOfType<Reaction.Superseded>();
    }

    [Fact]
    public void A_deployment_and_the_end_of_an_installation_are_noted()
    {
        Read("deployment_status", $$$"""{"deployment":{"id":5,"sha":"{{{Sha}}}","environment":"staging","ref":""},"deployment_status":{"state":"success"},"repository":{"full_name":"team/shop"}}""")
            .ShouldBe(new Reaction.Deployed(new RepositoryRef(0, "team/shop"), 5, "staging", Sha, "success"));
        Read("installation", """{"action":"deleted","repositories":[{"full_name":"team/shop"},{"full_name":"../evil"},7]}""").ShouldBeOfType<Reaction.AccessEnded>().Repositories.ShouldBe(["team/shop"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"action":7,"workflow_run":[],"repository":{"full_name":{}},"installation":{"id":"x"}}""")]
    [InlineData("""{"action":"completed","workflow_run":{"head_sha":"../../etc/passwd"},"repository":{"full_name":"team/shop"}}""")]
    [InlineData("""{"action":"completed","workflow_run":{"head_sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},"repository":{"full_name":"team/../../x"}}""")]
    public void A_payload_of_another_shape_is_no_error(string json)
    {
        foreach (var name in _readers.Names)
            Read(name, json).ShouldBeAssignableTo<Reaction>().ShouldNotBeOfType<Reaction.ChecksChanged>();
    }

    /// <summary>GitHub's own examples of all events (<c>scripts/contract</c>).</summary>
    [Fact]
    public void Every_example_of_GitHubs_is_read()
    {
        using var examples = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, ".cache", "contract", "api.github.com", "index.json")));
        var read = examples.RootElement.EnumerateArray()
            .SelectMany(e => e.GetProperty("examples").EnumerateArray().Select(x => (Name: e.GetProperty("name").GetString()!, Example: x)))
            .Select(e => (e.Name, Reaction: _readers.Read(e.Name, new WebhookPayload(e.Example)))).ToList();

        read.Count.ShouldBeGreaterThan(250);
        _readers.Names.Except(read.Select(r => r.Name)).ShouldBeEmpty();
        read.Where(r => r.Name == "workflow_run" && r.Reaction is Reaction.RunEnded { Run: > 0 }).ShouldNotBeEmpty();
        read.Where(r => r.Name == "check_suite" && r.Reaction is Reaction.ChecksChanged).ShouldNotBeEmpty();
        read.Where(r => r.Name == "push" && r.Reaction is Reaction.Superseded).ShouldNotBeEmpty();
        read.Where(r => r.Name == "deployment_status" && r.Reaction is Reaction.Deployed).ShouldNotBeEmpty();
    }
}
