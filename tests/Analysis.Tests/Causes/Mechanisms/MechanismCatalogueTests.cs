using System.Text;
using System.Text.Json;
using Shouldly;
using Whybot.Analysis.Causes.Mechanisms;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Mechanisms;

public sealed class MechanismCatalogueTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var mechanism in MechanismCatalogue.All)
                foreach (var example in mechanism.Examples)
                    data.Add(mechanism.Id, example);
            return data;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void Each_example_is_told_from_all_other_kinds_of_fault(string id, string example) => MechanismCatalogue.Of(example).Id.ShouldBe(id);

    [Fact]
    public void Every_kind_has_an_id_of_its_own_an_example_and_words_for_the_report()
    {
        MechanismCatalogue.All.Select(m => m.Id).ShouldBeUnique();
        MechanismCatalogue.All.ShouldAllBe(m => m.Examples.Count > 0 && m.Question.EndsWith('?') && m.Explanation.EndsWith('.') && m.Next.EndsWith('.'));
    }

    [Fact]
    public void Every_kind_belongs_to_a_family() => MechanismCatalogue.All.ShouldAllBe(m => m.Family != FaultFamily.Unknown);

    [Fact]
    public void Every_kind_says_which_changes_can_bring_it_unless_it_comes_from_outside() =>
        MechanismCatalogue.All.ShouldAllBe(m => m.Changes.Count > 0 || m.Transient != Transience.Never);

    [Fact]
    public void A_kind_that_does_not_say_whether_it_is_transient_is_an_error()
    {
        using var catalogue = new MemoryStream(Encoding.UTF8.GetBytes("""
            [{"id": "rain", "family": "timing", "changes": [], "pattern": "rain", "question": "Why?", "brief": "{it} rains", "explanation": "It rains.",
              "next": "Wait.", "verbs": [], "places": [], "examples": []}]
            """));

        Should.Throw<JsonException>(() => MechanismCatalogue.Read(catalogue));
    }

    [Theory]
    [InlineData("error NU1102: Unable to find package Shop.Orders with version (>= 9.0.0)\n  - Found 3 version(s), expected: 9", "package-not-resolved")]
    [InlineData("Failed: DID NOT RAISE <class 'shop.ValidationError'>", "nothing-was-thrown")]
    [InlineData("  3:7  error  Expected '===' and instead saw '=='  eqeqeq", "linter-finding")]
    [InlineData("curl: (7) Failed to connect to localhost port 8080 after 0 ms: Connection refused", "connection-refused")]
    [InlineData("NameResolverTest.setTargetName: expected 1, got 2", "wrong-value")]
    public void Words_about_something_else_do_not_change_the_kind(string words, string id) => MechanismCatalogue.Of(words).Id.ShouldBe(id);

    [Theory]
    [InlineData("weather")]
    [InlineData("Timing")]
    [InlineData("3")]
    public void A_family_that_nobody_knows_is_an_error_that_names_it(string family)
    {
        using var catalogue = new MemoryStream(Encoding.UTF8.GetBytes($$"""[{"id": "rain", "family": "{{family}}"}]"""));

        Should.Throw<JsonException>(() => MechanismCatalogue.Read(catalogue)).Message.ShouldStartWith($"'{family}' is not a family of faults; use one of ");
    }

    [Fact]
    public void A_kind_without_a_family_is_an_error()
    {
        using var catalogue = new MemoryStream("""[{"id": "rain"}]"""u8.ToArray());

        Should.Throw<JsonException>(() => MechanismCatalogue.Read(catalogue));
    }

    [Theory]
    [InlineData("KeyError: 'cart_total'", "payload-contract")]
    [InlineData("KeyError: 'CART_TOTAL'", "missing-setting")]
    public void A_name_in_lower_case_is_a_field_and_one_in_capitals_a_setting(string words, string id) => MechanismCatalogue.Of(words).Id.ShouldBe(id);

    [Theory]
    [InlineData("Expected: 600\nReceived: 500")]
    [InlineData("all went well")]
    public void A_figure_that_looks_like_a_status_is_none(string words) => MechanismCatalogue.Of(words).Id.ShouldNotBe("server-error");

    [Fact]
    public void Hostile_text_takes_no_time_worth_naming() => MechanismCatalogue.Of(string.Concat(Enumerable.Repeat("setting a ", 20_000))).ShouldNotBeNull();
}
