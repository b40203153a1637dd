using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>An entry of a result file that stands for tests that could not be built, without the compiler's words: <c>Compilation failed</c>.</summary>
internal static partial class BuildStub
{
    private const int Longest = 60;

    public static bool Is(TestCase test) => test is { Bad: true, Failure: { Message.Length: <= Longest } failure }
        && (Phrase().IsMatch(failure.Message) || ((failure.Message.Length == 0 || failure.Message == FailureMessages.Silent) && Name().IsMatch(test.Name)))
        && failure.Text.Trim() is var text && (text.Length == 0 || text == failure.Message);

    /// <summary>The file with the stub's failure as the log tells it.</summary>
    public static ResultFile Filled(ResultFile file, TestCase stub, TestCase said) => !file.Cases.Contains(stub) ? file
        : file with { Cases = [.. file.Cases.Select(c => c != stub ? c : As(c, said))] };

    private static TestCase As(TestCase stub, TestCase said) =>
        stub with { Source = said.Source, Line = said.Line, EndLine = said.EndLine, Failure = said.Failure };

    [GeneratedRegex(@"^\W*(?:the )?(?:build|compilation|compile|setup)(?: (?:has )?(?:failed|error|failure)| step failed)\W*$|^failed to (?:build|compile)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\b(?:build|compil\w+|setup) (?:failed|error)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
