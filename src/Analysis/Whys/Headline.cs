using Whybot.Analysis.Results;

namespace Whybot.Analysis.Whys;

/// <summary>The line of a failure's message that says most.</summary>
internal static class Headline
{
    /// <summary>A line of the message, as it stands; not a runner's phrase that stands in every failure.</summary>
    public static string Of(Failure failure)
    {
        var lines = failure.Message.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return lines.FirstOrDefault(l => !IsPhrase(l) && !l.StartsWith("Expected", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(l => l.StartsWith("Received", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(l => !IsPhrase(l)) ?? lines.FirstOrDefault() ?? failure.Type ?? "";
    }

    /// <summary>For a title: the headline, or what was expected and received.</summary>
    public static string Title(TestCase test)
    {
        var lines = test.Failure!.Message.Split('\n').Select(l => l.Trim()).ToList();
        var expected = lines.FirstOrDefault(l => l.StartsWith("Expected", StringComparison.Ordinal));
        var received = lines.FirstOrDefault(l => l.StartsWith("Received", StringComparison.Ordinal));
        if (received is null || !lines.Any(IsPhrase))
            return Of(test.Failure);
        var values = expected is null ? Uncapital(received) : $"{Uncapital(expected)}, {Uncapital(received)}";
        return $"{test.Name}: {values}";
    }

    /// <summary>What a runner prints before the values.</summary>
    private static bool IsPhrase(string line) =>
        line.Contains("expect(received)", StringComparison.Ordinal) || line is "AssertionError" or "AssertionError:" or "Failed" or "Error"
            || line.StartsWith("Matcher error", StringComparison.Ordinal);

    /// <summary><c>Received: 404</c> as <c>received 404</c>.</summary>
    private static string Uncapital(string text) => text.Length == 0 ? text : (char.ToLowerInvariant(text[0]) + text[1..])
        .Replace(": ", " ", StringComparison.Ordinal);
}
