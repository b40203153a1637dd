using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Sources;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Inputs.Sources;

/// <summary>The code of a failing test is found by its name, its title or its stack.</summary>
public sealed class TestCodeFinderTests
{
    private static string Found(TestCase test, params (string Path, string Text)[] files) => string.Join(", ",
        new TestCodeFinder(new SourceTree([.. files.Select(f => new SourceFile(f.Path, f.Text))])).Of(test).Select(c => $"{c.File.Path}:{c.First}-{c.Last}"));

    [Fact]
    public void By_the_name_of_a_function() =>
        Found(Failing("boom", "test_total[two]"),
            ("tests/test_cart.py", "def test_other():\n    a()\n\ndef test_total():\n    total()\n")).ShouldBe("tests/test_cart.py:4-5");

    [Fact]
    public void By_the_longest_title_that_the_name_ends_with() =>
        Found(Failing("boom", "cart adds up"), ("test/cart.test.js", "describe('cart', () => {\n  it('adds up', () => {\n    total();\n  });\n});\n"))
            .ShouldBe("test/cart.test.js:2-4");

    [Fact]
    public void By_the_place_that_the_failure_names() =>
        Found(Failing("cart_test.go:5: no", "anything"), ("cart_test.go", "package cart\n\nfunc TestTotal(t *testing.T) {\n\tx := total()\n\tt.Error(x)\n}\n"))
            .ShouldBe("cart_test.go:3-6");

    [Fact]
    public void A_file_of_cases_that_the_name_has_is_the_test_too() =>
        Found(Failing("boom", "runs test/cases/one.txt#2"), ("test/cases/one.txt", "a\nb")).ShouldBe("test/cases/one.txt:1-2");

    [Fact]
    public void What_no_file_has_is_not_found() => Found(Failing("boom", "test_total"), ("src/cart.py", "def test_total():\n    pass\n")).ShouldBe("");
}
