using Shouldly;
using Whybot.Analysis.Results;
using Whybot.Analysis.Signatures;
using Xunit;

namespace Whybot.Analysis.Tests.Signatures;

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
    public void Frames_of_tests_and_libraries_do_not_count() =>
        Of("boom", "tests/test_a.py:3: in test_a\n/usr/lib/python3/dist-packages/x.py:1: in y").Id.ShouldBe(Of("boom", "tests/test_b.py:8: in test_b").Id);

    [Fact]
    public void The_id_bears_the_algorithms_version_and_is_pinned() => Of("AssertionError: cache is down").Id.ShouldBe("w1-" + Of("AssertionError: cache is down").Id[3..]);

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
        other.Select(g => (g.Signature.Id, string.Join(',', g.Tests.Select(t => t.Id)))).ShouldBe(one.Select(g => (g.Signature.Id, string.Join(',', g.Tests.Select(t => t.Id)))));
    }
}
