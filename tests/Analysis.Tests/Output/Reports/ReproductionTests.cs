using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Output.Reports;

public sealed class ReproductionTests
{
    private static TestCase Test(TestRunner runner, string className, string name) => new()
    {
        Id = TestCase.IdOf(className, name),
        ClassName = className,
        Suite = "unit",
        Outcome = TestOutcome.Failed,
        Runner = runner,
        Source = "results/unit.xml",
        Line = 1,
        EndLine = 1,
    };

    [Theory]
    [InlineData(TestRunner.Pytest, "tests.test_cart", "test_total", "tests/test_cart.py", "pytest tests/test_cart.py::test_total")]
    [InlineData(TestRunner.Pytest, "tests.test_cart.TestTotals", "test_total[a b]", null, "pytest 'tests/test_cart.py::TestTotals::test_total[a b]'")]
    [InlineData(TestRunner.Unittest, "tests.test_cart.TestTotals", "test_total", null, "python -m unittest tests.test_cart.TestTotals.test_total")]
    [InlineData(TestRunner.Go, "example.org/geo/poly", "TestSplit/two_halves", null, "go test -run '^TestSplit$/^two_halves$' example.org/geo/poly")]
    [InlineData(TestRunner.Go, "poly", "TestSplit", null, "go test -run '^TestSplit$' ./...")]
    [InlineData(TestRunner.Maven, "shop.CartIT", "adds", null, "mvn verify -Dit.test='shop.CartIT#adds'")]
    [InlineData(TestRunner.Jest, "cart", "adds it up", "src/cart.test.js", "npx jest src/cart.test.js -t 'adds it up'")]
    [InlineData(TestRunner.Vitest, "cart", "adds it up", null, "npx vitest run -t 'adds it up'")]
    [InlineData(TestRunner.Dotnet, "Shop.Tests.Cart", "Adds(items: 2)", null, "dotnet test --filter 'FullyQualifiedName=Shop.Tests.Cart.Adds'")]
    [InlineData(TestRunner.Maven, "shop.CartTest", "adds", null, "mvn test -Dtest='shop.CartTest#adds'")]
    [InlineData(TestRunner.Gradle, "shop.CartTest", "adds()", null, "./gradlew test --tests shop.CartTest.adds")]
    [InlineData(TestRunner.Cargo, "", "cart::tests::adds", null, "cargo test cart::tests::adds -- --exact")]
    [InlineData(TestRunner.RSpec, "Cart", "Cart adds", "./spec/cart_spec.rb", "bundle exec rspec ./spec/cart_spec.rb -e 'Cart adds'")]
    public void Each_runner_has_its_own_syntax(TestRunner runner, string className, string name, string? file, string command) =>
        Reproduction.Command(Test(runner, className, name), file).ShouldBe(command);

    [Fact]
    public void A_name_cannot_break_out_of_its_quotation_marks() =>
        Reproduction.Command(Test(TestRunner.Jest, "", "it's $(rm -rf ~)'; `id`"), null).ShouldBe(@"npx jest -t 'it'\''s $(rm -rf ~)'\''; `id`'");

    [Theory]
    [InlineData("--config=evil.js")]
    [InlineData("two\nlines")]
    public void A_name_that_no_command_can_carry_has_none(string name) => Reproduction.Command(Test(TestRunner.Jest, "", name), null).ShouldBeNull();

    [Fact]
    public void A_test_of_an_unknown_runner_has_none() => Reproduction.Command(Test(TestRunner.Unknown, "a", "b"), "a.txt").ShouldBeNull();
}
