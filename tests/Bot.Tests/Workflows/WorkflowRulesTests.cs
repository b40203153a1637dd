using Shouldly;
using Xunit;

namespace Whybot.Bot.Tests.Workflows;

/// <summary>The workflows, the action and the examples of them in documents are safe to run and to copy.</summary>
public sealed class WorkflowRulesTests
{
    private const string Pinned = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

    private const string Good = $$$"""
        on:
          push:
            branches: [main]
        permissions: {}
        jobs:
          test:
            permissions:
              contents: read
            steps:
              - uses: {{{Pinned}}}
                with:
                  persist-credentials: false
              - env:
                  TITLE: ${{ github.event.pull_request.title }}
                run: echo "$TITLE"
        """;

    [Fact]
    public void What_is_shipped_breaks_no_rule()
    {
        var shipped = WorkflowFile.Shipped().ToList();

        shipped.Select(f => f.Place).ShouldContain("action.yml");
        shipped.Select(f => f.Place).ShouldContain(".github/workflows/release.yml");
        shipped.ShouldContain(f => f.Place.StartsWith("docs/configuration.md:", StringComparison.Ordinal));
        shipped.SelectMany(WorkflowRules.Findings).ShouldBeEmpty();
    }

    [Fact]
    public void A_careful_workflow_has_no_findings() => Findings(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("unpinned-uses", Pinned, "actions/checkout@v7")]
    [InlineData("unpinned-uses", " # v7.0.1", "")]
    [InlineData("unpinned-uses", Pinned, "docker://alpine:3")]
    [InlineData("template-injection", "$TITLE\"", "${{ github.event.pull_request.title }}\"")]
    [InlineData("excessive-permissions", "permissions: {}", "env: {}")]
    [InlineData("excessive-permissions", "permissions: {}", "permissions: write-all")]
    [InlineData("excessive-permissions", "permissions: {}", "permissions: {contents: write}")]
    [InlineData("excessive-permissions", "    permissions:\n      contents: read\n", "")]
    [InlineData("artipacked", "persist-credentials: false", "fetch-depth: 1")]
    [InlineData("artipacked", "persist-credentials: false", "persist-credentials: true")]
    [InlineData("secrets-inherit", "    steps:", "    secrets: inherit\n    steps:")]
    [InlineData("dangerous-triggers", "push:\n    branches: [main]", "pull_request_target:")]
    [InlineData("dangerous-triggers", "push:\n    branches: [main]", "workflow_run:", "persist-credentials: false",
        "persist-credentials: false\n          ref: ${{ github.event.workflow_run.head_sha }}")]
    [InlineData("github-env", "push:\n    branches: [main]", "issue_comment:", "echo \"$TITLE\"", "echo \"T=$TITLE\" >>\"$GITHUB_ENV\"")]
    [InlineData("cache-poisoning", "branches: [main]", "tags: [\"v*\"]", Pinned, "actions/cache/restore@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1")]
    [InlineData("cache-poisoning", "branches: [main]", "tags: [\"v*\"]", "persist-credentials: false", "persist-credentials: false\n          cache: true")]
    [InlineData("overprovisioned-secrets", "github.event.pull_request.title", "toJSON(secrets)")]
    [InlineData("bot-conditions", "      - env:", "      - if: github.actor == 'dependabot[bot]'\n        env:")]
    [InlineData("insecure-commands", "TITLE: ", "ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n          TITLE: ")]
    public void A_careless_one_has(string rule, params string[] changes) =>
        Findings(changes.Chunk(2).Aggregate(Good, (text, change) =>
        {
            text.ShouldContain(change[0]);
            return text.Replace(change[0], change[1], StringComparison.Ordinal);
        })).ShouldContain(f => f.StartsWith($"x.yml: {rule}: ", StringComparison.Ordinal));

    [Fact]
    public void A_step_of_an_action_is_judged_too() =>
        Findings("runs:\n  using: composite\n  steps:\n    - run: echo ${{ inputs.title }}").ShouldHaveSingleItem().ShouldContain("template-injection");

    private static List<string> Findings(string text) => [.. WorkflowRules.Findings(WorkflowFile.Read("x.yml", text).ShouldHaveSingleItem())];
}
