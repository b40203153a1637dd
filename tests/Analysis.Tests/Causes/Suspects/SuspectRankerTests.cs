using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Which change is named for a failure, and which is established as its cause.</summary>
public sealed class SuspectRankerTests
{
    private const string Named = "RuntimeError: no cart_total yet";

    private static IReadOnlyList<Suspect> Rank(string message, params ChangedFile[] files) => Rank(FactsOf(message), Changes(files));

    private static IReadOnlyList<Suspect> Rank(GroupFacts facts, ChangeSet? changes, bool environmental = false) =>
        new SuspectRanker(changes).Rank(new FaultText(facts, facts.Symptom, environmental));

    private static string Established(IReadOnlyList<Suspect> suspects) => suspects is [{ Established: true } best, ..] ? best.File.Path : "none";

    [Fact]
    public void Without_changes_nothing_is_suspected() => Rank(FactsOf(Named), null).ShouldBeEmpty();

    [Fact]
    public void Being_the_only_change_is_not_enough() => Rank(Named, File("src/mail.py", "-letter = 1", "+letter = 2")).ShouldBeEmpty();

    [Fact]
    public void A_change_of_a_name_that_the_error_has_is_suspected_but_not_established()
    {
        var suspect = Rank(Named, File("src/mail.py", "+cart_total = 41")).Single();

        (suspect.Established, suspect.Keys.Single()).ShouldBe((false, "cart_total"));
    }

    [Fact]
    public void A_name_that_stands_on_a_changed_line_before_and_after_was_not_changed() =>
        Rank(Named, File("src/mail.py", "-send(cart_total, 1)", "+send(cart_total, 2)")).ShouldBeEmpty();

    [Fact]
    public void A_removed_name_that_the_code_asks_for_is_established_and_an_added_one_only_suspected()
    {
        const string Missing = "AttributeError: 'Cart' object has no attribute 'items_of'";

        Established(Rank(Missing, File("src/mail.py", "-def items_of(self):"))).ShouldBe("src/mail.py");
        Rank(Missing, File("src/mail.py", "+def items_of(self):")).Single().Established.ShouldBeFalse();
    }

    [Fact]
    public void A_column_that_the_code_began_to_ask_for_is_established_and_one_that_it_gave_up_only_suspected()
    {
        const string Missing = "column \"ship_carrier\" of relation \"orders\" does not exist";

        Established(Rank(Missing, File("src/mail.py", "+save(ship_carrier)"))).ShouldBe("src/mail.py");
        Rank(Missing, File("src/mail.py", "-save(ship_carrier)")).Single().Established.ShouldBeFalse();
    }

    [Fact]
    public void A_plain_word_that_both_have_is_no_suspicion() => Rank("RuntimeError: no basket yet", File("src/mail.py", "+basket = 1")).ShouldBeEmpty();

    [Fact]
    public void A_text_of_the_code_that_the_error_repeats_establishes_the_change_and_a_short_plain_one_does_not()
    {
        Established(Rank("RuntimeError: the lamp is gone", File("src/mail.py", "+raise RuntimeError('the lamp is gone')"))).ShouldBe("src/mail.py");
        Rank("RuntimeError: lamp missing", File("src/mail.py", "+raise RuntimeError('lamp')")).ShouldBeEmpty();
    }

    [Fact]
    public void A_change_of_another_commit_that_comes_close_keeps_it_from_being_established()
    {
        var (one, other) = (File("src/mail.py", "+raise Failed('lamp-12 is gone')"), File("src/post.py", "+raise Failed('door-34 is open')"));

        Established(Rank("lamp-12 is gone, door-34 is open", one)).ShouldBe("src/mail.py");
        Rank("lamp-12 is gone, door-34 is open", one, other).Select(s => s.Established).ShouldBe([false, false]);
        Established(Rank(FactsOf("lamp-12 is gone, door-34 is open"), Changes(Commit('a', one, other)))).ShouldBe("src/mail.py");
    }

    [Fact]
    public void Beside_an_established_suspect_files_of_other_commits_are_not_named()
    {
        const string Missing = "TypeError: Order.__init__() got an unexpected keyword argument 'cart_total'; DELIVERY_URL is door-34";
        var best = File("src/mail.py", "-cart_total = 1", "-raise Failed('door-34')", "-DELIVERY_URL = 1");
        var other = File("src/post.py", "+door_of(DELIVERY_URL)");

        Rank(FactsOf(Missing), Changes(Commit('a', best), Commit('b', other))).Select(s => s.File.Path).ShouldBe(["src/mail.py"]);
        Rank(FactsOf(Missing), Changes(Commit('a', best, other))).Select(s => s.File.Path).ShouldBe(["src/mail.py", "src/post.py"]);
    }

    [Theory]
    [InlineData("docs/setup.md", "+cart_total = 41")]
    [InlineData("src/mail.py", "+# cart_total")]
    [InlineData("src/mail.py", "+logger.info(cart_total)")]
    [InlineData("tests/test_mail.py", "+cart_total = 41")]
    public void A_change_of_documents_comments_logging_or_tests_is_not_named_for_a_shared_name(string path, string line) =>
        Rank(Named, File(path, line)).ShouldBeEmpty();

    [Fact]
    public void A_change_of_a_test_is_named_only_if_it_shares_much()
    {
        const string Missing = "KeyError: 'cartTotal', 'cartOwner'";

        Rank(Missing, File("tests/test_mail.py", "-cartTotal")).ShouldBeEmpty();
        Rank(Missing, File("tests/test_mail.py", "-cartTotal", "-cartOwner")).Single().Established.ShouldBeFalse();
    }

    [Fact]
    public void A_name_that_several_commits_changed_speaks_against_none_of_them()
    {
        ChangedFile[] files = [File("src/mail.py", "+cart_total = 1"), File("src/post.py", "+cart_total = 2")];

        Rank(Named, files).ShouldBeEmpty();
        Rank(FactsOf(Named), Changes(Commit('a', files))).Count.ShouldBe(2);
    }

    [Fact]
    public void A_refusing_service_is_blamed_only_on_a_change_of_its_address_or_setting()
    {
        var facts = FactsOf("STORE_URL refused: connect_store ECONNREFUSED");

        Established(Rank(facts, Changes(File("src/mail.py", "+connect_store(1)", "-STORE_URL = 1")), environmental: true)).ShouldBe("src/mail.py");
        Rank(facts, Changes(File("src/mail.py", "+connect_store(1)")), environmental: true).ShouldBeEmpty();
        Rank(facts, Changes(File("src/mail.py", "+connect_store(1)"))).ShouldNotBeEmpty();
    }

    [Fact]
    public void Where_the_log_says_what_is_behind_it_names_that_only_the_tests_have_count_half()
    {
        var facts = FactsOf(Named).Logged(Event("panic: runtime error: no shelf_owner", exception: "ShelfError: no shelf_owner"));

        Rank(facts, Changes(File("src/mail.py", "+cart_total = 1"))).ShouldBeEmpty();
        Rank(facts, Changes(File("src/mail.py", "+shelf_owner = 1"))).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_removed_name_in_the_failing_line_of_the_test_is_suspected_and_an_added_one_is_not()
    {
        var facts = FactsOf("RuntimeError: nothing here").Reading("assert shop.cart_total() == 42");

        Rank(facts, Changes(File("src/mail.py", "-def cart_total(self):"))).ShouldNotBeEmpty();
        Rank(facts, Changes(File("src/mail.py", "+def cart_total(self):"))).ShouldBeEmpty();
    }

    [Fact]
    public void Of_equal_suspects_the_order_does_not_depend_on_the_order_of_the_changes()
    {
        const string Both = "RuntimeError: no cart_total and no cart_owner";
        var (one, two) = (Commit('a', File("src/mail.py", "+cart_total")), Commit('b', File("src/post.py", "+cart_owner")));

        Rank(FactsOf(Both), Changes(one, two)).Select(s => s.Commit.Sha).ShouldBe(Rank(FactsOf(Both), Changes(two, one)).Select(s => s.Commit.Sha));
    }

    [Fact]
    public void The_changed_line_that_has_the_name_is_cited() =>
        Rank(Named, File("src/mail.py", "+x = 1", "+cart_total = 41")).Single().Citations.Single().Excerpt.ShouldBe("+cart_total = 41");
}
