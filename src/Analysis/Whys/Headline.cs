using Whybot.Analysis.Evidence;
using Whybot.Analysis.Results;

namespace Whybot.Analysis.Whys;

/// <summary>The line of a failure's message that says most.</summary>
internal static class Headline
{
    private const string Equality = "Expected equality of these values:";
    private const string Which = "Which is:";

    /// <summary>Characters of a message in which it is looked for.</summary>
    private const int Most = 64 * 1024;

    /// <summary>A line of the message, as it stands; not a runner's phrase that stands in every failure.</summary>
    public static string Of(Failure failure)
    {
        var lines = Lines(failure);
        if (lines.Count > 0 && lines[0] == Equality)
            return Equality;
        return lines.FirstOrDefault(l => !IsPhrase(l) && !IsExpected(l)) ?? lines.FirstOrDefault(IsReceived)
            ?? lines.FirstOrDefault(l => !IsPhrase(l)) ?? lines.FirstOrDefault() ?? failure.Type ?? "";
    }

    /// <summary>The headline, and of a message of several lines also those that say what was expected and what came.</summary>
    public static IReadOnlyList<string> Telling(Failure failure)
    {
        var lines = Lines(failure);
        var (expected, received) = (lines.FindIndex(IsExpected), lines.FindIndex(IsReceived));
        if (expected < 0 && received < 0)
            // A difference: what was expected is marked with a minus, what came with a plus.
            (expected, received) = (lines.FindIndex(l => l.StartsWith("- ", StringComparison.Ordinal)), lines.FindIndex(l => l.StartsWith("+ ", StringComparison.Ordinal)));
        return [.. new[] { Of(failure), Value(lines, expected), Value(lines, received) }.OfType<string>().Distinct()];
    }

    /// <summary>A secret may go over lines: it is masked before one of them is chosen.</summary>
    private static List<string> Lines(Failure failure) =>
        [.. Secrets.Redact(failure.Message.Length > Most ? failure.Message[..Most] : failure.Message).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    /// <summary>Where the line only announces a value, that value.</summary>
    private static string? Value(List<string> lines, int at) => at < 0 ? null : lines[at].EndsWith(':') && at + 1 < lines.Count && !IsReceived(lines[at + 1]) ? lines[at + 1] : lines[at];

    /// <summary>For a title: the headline, or what was expected and received.</summary>
    public static string Title(TestCase test)
    {
        var failure = test.Failure!;
        var lines = Lines(failure);
        if (NotEqual(lines) is { } unequal)
            return $"{test.Name}: {unequal}";
        var expected = lines.FirstOrDefault(IsExpected);
        var received = lines.FirstOrDefault(IsReceived);
        if (received is null || !(lines.Any(IsPhrase) || IsExpected(lines[0])))
            return lines is [var type, _, ..] && IsType(type) ? $"{type} {Of(failure)}" : Of(failure);
        var values = expected is null ? Uncapital(received) : $"{Uncapital(expected)}, {Uncapital(received)}";
        return $"{test.Name}: {values}";
    }

    /// <summary>googletest puts each of two values on a line, and below it what it is where that is no literal.</summary>
    private static string? NotEqual(List<string> lines)
    {
        if (lines.Count < 3 || lines[0] != Equality)
            return null;
        var second = lines[2].StartsWith(Which, StringComparison.Ordinal) ? 3 : 2;
        return second < lines.Count ? $"{Operand(lines, 1)} and {Operand(lines, second)} are not equal" : null;
    }

    private static string Operand(List<string> lines, int at) =>
        at + 1 < lines.Count && lines[at + 1].StartsWith(Which, StringComparison.Ordinal) ? $"{lines[at]} ({lines[at + 1][Which.Length..].Trim()})" : lines[at];

    /// <summary>What a runner prints before the values.</summary>
    private static bool IsPhrase(string line) =>
        line.Contains("expect(received)", StringComparison.Ordinal) || line is "AssertionError" or "AssertionError:" or "Failed" or "Error"
            || line.StartsWith("Matcher error", StringComparison.Ordinal) || (line.StartsWith("Assert.", StringComparison.Ordinal)
                && line.Contains("() Failure", StringComparison.Ordinal))
            || IsType(line) || IsPointer(line);

    /// <summary>It points at what differs in the line above or below it: <c>↓ (pos 178)</c>, <c>-----^</c>.</summary>
    private static bool IsPointer(string line) => line[0] is '↓' or '↑' || line.AsSpan().Trim('-') is "^";

    /// <summary>RSpec puts the type of an error on a line of its own: <c>NoMethodError:</c>.</summary>
    private static bool IsType(string line) =>
        (line.EndsWith("Error:", StringComparison.Ordinal) || line.EndsWith("Exception:", StringComparison.Ordinal)
            || line.EndsWith("Failure:", StringComparison.Ordinal))
        && !line.Contains(' ');

    /// <summary>As jest, xUnit and NUnit, RSpec, and tests of Go and of shells say it.</summary>
    private static bool IsExpected(string line) => line.StartsWith("Expected", StringComparison.Ordinal) || line.StartsWith("expected:", StringComparison.Ordinal)
        || line.StartsWith("want:", StringComparison.Ordinal) || line.StartsWith("wanted:", StringComparison.Ordinal);

    private static bool IsReceived(string line) => line.StartsWith("Received", StringComparison.Ordinal) || line.StartsWith("Actual:", StringComparison.Ordinal)
        || line.StartsWith("actual:", StringComparison.Ordinal) || line.StartsWith("got:", StringComparison.Ordinal) || line.StartsWith("but got:", StringComparison.Ordinal);

    /// <summary><c>Received: 404</c> as <c>received 404</c>.</summary>
    private static string Uncapital(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        ? $"{char.ToLowerInvariant(text[0])}{text[1..colon]} {text[(colon + 1)..].TrimStart()}" : char.ToLowerInvariant(text[0]) + text[1..];
}
