using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>Finds the most informative line of a failure's message.</summary>
internal static class Headline
{
    private const string Equality = "Expected equality of these values:";
    private const string Which = "Which is:";
    private const string TimedOut = "panic: test timed out after ";
    private const int ShortestWord = 3;

    private static readonly char[] NoLetters = [.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !char.IsAsciiLetter(c))];

    private static readonly HashSet<string> AssertionWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "got", "want", "wanted", "actual", "asserting", "assertion", "equal", "equals", "identical", "array", "arrays", "strings", "objects", "values",
        "matches", "nil",
    };

    /// <summary>How many characters of a message are searched for it.</summary>
    private const int Most = 64 * 1024;

    /// <summary>A line of the message, unchanged; not a runner's phrase that is part of every failure.</summary>
    public static string Of(Failure failure)
    {
        var lines = Lines(failure);
        if (lines.Count > 0 && lines[0] == Equality)
            return Equality;
        return lines.FirstOrDefault(l => !IsPhrase(l) && !IsExpected(l) && HasWords(l)) ?? lines.FirstOrDefault(IsReceived)
            ?? lines.FirstOrDefault(l => !IsPhrase(l)) ?? lines.FirstOrDefault() ?? failure.Type ?? "";
    }

    /// <summary>The headline and, for a message of several lines, the lines with the expected and the received value.</summary>
    public static IReadOnlyList<string> Telling(Failure failure)
    {
        var lines = Lines(failure);
        var (expected, received) = (lines.FindIndex(IsExpected), lines.FindIndex(IsReceived));
        if (expected < 0 && received < 0)
            // A diff: expected values are marked with a minus, received ones with a plus.
            (expected, received) = (lines.FindIndex(l => l.StartsWith("- ", StringComparison.Ordinal)),
                lines.FindIndex(l => l.StartsWith("+ ", StringComparison.Ordinal)));
        return [.. new[] { Of(failure), Value(lines, expected), Value(lines, received) }.OfType<string>().Distinct()];
    }

    /// <summary>A secret may span lines, so it is masked before one of them is chosen.</summary>
    private static List<string> Lines(Failure failure) =>
        [.. Secrets.Redact(failure.Message.Length > Most ? failure.Message[..Most] : failure.Message).Split('\n').Select(l => l.Trim())
            .Where(l => l.Length > 0)];

    /// <summary>The line, or the value on the next line if this one only announces it.</summary>
    private static string? Value(List<string> lines, int at) => at < 0 ? null : lines[at].EndsWith(':') && at + 1 < lines.Count && !IsReceived(lines[at + 1])
        ? lines[at + 1] : lines[at];

    /// <summary>For a title: the headline, or the expected and the received value.</summary>
    public static string Title(TestCase test)
    {
        var failure = test.Failure!;
        var lines = Lines(failure);
        // Go's alarm ends the whole run; what matters is which test hung.
        if (lines.Count > 0 && lines[0].StartsWith(TimedOut, StringComparison.Ordinal))
            return $"{test.Name} hung: {lines[0]["panic: ".Length..]}";
        if (NotEqual(lines) is { } unequal)
            return $"{test.Name}: {unequal}";
        if (Thrown(lines) is { } thrown)
            return thrown;
        var expected = lines.FirstOrDefault(l => IsExpected(l) && !IsPhrase(l)) ?? lines.FirstOrDefault(IsExpected);
        var received = lines.FirstOrDefault(IsReceived);
        if (received is null || !(lines.Any(IsPhrase) || IsExpected(lines[0])))
            return lines is [var type, _, ..] && IsType(type) ? $"{type} {Of(failure)}" : Telling(test, Of(failure));
        var values = expected is null ? Uncapital(received) : $"{Uncapital(expected)}, {Uncapital(received)}";
        return $"{test.Name}: {values}";
    }

    /// <summary>Where a test failed is told elsewhere; figures and an assertion's own words are about the test that printed them.</summary>
    private static string Telling(TestCase test, string line) =>
        test.Scope == TestScope.Job || line.Length == 0 ? line
            : !SaysLittle(line) ? SourcePlaces.WithoutLeading(line)
            : line.EndsWith(':') || !line.Contains(' ') && line.All(char.IsLetter) ? $"{test.Name} fails" : $"{test.Name}: {line}";

    /// <summary><c>[4660][0]</c>, <c>--- Got:</c>, <c>Failed asserting that two arrays are equal.</c>, <c>expect(jest.fn()).toHaveBeenCalled()</c>.</summary>
    private static bool SaysLittle(string line) =>
        line.StartsWith("expect(", StringComparison.Ordinal) || line.Split(NoLetters, StringSplitOptions.RemoveEmptyEntries)
            .All(w => w.Length < ShortestWord || AssertionWords.Contains(w) || Tokens.IsCommon(w.ToLowerInvariant()));

    /// <summary>jest prints the type and the message of an error on a line each; here they are joined.</summary>
    private static string? Thrown(List<string> lines)
    {
        var name = lines.FirstOrDefault(IsThrownName);
        var message = lines.FirstOrDefault(l => l.StartsWith("Error message:", StringComparison.Ordinal)
            || l.StartsWith("Thrown message:", StringComparison.Ordinal));
        return name is null || message is null ? null : $"{AfterColon(name)}: {AfterColon(message)}";
    }

    private static bool IsThrownName(string line) => line.StartsWith("Error name:", StringComparison.Ordinal)
        || line.StartsWith("Thrown name:", StringComparison.Ordinal);

    private static string AfterColon(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().Trim('"');

    /// <summary>googletest prints each of two expressions on a line, with its value below it unless it is a literal.</summary>
    private static string? NotEqual(List<string> lines)
    {
        if (lines.Count < 3 || lines[0] != Equality)
            return null;
        var second = lines[2].StartsWith(Which, StringComparison.Ordinal) ? 3 : 2;
        return second < lines.Count ? $"{Operand(lines, 1)} and {Operand(lines, second)} are not equal" : null;
    }

    private static string Operand(List<string> lines, int at) =>
        at + 1 < lines.Count && lines[at + 1].StartsWith(Which, StringComparison.Ordinal) ? $"{lines[at]} ({lines[at + 1][Which.Length..].Trim()})" : lines[at];

    /// <summary>A phrase that a runner prints before the values.</summary>
    private static bool IsPhrase(string line) =>
        line.Contains("expect(received)", StringComparison.Ordinal) || line is "AssertionError" or "AssertionError:" or "Failed" or "Error"
            || line.StartsWith("Matcher error", StringComparison.Ordinal) || (line.StartsWith("Assert.", StringComparison.Ordinal)
                && line.Contains("() Failure", StringComparison.Ordinal))
            || IsOfNUnit(line) || IsType(line) || IsPointer(line) || IsThrownName(line) || SourcePlaces.IsAlone(line);

    /// <summary>
    /// NUnit first repeats the assertion's code, <c>Assert.That(actual, Is.EqualTo(expected))</c>, and says where two texts or lists differ before it shows
    /// them.
    /// </summary>
    private static bool IsOfNUnit(string line) => (line.StartsWith("Assert.That(", StringComparison.Ordinal) && line.EndsWith(')'))
        || line.Contains("Strings differ at index", StringComparison.Ordinal) || line.StartsWith("Values differ at index", StringComparison.Ordinal);

    /// <summary>Not a rule, a fence or another ornament.</summary>
    private static bool HasWords(string line) => line.Any(char.IsLetterOrDigit);

    /// <summary>A line that points at a difference in the line above or below it: <c>↓ (pos 178)</c>, <c>-----^</c>.</summary>
    private static bool IsPointer(string line) => line[0] is '↓' or '↑' || line.AsSpan().Trim('-') is "^";

    /// <summary>RSpec puts the type of an error on a separate line: <c>NoMethodError:</c>.</summary>
    private static bool IsType(string line) =>
        (line.EndsWith("Error:", StringComparison.Ordinal) || line.EndsWith("Exception:", StringComparison.Ordinal)
            || line.EndsWith("Failure:", StringComparison.Ordinal))
        && !line.Contains(' ');

    /// <summary>In the words of jest, xUnit, NUnit, RSpec, and tests of Go and of shells.</summary>
    private static bool IsExpected(string line) => line.StartsWith("Expected", StringComparison.Ordinal)
        || line.StartsWith("expected:", StringComparison.Ordinal)
        || line.StartsWith("want:", StringComparison.Ordinal) || line.StartsWith("wanted:", StringComparison.Ordinal);

    private static bool IsReceived(string line) => line.StartsWith("Received", StringComparison.Ordinal) || line.StartsWith("Actual:", StringComparison.Ordinal)
        || line.StartsWith("actual:", StringComparison.Ordinal) || line.StartsWith("got:", StringComparison.Ordinal)
        || line.StartsWith("but got:", StringComparison.Ordinal) || line.StartsWith("But was:", StringComparison.Ordinal);

    /// <summary><c>Received: 404</c> as <c>received 404</c>.</summary>
    private static string Uncapital(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        ? $"{char.ToLowerInvariant(text[0])}{text[1..colon]} {text[(colon + 1)..].TrimStart()}" : char.ToLowerInvariant(text[0]) + text[1..];
}
