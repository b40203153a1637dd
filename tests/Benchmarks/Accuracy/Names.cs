using Whybot.Analysis.Inputs.Results;

namespace Whybot.Benchmarks.Accuracy;

/// <summary>Compares names of tests as two tools write them: by letters and digits.</summary>
internal static class Names
{
    /// <returns>How many of the expected are among the told; each of them for one.</returns>
    public static int Match(IReadOnlyList<string> expected, IReadOnlyList<TestCase> told)
    {
        var left = told.ToList();
        var matched = 0;
        foreach (var name in expected)
            if (left.FindIndex(t => Same(name, t)) is >= 0 and var at)
            {
                left.RemoveAt(at);
                matched++;
            }
        return matched;
    }

    /// <summary>The test's own name, and the last part of its class, stand in what is expected.</summary>
    private static bool Same(string expected, TestCase test)
    {
        var plain = Plain(expected);
        var type = Plain(test.ClassName.Split(['.', '$', '/', ' ', ':'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "");
        return plain.Contains(Plain(test.Name), StringComparison.Ordinal)
            && (plain.Contains(type, StringComparison.Ordinal) || Plain(test.Name).Contains(type, StringComparison.Ordinal));
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
