using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Grouping;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Identity;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Grouping;

/// <summary>Which groups of failures have one cause: those with evidence for it, not those that only fail at the same time.</summary>
public sealed class CauseJoinerTests
{
    private static readonly GroupFacts One = FactsOf(Failing("AssertionError: the lamp costs 3", "one"));
    private static readonly GroupFacts Two = FactsOf(Failing("AssertionError: the chair is sold out", "two"));
    private static readonly GroupFacts Three = FactsOf(Failing("AssertionError: the table has 5 legs", "three"));

    private static IReadOnlyList<Cause> Join(params GroupFacts[] groups) => Join([], null, groups);

    private static IReadOnlyList<Cause> Join(IReadOnlyList<EnvironmentFault> faults, ChangeSet? changes, params GroupFacts[] groups) =>
        new CauseJoiner(faults, new SuspectRanker(changes)).Join(groups, _ => false);

    private static GroupFacts Says(string name, string message) => FactsOf(Failing(message, name));

    [Fact]
    public void Groups_that_only_fail_at_the_same_time_stay_apart_and_say_nothing()
    {
        var causes = Join(One, Two);

        causes.Count.ShouldBe(2);
        causes.ShouldAllBe(c => c.Because.Count == 0 && c.Fault == null);
    }

    [Fact]
    public void Variants_of_one_test_that_differ_in_quoted_words_are_one_cause()
    {
        var causes = Join(Says("test_paint[red]", "no paint called 'red' in stock"), Says("test_paint[blue]", "no paint called 'blue' in stock"));

        causes.Single().Because.Single().ToString().ShouldBe("they are variants of test_paint");
    }

    [Fact]
    public void Variants_that_say_something_else_and_other_tests_that_say_the_same_are_not_joined()
    {
        Join(Says("test_paint[red]", "no paint called 'red' in stock"), Says("test_paint[blue]", "the brush is dry")).Count.ShouldBe(2);
        Join(Says("test_paint[red]", "no paint called 'red' in stock"), Says("test_varnish[blue]", "no paint called 'blue' in stock")).Count.ShouldBe(2);
        Join(Says("test_paint", "no paint called 'red' in stock"), Says("test_paint", "no paint called 'blue' in stock")).Count.ShouldBe(2);
    }

    [Fact]
    public void Tests_that_lack_the_same_field_are_one_cause_and_those_that_lack_another_are_not()
    {
        var causes = Join(Says("one", "KeyError: 'total'"), Says("two", "missing required field(s) ['total'] in ['id']"), Says("three", "KeyError: 'sku'"));

        causes.Select(c => c.Tests()).ShouldBe(["one, two", "three"]);
        causes[0].Because.Single().ToString().ShouldBe("they lack the same field, total");
    }

    [Fact]
    public void Tests_that_follow_from_the_same_broken_service_are_one_cause()
    {
        var causes = Join([Down("store")], null, Says("one", "HTTP 503 from /items"), Says("two", "socket hang up"), Three);

        causes.Select(c => c.Tests()).ShouldBe(["one, two", "three"]);
        causes[0].Because.Single().ToString().ShouldBe("they follow from the same fault: store");
        causes.Select(c => c.Fault?.Name).ShouldBe(["store", null]);
    }

    [Fact]
    public void Tests_during_which_the_platform_logged_the_same_error_are_one_cause_whatever_its_figures()
    {
        var causes = Join(One.Logged(Event("order 4711 lost its owner")), Two.Logged(Event("order 4712 lost its owner")), Three.Logged(Event("cart is gone")));

        causes.Select(c => c.Tests()).ShouldBe(["one, two", "three"]);
        causes[0].Because.Single().ToString().ShouldStartWith("the platform logged the same error while they failed: ");
    }

    [Theory]
    [InlineData(LogLevel.Warning, null, false)]
    [InlineData(LogLevel.Error, null, true)]
    [InlineData(LogLevel.Warning, "OwnerError: nobody owns it", true)]
    public void A_warning_joins_only_if_it_has_an_exception(LogLevel level, string? exception, bool joined)
    {
        var logged = Event("an order lost its owner", level: level, exception: exception);

        (Join(One.Logged(logged), Two.Logged(logged)).Count == 1).ShouldBe(joined);
    }

    [Fact]
    public void A_logged_fault_that_explains_none_of_them_does_not_join_them()
    {
        var logged = Event("worker stalled for 9 s");
        var changes = Changes(File("src/lamp.py", "+lamp_price = 3"), File("src/chair.py", "+chair_stock = 0"));
        GroupFacts[] groups = [Says("one", "AssertionError: lamp_price is 3").Logged(logged), Says("two", "AssertionError: chair_stock is 0").Logged(logged)];

        var causes = Join([Fault("deadlock", logged)], changes, groups);

        causes.Count.ShouldBe(2);
        causes.ShouldAllBe(c => c.Facts.Events.Count == 0);
        Join([Fault("deadlock", logged)], null, groups).Count.ShouldBe(1);
    }

    [Fact]
    public void Tests_whose_errors_name_the_same_change_are_one_cause()
    {
        var changes = Changes(File("src/cart.py", "+cart_total = 41"));

        Join([], changes, Says("one", "AssertionError: cart_total is 41"), Says("two", "RuntimeError: no cart_total yet"))
            .Single().Because.Single().ToString().ShouldBe("the same change explains them (aaaaaaaa src/cart.py: cart_total)");
        Join([], changes, Says("one", "AssertionError: cart_total is 41"), Says("two", "RuntimeError: the lamp_price is gone")).Count.ShouldBe(2);
    }

    [Fact]
    public void Different_names_of_one_changed_file_do_not_join() =>
        Join([], Changes(File("src/cart.py", "+cart_total = 41", "+cart_owner = None")), Says("one", "AssertionError: cart_total is 41"),
            Says("two", "AssertionError: cart_owner is None")).Count.ShouldBe(2);

    [Fact]
    public void What_joins_by_two_reasons_is_one_cause_of_all_three()
    {
        var logged = Event("an order lost its owner");

        var cause = Join(Says("one", "KeyError: 'total'"), Says("two", "KeyError: 'total'").Logged(logged), Three.Logged(logged)).Single();

        cause.Tests().ShouldBe("one, three, two");
        cause.Because.Count.ShouldBe(2);
        cause.Facts.Symptom.Id.ShouldBe("payload-contract");
    }

    [Fact]
    public void New_failures_that_one_change_explains_are_one_cause_and_older_ones_are_not_joined()
    {
        var joiner = new CauseJoiner([], new SuspectRanker(Changes(File("src/cart.py", "+cart_total = 41"), File("src/lamp.py", "+lamp = 1"),
            File("src/chair.py", "+chair = 1"))));
        GroupFacts[] groups = [Says("cart_total_adds_up", "1 is not 2"), Says("cart_total_is_shown", "nothing there")];

        joiner.Join(groups, _ => true).Single().Because.Single().ToString().ShouldBe("they passed before, and are tests of the same class");
        joiner.Join(groups, _ => false).Count.ShouldBe(2);
    }

    [Fact]
    public void What_was_one_cause_in_an_earlier_run_stays_one()
    {
        var cause = new ClusterId("c");

        var causes = Join(One with { Joined = cause }, Two with { Joined = cause }, Three);

        causes.Select(c => c.Tests()).ShouldBe(["one, two", "three"]);
        causes[0].Facts.Id.ShouldBe(cause);
    }

    [Fact]
    public void What_is_left_of_an_earlier_cause_is_still_that_cause()
    {
        var cause = new ClusterId("c");

        Join(One with { Joined = cause }, Three).Select(c => c.Facts.Id).ShouldBe([cause, Three.Id]);
    }

    [Fact]
    public void A_group_with_a_fault_is_not_joined_to_others_by_a_change()
    {
        var changes = Changes(File("src/cart.py", "+cart_total = 41"));

        Join([Down("store", mentions: "store.internal:5432")], changes, Says("one", "no cart_total: store.internal:5432"), Says("two", "no cart_total"))
            .Select(c => c.Fault?.Name).ShouldBe(["store", null]);
    }
}

file static class Named
{
    public static string Tests(this Cause cause) => string.Join(", ", cause.Facts.Tests.Select(t => t.Name));
}
