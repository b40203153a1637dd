using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Changes that brought in what causes such faults.</summary>
public sealed class AddedFaultTests
{
    private static bool Linked(string test, ChangedFile file)
    {
        var facts = FactsOf(Failing("asyncio.exceptions.TimeoutError", test));
        return new SuspectRanker(Changes(file)).Rank(new FaultText(facts, facts.Symptom, environmental: false)).Listed is [{ Unlinked: false }];
    }

    [Fact]
    public void An_added_wait_is_suspected_of_a_timeout_only_where_the_failure_points_to()
    {
        Linked("test_mail", File("src/mail.py", "+sleep(9)")).ShouldBeTrue();
        Linked("test_mail", File("src/post.py", "+sleep(9)")).ShouldBeFalse();
        Linked("test_mail", File("src/mail.py", "-sleep(9)")).ShouldBeFalse();
    }
}
