using Shouldly;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Coverage;
using Whybot.Analysis.Inputs.Results;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Which change is named for a failure, and which is established as its cause.</summary>
public sealed class SuspectRankerTests
{
    private const string Named = "RuntimeError: no cart_total yet";

    private static IReadOnlyList<Suspect> Rank(string message, params ChangedFile[] files) => Rank(FactsOf(message), Changes(files));

    private static IReadOnlyList<Suspect> Rank(GroupFacts facts, ChangeSet? changes, bool environmental = false) =>
        new SuspectRanker(changes).Rank(new FaultText(facts, facts.Symptom, environmental)).Named;

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
    public void Who_wrote_the_line_that_the_compiler_refuses_is_named_unless_another_change_took_away_what_it_uses()
    {
        var job = Failing("cart/cart.go:1:9: undefined: totl", "job build") with { Scope = TestScope.Job };
        var facts = FactsOf(job) with { Frames = JobPlaces.Of(job) };
        var wrote = File("cart/cart.go", "+\treturn totl(x, z)");

        Rank(facts, Changes(wrote, File("docs/a.md", "+x"))).Single().ShouldSatisfyAllConditions(s => s.File.Path.ShouldBe("cart/cart.go"),
            s => s.Established.ShouldBeFalse());
        Rank(facts, Changes(File("cart/cart.go", "+\tx := 1"), File("cart/sums.go", "-func totl(x int) int {"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cart/cart_test.go:7:20: not enough arguments in call to Total", "func Total(x int) int {", "func Total(x int, tax bool) int {")]
    [InlineData("Shop.cs(9,5): error CS1501: No overload for method 'Total' takes 1 arguments", "public int Total(int x) {",
        "public int Total(int x, int y) {")]
    [InlineData("TypeError: Total() missing 1 required positional argument: 'tax'", "def Total(x):", "def Total(x, tax):")]
    public void Who_changed_how_a_function_is_called_is_established_if_the_error_says_that_a_call_does_not_fit(string error, string before, string after)
    {
        var other = File("src/mail.py", "-letter = 1", "+letter = 2");

        Established(Rank(error, File("src/sums.py", $"-{before}", $"+{after}"), other)).ShouldBe("src/sums.py");
        Established(Rank(error, File("src/sums.py", $" {before}", "-  return x", "+  return x + 1"), other)).ShouldBe("none");
    }

    [Fact]
    public void What_an_object_in_the_error_holds_is_not_what_the_error_names()
    {
        const string Missing = "NoMethodError: undefined method `total?' for #<Cart:0x00007fce @env={\"SCRIPT_NAME\"=>\"\"}>";

        Established(Rank(Missing, File("src/mail.rb", "-name = SCRIPT_NAME"), File("src/cart.rb", "-def total?"))).ShouldBe("src/cart.rb");
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
    public void A_text_that_was_replaced_by_another_is_established_if_the_error_has_both()
    {
        ChangedFile replaced = File("src/mail.py", "-state = 'sent out'", "+state = 'queued up'");

        Established(Rank("AssertionError: expected sent out but was queued up", replaced)).ShouldBe("src/mail.py");
        Rank("AssertionError: expected sent out but was lost", replaced).Single().Established.ShouldBeFalse();
    }

    [Fact]
    public void A_text_of_the_code_that_reports_the_error_does_not_name_the_change() =>
        Rank("RuntimeError: the old lamp is gone", File("src/mail.py", "+raise RuntimeError('the old lamp is gone')")).ShouldBeEmpty();

    [Fact]
    public void A_change_of_another_commit_that_comes_close_keeps_it_from_being_established()
    {
        const string Missing = "AttributeError: 'Cart' object has no attribute 'items_of' nor 'owner_of'";
        var (one, other) = (File("src/mail.py", "-def items_of(self):"), File("src/post.py", "-def owner_of(self):"));

        Established(Rank(Missing, one)).ShouldBe("src/mail.py");
        Rank(Missing, one, other).ShouldBeEmpty();
        Established(Rank(FactsOf(Missing), Changes(Commit('a', one, other)))).ShouldBe("src/mail.py");
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
        const string Missing = "KeyError: 'cartTotal', 'cartOwner', 'cartTax'";

        Rank(Missing, File("tests/test_mail.py", "-cartTotal")).ShouldBeEmpty();
        Rank(Missing, File("tests/test_mail.py", "-cartTotal", "-cartOwner", "-cartTax")).Single().Established.ShouldBeFalse();
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
    public void Of_equal_suspects_the_newer_is_first()
    {
        var facts = FactsOf("RuntimeError: no cart_total and no cart_owner");
        var (one, two) = (Commit('a', File("src/mail.py", "+cart_total")), Commit('b', File("src/post.py", "+cart_owner")));

        Listed(facts, Changes(one, two)).ShouldBe(["src/post.py", "src/mail.py"]);
        Listed(facts, Changes(two, one)).ShouldBe(["src/mail.py", "src/post.py"]);
    }

    [Fact]
    public void Changes_that_are_equally_likely_are_listed_and_none_is_named()
    {
        var facts = FactsOf(Failing("AssertionError: 41 != 42", "parse_header", "orders"));
        ChangedFile[] files = [File("src/mail.py", "+parse_header(41)"), File("src/post.py", "+parse_header(42)")];
        var ranking = new SuspectRanker(Changes(files)).Rank(new FaultText(facts, facts.Symptom, environmental: false));

        ranking.Named.ShouldBeEmpty();
        ranking.Shortlist.Select(s => s.File.Path).ShouldBe(["src/post.py", "src/mail.py"]);
        ranking.Shortlist.Sum(s => s.Probability).ShouldBeInRange(0.4, 1);
    }

    [Fact]
    public void The_file_that_the_failing_test_is_named_after_and_changed_words_of_its_name_make_a_change_likely_but_never_established()
    {
        var facts = FactsOf(Failing("AssertionError: 41 != 42", "test_parse_header", "test_letters"));

        Rank(facts, Changes(File("src/letters.py", "-parse_header(41)", "+parse_header(42)"), File("src/other.py", "-a", "+b"))).Single()
            .ShouldSatisfyAllConditions(s => s.File.Path.ShouldBe("src/letters.py"), s => s.Established.ShouldBeFalse(), s => s.Unlinked.ShouldBeTrue());
    }

    [Fact]
    public void A_change_that_a_later_one_takes_back_is_not_suspected()
    {
        var facts = FactsOf("AttributeError: 'Cart' object has no attribute 'items_of'");
        var (change, revert) = (Commit('a', File("src/mail.py", "-def items_of(self):")), Commit('b', File("src/mail.py", "+def items_of(self):")));

        Rank(facts, Changes(change)).ShouldNotBeEmpty();
        Listed(facts, Changes(change, revert with { Message = $"Revert \"Change a\"\n\nThis reverts commit {change.Sha}." })).ShouldBeEmpty();
    }

    [Fact]
    public void Formatting_is_not_suspected_for_the_words_on_its_lines()
    {
        var facts = FactsOf(Failing("AssertionError: 41 != 42", "test_parse_header"));

        Listed(facts, Changes(File("src/mail.js", "-parse_header( 41 )", "+parse_header(41)"))).ShouldBeEmpty();
        Listed(facts, Changes(File("src/mail.js", "-parse_header( 41 )", "+parse_header(42)"))).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Listed(GroupFacts facts, ChangeSet changes, RunCoverage? coverage = null) =>
        new SuspectRanker(changes, null, coverage).Rank(new FaultText(facts, facts.Symptom, environmental: false)).Listed.Select(s => s.File.Path);

    [Fact]
    public void The_changed_line_that_has_the_name_is_cited() =>
        Rank(Named, File("src/mail.py", "+x = 1", "+cart_total = 41")).Single().Citations.Single().Excerpt.ShouldBe("+cart_total = 41");

    [Fact]
    public void What_was_not_run_is_not_suspected_for_its_words_but_for_what_the_error_names()
    {
        var facts = FactsOf(Failing("AssertionError: 41 != 42", "test_parse_header"));
        var missing = FactsOf("AttributeError: 'Cart' object has no attribute 'items_of'");
        var file = File("src/mail.js", "+parse_header(42)", "-items_of()");

        Listed(facts, Changes(file), NotRun).ShouldBeEmpty();
        Listed(missing, Changes(file), NotRun).ShouldHaveSingleItem();
    }

    /// <summary>The first line was not run.</summary>
    private static RunCoverage NotRun => RunCoverage.None with
    {
        Reports = [new CoverageReport("coverage/lcov.info", "lcov", true, new Dictionary<string, FileCoverage>
        {
            ["src/mail.js"] = new(new Dictionary<int, MeasuredLine> { [1] = new(false, 2, "DA:1,0"), [9] = new(true, 3, "DA:9,1") }),
        }, [])],
    };
}
