using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Signatures;

public sealed class ScatteredFramesTests
{
    private static TestCase Failed(string message, int place) => new()
    {
        Id = $"T::{place}",
        ClassName = "T",
        Suite = "unit",
        Outcome = TestOutcome.Error,
        Source = "results/unit.xml",
        Line = place,
        EndLine = place,
        Failure = new Failure(null, message,
            $"Traceback (most recent call last):\n  File \"shop/step_{Letter(place)}.py\", line 3, in run_{Letter(place)}\n    work()\n{message}", 1, 1),
    };

    private static char Letter(int place) => (char)('a' + place);

    private static int Causes(string message, int places, IReadOnlySet<string>? own = null) =>
        FailureGroup.Of(Enumerable.Range(0, places).Select(i => Failed(message, i)), own: own).Count;

    [Fact]
    public void One_message_from_everywhere_is_one_cause() => Causes("StoreError: no connection to 'orders-db'", 12).ShouldBe(1);

    [Fact]
    public void From_a_few_places_each_may_have_its_own() => Causes("StoreError: no connection to 'orders-db'", 5).ShouldBe(5);

    [Fact]
    public void A_message_of_ordinary_words_may_have_a_cause_in_each_place() => Causes("ValueError: this is not allowed here", 12).ShouldBe(12);

    [Fact]
    public void An_id_that_has_its_own_issue_is_kept()
    {
        var issue = Signature.Of(Failed("StoreError: no connection to 'orders-db'", 0).Failure!).Id;

        Causes("StoreError: no connection to 'orders-db'", 12, new HashSet<string> { issue }).ShouldBe(2);
    }

    [Fact]
    public void Earlier_failures_with_the_message_count_as_the_same_cause()
    {
        var earlier = Signature.Of(Failed("StoreError: no connection to 'orders-db'", 20).Failure!);

        FailureGroup.Of(Enumerable.Range(0, 12).Select(i => Failed("StoreError: no connection to 'orders-db'", i)), [earlier])
            .ShouldHaveSingleItem().Variants.ShouldContain(earlier.Id);
    }
}
