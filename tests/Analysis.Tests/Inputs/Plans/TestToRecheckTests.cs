using Shouldly;
using Whybot.Analysis.Inputs.Plans;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Plans;

public sealed class TestToRecheckTests
{
    [Theory]
    [InlineData("tests/e2e/test_a.py", "tests.e2e.test_a.TestB", "test_c[x-1]", "tests/e2e/test_a.py::TestB::test_c[x-1]")]
    [InlineData("tests/e2e/test_a.py", "tests.e2e.test_a", "test_c", "tests/e2e/test_a.py::test_c")]
    [InlineData("tests/test_a.py", "another.name", "test_c", "tests/test_a.py::test_c")]
    [InlineData("tests/a.spec.ts", "a suite", "adds two numbers", "adds two numbers")]
    [InlineData("tests/A.cs", "Team.A", "Adds(x: 1)", "Team.A.Adds")]
    [InlineData(null, "Team.A", "Team.A.Adds", "Team.A.Adds")]
    public void It_is_called_as_its_runner_calls_it(string? file, string className, string name, string address) =>
        new TestToRecheck("s", file, className, name).Address.ShouldBe(address);
}
