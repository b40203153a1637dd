using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Inputs.Validity;

/// <summary>Recognises the test case that runners report if a test file could not be loaded at all.</summary>
internal static class LoadFailure
{
    public static bool Is(TestCase test) =>
        test.Failure is { } failure && (test.ClassName.Length == 0 || test.ClassName == test.Name
            || failure.Message.Contains("collection failure", StringComparison.OrdinalIgnoreCase)
            || failure.Text.Contains("Test suite failed to run", StringComparison.Ordinal)
                || test.Name.Contains("Test execution failure", StringComparison.Ordinal));
}
