using System.Globalization;
using System.Security;
using System.Text;

namespace Whybot.Benchmarks.Speed;

/// <summary>Makes the folder of a large run: one JUnit file of about 500 bytes per test, one test in twenty failing.</summary>
internal static class LargeRun
{
    private static readonly string[] Messages =
    [
        "Expected status 200 but the server answered 503",
        "java.net.ConnectException: Connection refused: orders:8443",
        "java.lang.NullPointerException: Cannot invoke \"Cart.total()\" because \"cart\" is null",
        "java.util.concurrent.TimeoutException: Timeout waiting for task",
    ];

    /// <summary>What a failure says: one of so many messages, each with a stack of its own from calls and lines that differ from test to test.</summary>
    /// <param name="messages">The first four are as programs write them.</param>
    private static (string Message, string Text) Failure(Random random, int number, int messages)
    {
        var kind = number % messages;
        var message = kind < Messages.Length ? Messages[kind] : $"The rule {Letters(kind)}Policy does not accept the {Noun(kind)} of {Letters(kind * 7)}";
        var text = new StringBuilder(1600).Append(message).Append('\n');
        for (var frame = 0; frame < 14; frame++)
        {
            var (type, method) = ($"{Noun(random.Next(40))}Service", $"{Noun(random.Next(40))}{random.Next(30)}");
            text.Append(CultureInfo.InvariantCulture, $"\tat com.shop.{Noun(random.Next(40))}.{type}.{method}({type}.java:{random.Next(900)})\n");
        }
        return (message, text.ToString());
    }

    /// <summary>Writes <c>results/junit.xml</c> into a folder.</summary>
    public static void Write(string folder, int tests, int messages, int seed)
    {
        var random = new Random(seed);
        var results = Directory.CreateDirectory(Path.Combine(folder, "results"));
        using var file = new StreamWriter(Path.Combine(results.FullName, "junit.xml"), false, new UTF8Encoding(false), 1 << 16);
        file.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites>\n");
        for (var i = 0; i < tests; i++)
        {
            if (i % 500 == 0)
                file.Write(string.Create(CultureInfo.InvariantCulture,
                    $"{(i > 0 ? "</testsuite>\n" : "")}<testsuite name=\"com.shop.Suite{i / 500}\" timestamp=\"2026-11-20T12:00:00\" time=\"12.5\">\n"));
            file.Write(string.Create(CultureInfo.InvariantCulture, $"<testcase classname=\"com.shop.{Noun(i)}.{Noun(i)}{i / 50}Test\" "
                + $"name=\"{Noun(i)}{i}IsKeptWhenTheSessionEnds\" time=\"{random.NextDouble():0.000}\">"));
            if (i % 20 == 0)
            {
                var (message, text) = Failure(random, i / 20, messages);
                file.Write($"<failure message=\"{SecurityElement.Escape(message)}\">{SecurityElement.Escape(text)}</failure>");
            }
            else
                file.Write(string.Create(CultureInfo.InvariantCulture,
                    $"<system-out>{Noun(i)} {i}: began, took {random.Next(1000)} steps, {new string('.', 262)} ended well</system-out>"));
            file.Write("</testcase>\n");
        }
        file.Write("</testsuite>\n</testsuites>\n");
    }

    /// <summary>A word for a number: figures would be masked.</summary>
    private static string Letters(int number) => number < 26 ? ((char)('A' + number)).ToString() : Letters(number / 26) + (char)('a' + number % 26);

    private static string Noun(int number) => Generators.Nouns[number % Generators.Nouns.Length];
}
