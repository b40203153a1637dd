using System.Text;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>Reads small result files that are written in a test, and tells what was read in a few words.</summary>
internal static class ReadXml
{
    public static ResultFile Text(string text, string source = "results/a.xml") => Bytes(Encoding.UTF8.GetBytes(text), source);

    public static ResultFile Bytes(byte[] bytes, string source = "results/a.xml") => ResultFormats.Read(new MemoryStream(bytes), source, "a")!;

    /// <summary>Each case on a line: id, outcome, and the first line of what it said.</summary>
    public static string Cases(ResultFile file) => string.Join('\n', file.Cases.Select(Case));

    private static string Case(TestCase test)
    {
        var scope = test.Scope == TestScope.Test ? "" : $"{test.Scope}: ";
        var tries = test.FailedAttempts > 0 ? $" after {test.FailedAttempts}" : "";
        return $"{scope}{test.Id} {test.Outcome}{tries}{(test.Failure is { } f ? $" | {f.Message.Split('\n')[0]}" : "")}";
    }

    public static string[] Problems(ResultFile file) => [.. file.Problems.Select(p => p.ToString())];
}
