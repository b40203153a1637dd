using System.IO.Compression;
using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks.Accuracy;

/// <summary>
/// Other people's job logs against the counts and names that are known of them. Totals are right where failed tests are as many as expected, and those
/// that ran as many as expected, with or without the skipped ones: tools differ in that.
/// </summary>
internal static partial class LogAccuracy
{
    private sealed record Row(string Log, string Kind, int? Ran, int? Failed, bool? Ends, IReadOnlyList<string> Names);

    public static void Print(string fixtures)
    {
        var folder = Path.Combine(fixtures, "logs");
        var (totals, totalsRight, named, found, right, wrongRows) = (0, 0, 0, 0, 0, 0);
        foreach (var row in Csv.Read(Path.Combine(folder, "expected.csv")).Select(Of).Where(r => r.Ran is not null))
        {
            var file = Read(Path.Combine(folder, row.Log));
            var bad = (file?.Cases ?? []).Where(c => c.Bad && !IsJob(c)).ToList();
            var (failed, passed, skipped) = (bad.Count + (file?.UnnamedFailed ?? 0), Passed(file), Skipped(file));
            var isRight = (row.Failed ?? 0) == failed && (row.Ran == passed + failed || row.Ran == passed + failed + skipped);
            (totals, totalsRight) = (totals + 1, totalsRight + (isRight ? 1 : 0));
            var said = "";
            if (row.Names.Count > 0)
            {
                var matched = Names.Match(row.Names, bad);
                (named, found, right) = (named + row.Names.Count, found + bad.Count, right + matched);
                said = matched == row.Names.Count && matched == bad.Count
                    ? "" : $"; names: {matched} of {row.Names.Count} found, {bad.Count} told: {string.Join(" | ", bad.Take(3).Select(b => b.Id))} for "
                    + $"{string.Join(" | ", row.Names.Take(3))}";
            }
            if (isRight && said.Length == 0)
                continue;
            wrongRows++;
            Console.WriteLine($"  {row.Log} ({row.Kind}): ran {passed + failed}+{skipped}, failed {failed} instead of {row.Ran}, {row.Failed}{said}");
        }
        Console.WriteLine($"logs: totals right in {totalsRight} of {totals} rows ({Share(totalsRight, totals)}); names of failed tests: recall "
            + $"{Share(right, named)} of {named}, precision {Share(right, found)} of {found}; {wrongRows} rows above are not wholly right");
    }

    private static Row Of(IReadOnlyDictionary<string, string> row) =>
        new(row["log"], $"{row["analyzer"]} {row["frameworks"]}".Trim(), row.Number("tests_run"), row.Number("tests_failed"),
            bool.TryParse(row["bool_failed"], out var ends) ? ends : null,
            [.. Apart().Split(row["failed_tests_hash_separated"]).Where(n => n.Length > 0).Distinct()]);

    /// <summary>Names are parted by '#', which stands before numbers in some of them.</summary>
    [GeneratedRegex(@"#(?!\d)")]
    private static partial Regex Apart();

    private static ResultFile? Read(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new BoundedLineReader(stream);
        var results = new ConsoleResults(Path.GetFileName(path));
        while (reader.ReadLine() is { } line)
            results.Feed(line);
        return results.Finish();
    }

    /// <summary>What stands for a job whose log speaks of no test.</summary>
    private static bool IsJob(TestCase test) => test.ClassName.Length == 0 && test.Name.StartsWith("job ", StringComparison.Ordinal);

    private static int Passed(ResultFile? file) => file is null ? 0 : file.UnnamedPassed
        + file.Cases.Count(c => c.Scope == TestScope.Test && c.Outcome.IsPass());

    private static int Skipped(ResultFile? file) => file is null ? 0 : file.UnnamedSkipped + file.Cases.Count(c => c.Outcome.IsSkip());

    private static string Share(int part, int whole) => whole == 0 ? "–" : $"{(double)part / whole:0.000}";
}
