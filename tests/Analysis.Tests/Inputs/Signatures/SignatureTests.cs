using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Signatures;

public sealed class SignatureTests
{
    private static Signature Of(string message, string text = "") => Signature.Of(new Failure(null, message, text, 1, 1));

    [Fact]
    public void The_same_failure_has_the_same_id_on_another_machine_and_at_another_time() =>
        Of("Timeout after 1203 ms at 10.0.0.1:80", "File \"/home/runner/work/s/s/shop/a.py\", line 3, in f").Id
            .ShouldBe(Of("Timeout after 988 ms at 10.0.0.7:80", "File \"/srv/shop/a.py\", line 9, in f").Id);

    [Fact]
    public void Other_frames_are_another_cause() =>
        Of("boom", "File \"/srv/shop/a.py\", line 3, in f").Id.ShouldNotBe(Of("boom", "File \"/srv/shop/b.py\", line 3, in g").Id);

    [Fact]
    public void A_bare_comparison_is_all_that_is_said_and_counts() => Of("assert 'a' == 'b'").Id.ShouldNotBe(Of("assert 'c' == 'd'").Id);

    [Fact]
    public void Frames_of_tests_and_libraries_do_not_count() =>
        Of("boom", "tests/test_a.py:3: in test_a\n/usr/lib/python3/dist-packages/x.py:1: in y").Id.ShouldBe(Of("boom", "tests/test_b.py:8: in test_b").Id);

    [Fact]
    public void The_id_bears_the_algorithms_version_and_stays_as_long_as_that() =>
        Of("AssertionError: cache is down after 12 s").Id.ShouldBe("w2-f4a11040f6c1");

    [Theory]
    [InlineData("/home/runner/work/shop/shop/src/a.py")]
    [InlineData("D:/a/shop/shop/src/a.py")]
    [InlineData("/opt/agent/_work/shop/shop/src/a.py")]
    [InlineData("/app/src/a.py")]
    [InlineData("./src/a.py")]
    public void Paths_are_the_repositorys_own_wherever_it_was_checked_out(string path) => RepositoryPaths.Relative(path).ShouldBe("src/a.py");

    [Fact]
    public void Variants_share_a_shape_and_other_errors_do_not()
    {
        static TestCase Variant(string parameter, string message) => new()
        {
            Id = parameter,
            ClassName = "c",
            Name = $"test_x[{parameter}]",
            Suite = "s",
            Outcome = TestOutcome.Failed,
            Source = "r",
            Line = 1,
            EndLine = 1,
            Failure = new Failure(null, message, "", 1, 1),
        };

        Signature.Shape(Variant("a", "a lacks ['one', 'two']")).ShouldBe(Signature.Shape(Variant("b", "b lacks ['three']")));
        Signature.Shape(Variant("/a", "HTTP 503 from /a")).ShouldNotBe(Signature.Shape(Variant("/b", "HTTP 500 from /b")));
    }

    [Fact]
    public void Groups_do_not_depend_on_the_order_of_the_tests()
    {
        var tests = Enumerable.Range(0, 20).Select(i => new TestCase
        {
            Id = $"t{i}",
            ClassName = "",
            Name = $"t{i}",
            Suite = "s",
            Outcome = TestOutcome.Failed,
            Source = "r",
            Line = i,
            EndLine = i,
            Failure = new Failure(null, $"KeyError: 'k{(char)('a' + i % 3)}'", "", i, i),
        }).ToList();

        var one = FailureGroup.Of(tests);
        var other = FailureGroup.Of(tests.AsEnumerable().Reverse());

        one.Count.ShouldBe(3);
        other.Select(g => (g.Signature.Id, string.Join(',', g.Tests.Select(t => t.Id))))
            .ShouldBe(one.Select(g => (g.Signature.Id, string.Join(',', g.Tests.Select(t => t.Id)))));
    }
}
