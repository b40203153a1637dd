using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Verdicts;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Tests.Inputs.Evidence;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Explanation.Verdicts;

/// <summary>Which other causes are ruled out, and only with evidence.</summary>
public sealed class RuledOutCausesTests
{
    private static readonly ServiceReadiness Ready = Service("api", Probe("all well", ok: true));
    private static readonly ChangedFile Cart = File("src/cart.py", "+total = 41");
    private static readonly ChangedFile Mail = File("src/mail.py", "+letter = 1");

    private static int Count(ClusterFinding finding, ChangeSet? changes, params ServiceReadiness[] services) =>
        RuledOutCauses.Of(finding, View(Runs.Of() with { Changes = changes, Readiness = Probed(services) }), new FakeEvidence(new()
        {
            ["readiness.json"] = "{\"services/0/probes/0/evidence\": \"all well\"}",
            ["commit.json"] = "{\"files/src.mail.py/filename\": \"src/mail.py\"}",
        })).Count;

    private static ClusterFinding Blamed(string message = Unlike) => Finding(FactsOf(message)).Blaming(Suspect(commit: Commit('a', Cart)));

    [Fact]
    public void A_service_that_is_down_is_ruled_out_if_every_service_was_probed_and_ready()
    {
        Count(Finding(), null, Ready).ShouldBe(1);
        Count(Finding(), null, Ready, Service("store", Probe())).ShouldBe(0);
        Count(Finding(), null, Ready, Service("store")).ShouldBe(0);
        Count(Finding(), null).ShouldBe(0);
    }

    [Fact]
    public void It_is_not_ruled_out_for_a_cause_that_follows_from_a_fault() => Count(Finding().Following(Down()), null, Ready).ShouldBe(0);

    [Fact]
    public void It_is_not_mentioned_if_the_probe_cannot_be_read_again() => Count(Finding(), null, Service("api", Probe("PONG", ok: true))).ShouldBe(0);

    [Fact]
    public void Beside_a_suspect_the_changes_of_other_commits_are_ruled_out()
    {
        Count(Blamed(), Changes(Commit('a', Cart), Commit('b', Mail))).ShouldBe(1);
        Count(Blamed(), Changes(Commit('a', Cart, Mail))).ShouldBe(0);
        Count(Finding(), Changes(Commit('a', Cart), Commit('b', Mail))).ShouldBe(0);
    }

    [Fact]
    public void A_change_that_the_error_names_or_that_is_suspected_too_is_not_ruled_out()
    {
        var changes = Changes(Commit('a', Cart), Commit('b', Mail));

        Count(Blamed("RuntimeError: see src/mail.py"), changes).ShouldBe(0);
        Count(Finding().Blaming(Suspect(commit: changes.Commits[0]), Suspect(commit: changes.Commits[1])), changes).ShouldBe(0);
    }
}
