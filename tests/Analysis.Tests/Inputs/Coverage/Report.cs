using System.Text;
using Shouldly;
using Whybot.Analysis.Inputs.Coverage;

namespace Whybot.Analysis.Tests.Inputs.Coverage;

/// <summary>A coverage report from its text.</summary>
internal static class Report
{
    public const string Source = "coverage/report";

    public static CoverageReport Of(string text, params string[] wanted) => Found(text, wanted).ShouldNotBeNull();

    public static CoverageReport? Found(string text, params string[] wanted) =>
        CoverageFormats.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), Source, new WantedPaths(wanted, "shop"));

    /// <summary>The lines up to 20 that are known, <c>+</c> before those that were run: <c>+3 -4</c>.</summary>
    public static string Lines(this CoverageReport report, string path) => report.Files.TryGetValue(path, out var file)
        ? string.Join(' ', Enumerable.Range(1, 20).Where(l => file.At(l) is not null).Select(l => $"{(file.At(l)!.Ran ? '+' : '-')}{l}")) : "none";

    /// <summary>Where the report says so, and the words there.</summary>
    public static string Said(this CoverageReport report, string path, int line) =>
        report.Files[path].At(line) is { } said ? $"{said.At}: {said.Words}" : "none";
}
