using Shouldly;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Language.Identity;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Faults;

public sealed class OtherRevisionTests
{
    private const string Sha = "5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f";

    private static string? Seen(string evidence, string? revision = null, string kind = "version", bool asked = true) =>
        OtherRevision.Seen(new ReadinessReport("readiness.json", null, "staging",
            [new ServiceReadiness("gateway", true, [new ProbeReading(kind, "https://x/version", false, 200, 1, evidence, "readiness.json",
                "/p") { Revision = revision, Asked = asked }])]), "staging", new CommitSha(Sha));

    [Fact]
    public void A_service_that_says_it_runs_another_commit_is_named_with_both() =>
        Seen("serves revision …", "1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b").ShouldBe("staging served 1a2b3c4d while 5e6f7a8b was tested");

    [Theory]
    [InlineData("5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f")]
    [InlineData("5E6F7A8")]
    public void The_deployed_commit_or_its_beginning_is_no_other(string revision) => Seen("x", revision).ShouldBeNull();

    [Theory]
    [InlineData("{\"sha\": \"1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b\"}", "staging served 1a2b3c4d while 5e6f7a8b was tested")]
    [InlineData("{\"sha\": \"5e6f7a8b9c0d\", \"built\": \"20261012\"}", null)]
    [InlineData("connection refused", null)]
    [InlineData("", null)]
    public void A_record_of_another_tool_is_read_by_the_commits_in_it(string evidence, string? expected) => Seen(evidence).ShouldBe(expected);

    [Fact]
    public void A_probe_that_was_not_asked_or_asks_for_something_else_says_nothing()
    {
        Seen("x", "1a2b3c4d", asked: false).ShouldBeNull();
        Seen("{\"request\": \"1a2b3c4d\"}", kind: "http").ShouldBeNull();
    }

    [Fact]
    public void A_release_that_is_no_commit_is_shown_as_it_is() => Seen("x", "v1.2.3").ShouldBe("staging served v1.2.3 while 5e6f7a8b was tested");
}
