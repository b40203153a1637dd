using System.Text;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>Reads a result file from text, and tells what was read on one line per case and problem.</summary>
internal static class ResultText
{
    public static ResultFile Read(string text, string source = "results/a.json") => Read(Encoding.UTF8.GetBytes(text), source);

    public static ResultFile Read(byte[] bytes, string source = "results/a.json") =>
        ResultFormats.Read(new MemoryStream(bytes), source, "a") ?? throw new InvalidOperationException("not a result file");

    public static bool IsNone(string text, string source = "results/a.json") =>
        ResultFormats.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), source, "a") is null;

    public static string Told(this ResultFile file) => string.Join('\n', file.Cases.Select(Told).Concat(file.Problems.Select(Told)));

    private static string Told(InputProblem problem) => $"! {problem.Line} {(problem.Extent == ReadExtent.None ? "none: " : "")}{problem.Reason}";

    private static string Told(TestCase test)
    {
        var scope = test.Scope == TestScope.Test ? "" : $"{test.Scope} ";
        var tries = test.FailedAttempts > 0 ? $" after {test.FailedAttempts}" : "";
        var message = test.Failure is { } failure ? $": {failure.Message.ReplaceLineEndings("/")}" : "";
        return $"{scope}{test.Id} {test.Outcome}{tries}{message}";
    }
}
