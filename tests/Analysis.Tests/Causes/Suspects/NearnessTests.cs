using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>When being near to a failure counts against a change.</summary>
public sealed class NearnessTests
{
    private const string Missing = "RuntimeError: nothing here";

    private static IReadOnlyList<Suspect> Rank(GroupFacts facts, ChangedFile file, bool environmental = false) =>
        new SuspectRanker(Changes(file)).Rank(new FaultText(facts, facts.Symptom, environmental));

    [Theory]
    [InlineData(1, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void A_stack_through_the_changed_lines_or_close_to_them_establishes_the_change(int line, bool established) =>
        (Rank(FactsOf(Missing).Through("src/mail.py", line), File("src/mail.py", "-a", "+b")) is [{ Established: true }]).ShouldBe(established);

    [Fact]
    public void A_stack_through_another_line_of_the_file_or_through_another_file_is_not_enough()
    {
        Rank(FactsOf(Missing).Through("src/mail.py", 90), File("src/mail.py", "-a", "+b")).ShouldBeEmpty();
        Rank(FactsOf(Missing).Through("src/post.py", 1), File("src/mail.py", "-a", "+b")).ShouldBeEmpty();
    }

    [Fact]
    public void A_stack_says_nothing_about_a_service_that_is_down() =>
        Rank(FactsOf(Missing).Through("src/mail.py", 1), File("src/mail.py", "-a", "+b"), environmental: true).ShouldBeEmpty();

    [Fact]
    public void A_module_with_a_name_like_the_failing_test_is_not_named_for_that_alone() =>
        Rank(FactsOf(Failing(Missing, "test_mail")), File("src/mail.py", "-a", "+b")).ShouldBeEmpty();

    [Fact]
    public void An_added_wait_is_suspected_of_a_timeout_only_where_the_failure_points_to()
    {
        var timeout = FactsOf(Failing("asyncio.exceptions.TimeoutError", "test_mail"));

        Rank(timeout, File("src/mail.py", "+sleep(9)")).ShouldHaveSingleItem();
        Rank(timeout, File("src/post.py", "+sleep(9)")).ShouldBeEmpty();
        Rank(timeout, File("src/mail.py", "-sleep(9)")).ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_value_in_the_suite_of_that_name_makes_its_module_suspect_by_name_only()
    {
        var value = Failing("AssertionError: assert 'a' == 'b'", suite: "mailer");

        Rank(FactsOf(value), File("src/mailer.py", "-a", "+b")).Single().ByNameOnly.ShouldBeTrue();
        Rank(FactsOf(value), File("src/postbox.py", "-a", "+b")).ShouldBeEmpty();
        Rank(FactsOf(value, Failing("AssertionError: assert 'c' == 'd'", "two", "orders")), File("src/mailer.py", "-a", "+b")).ShouldBeEmpty();
    }

    [Fact]
    public void A_suite_that_begins_like_the_module_is_named_after_it_unless_the_name_is_short()
    {
        Rank(FactsOf(Failing("AssertionError: assert 'a' == 'b'", suite: "monitoring")), File("src/monitor.py", "-a", "+b")).ShouldHaveSingleItem();
        Rank(FactsOf(Failing("AssertionError: assert 'a' == 'b'", suite: "mailing")), File("src/mail.py", "-a", "+b")).ShouldBeEmpty();
    }
}
