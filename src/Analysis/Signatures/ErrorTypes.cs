using System.Text.RegularExpressions;

namespace Whybot.Analysis.Signatures;

/// <summary>Finds the type of the error that a line states.</summary>
internal static partial class ErrorTypes
{
    /// <summary>Types that any failure may have: alone they say nothing about the cause.</summary>
    private static readonly HashSet<string> Generic =
    [
        "AssertionError", "Error", "Exception", "RuntimeError", "Failure", "AssertionFailedError", "ComparisonFailure", "JestAssertionError", "RuntimeException",
        "AssertionException", "EqualException", "XunitException", "ExpectationNotMetError", "HTTPError", "Failed", "AssertFailedException",
    ];

    /// <summary>The short name, for example <c>NegotiationError</c>; null when the line does not begin with a type.</summary>
    public static string? Of(string line)
    {
        var match = Type().Match(line);
        return match.Success ? match.Groups["type"].Value : null;
    }

    /// <summary><c>a.b.SomeError: words</c> as <c>SomeError: words</c>; a generic type is left out altogether.</summary>
    public static string WithoutNamespace(string line)
    {
        var match = Type().Match(line);
        if (!match.Success)
            return line;
        var type = match.Groups["type"];
        var rest = line[(type.Index + type.Length)..].TrimStart(':', ' ');
        return IsGeneric(type.Value) && rest.Length > 0 ? rest : line[type.Index..];
    }

    public static bool IsGeneric(string type) => Generic.Contains(type);

    [GeneratedRegex(@"^\s*(?:E\s+)?(?:Uncaught |Unhandled exception\.? |Caused by: |panic: )?(?:[A-Za-z_][\w$]*\.)*(?<type>(?:[A-Z]\w*)?(?:Error|Exception|Failure)|[A-Z]\w*(?:Failed|Fault|Timeout|Refused|Closed\w*|Exit|Interrupt))(?:$|[:\s(\[])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Type();
}
