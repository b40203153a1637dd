using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>Finds the type of the error that a line states.</summary>
internal static partial class ErrorTypes
{
    /// <summary>Types that any failure may have: alone they say nothing about the cause.</summary>
    private static readonly HashSet<string> Generic =
    [
        "AssertionError", "Error", "Exception", "RuntimeError", "Failure", "AssertionFailedError", "ComparisonFailure", "JestAssertionError",
            "RuntimeException",
        "AssertionException", "EqualException", "XunitException", "ExpectationNotMetError", "HTTPError", "Failed", "AssertFailedException",
    ];

    /// <summary>Types of the languages' own libraries: many causes share them.</summary>
    private static readonly HashSet<string> BuiltIn =
    [
        // Python, JavaScript, Ruby
        "TypeError", "ValueError", "KeyError", "AttributeError", "ImportError", "ModuleNotFoundError", "NameError", "IndexError", "OSError", "IOError",
        "ConnectionError", "ConnectionRefusedError", "ConnectionResetError", "BrokenPipeError", "TimeoutError", "FileNotFoundError", "FileExistsError",
        "PermissionError", "NotImplementedError", "UnicodeDecodeError", "CancelledError", "MemoryError", "RecursionError", "JSONDecodeError",
        "CalledProcessError", "TimeoutExpired", "ReferenceError", "SyntaxError", "RangeError", "AggregateError", "AbortError", "StandardError",
        "ArgumentError", "NoMethodError",
        // Java, Kotlin, Scala, .NET
        "NullPointerException", "NullReferenceException", "IllegalStateException", "IllegalArgumentException", "InvalidOperationException",
        "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "IndexOutOfBoundsException", "ArrayIndexOutOfBoundsException",
        "IndexOutOfRangeException", "KeyNotFoundException", "ClassCastException", "InvalidCastException", "NoSuchElementException", "ClassNotFoundException",
        "NoClassDefFoundError", "NoSuchMethodError", "UnsupportedOperationException", "NotSupportedException", "NotImplementedException",
        "ConcurrentModificationException", "IOException", "UncheckedIOException", "FileNotFoundException", "SocketException", "SocketTimeoutException",
        "ConnectException", "TimeoutException", "InterruptedException", "CancellationException", "ExecutionException", "CompletionException",
        "InvocationTargetException", "TargetInvocationException", "AggregateException", "TaskCanceledException", "OperationCanceledException",
        "HttpRequestException", "WebException", "ObjectDisposedException", "FormatException", "UnauthorizedAccessException", "OutOfMemoryError",
        "OutOfMemoryException", "StackOverflowError",
    ];

    /// <summary>Whether the type alone says nothing about the cause.</summary>
    public static bool SaysLittle(string type) => Generic.Contains(type) || BuiltIn.Contains(type);

    /// <summary>The short name, for example <c>NegotiationError</c>; null if the line does not begin with a type.</summary>
    public static string? Of(string line)
    {
        var match = Type().Match(line);
        return match.Success ? match.Groups["type"].Value : null;
    }

    /// <summary>The part of a logged line that starts with the error; the text before it comes from the logger.</summary>
    public static string From(string line) => Inside().Match(line) is { Success: true, Index: > 0 } inside ? line[inside.Index..] : line;

    /// <summary><c>a.b.SomeError: words</c> as <c>SomeError: words</c>; a generic type is left out entirely.</summary>
    public static string WithoutNamespace(string line)
    {
        var match = Type().Match(line);
        if (!match.Success)
            return line;
        var type = match.Groups["type"];
        var rest = line[(type.Index + type.Length)..].TrimStart(':', ' ');
        // A location says no more than the type: AssertionError at OrdersTest.java:12.
        return IsGeneric(type.Value) && rest.Length > 0 && !rest.StartsWith("at ", StringComparison.Ordinal) ? rest : line[type.Index..];
    }

    private static bool IsGeneric(string type) => Generic.Contains(type);

    [GeneratedRegex(@"(?<![\w.])(?:[A-Za-z_][\w$]*\.)*[A-Z]\w*(?:Error|Exception): ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Inside();

    [GeneratedRegex(
        @"^\s*(?:E\s+)?(?:Uncaught |Unhandled exception\.? |Caused by: |panic: )?(?:[A-Za-z_][\w$]*\.)*(?<type>(?:[A-Z]\w*)?(?:Error|Exception|Failure)"
        + @"|[A-Z]\w*(?:Failed|Fault|Timeout|Refused|Closed\w*|Exit|Interrupt))(?:$|[:\s(\[])",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Type();
}
