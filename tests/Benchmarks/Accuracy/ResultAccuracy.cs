using Whybot.Analysis.Inputs.Results;

namespace Whybot.Benchmarks.Accuracy;

/// <summary>Other people's result files against the counts that their own tools give: tests, passed, failed and errored together, skipped.</summary>
internal static class ResultAccuracy
{
    public static void Print(string fixtures)
    {
        var folder = Path.Combine(fixtures, "results");
        var bySource = new Dictionary<string, (int Right, int Rows)>(StringComparer.Ordinal);
        foreach (var row in Csv.Read(Path.Combine(folder, "expected_counts.csv")))
        {
            var source = row["dataset"];
            var wrong = Wrong(folder, row).ToList();
            var (right, rows) = bySource.GetValueOrDefault(source);
            bySource[source] = (right + (wrong.Count == 0 ? 1 : 0), rows + 1);
            if (wrong.Count > 0)
                Console.WriteLine($"  {row["file"]}: {string.Join(", ", wrong)}  [{row["source_of_expectation"].Split("::")[^1].Trim()} {row["notes"]}]");
        }
        foreach (var (source, (right, rows)) in bySource)
            Console.WriteLine($"result files of {source}: {right} of {rows} rows right");
    }

    private static IEnumerable<string> Wrong(string folder, IReadOnlyDictionary<string, string> row)
    {
        using var stream = File.OpenRead(Path.Combine(folder, row["file"]));
        if (ResultFormats.Read(stream, row["file"], "suite") is not { } file)
            return ["no result file"];
        var expected = new (string Name, int? Expected, int Read)[]
        {
            ("tests", row.Number("tests"), file.Cases.Count + file.FailedParents),
            ("passed", row.Number("passed"), file.Cases.Count(c => c.Outcome.IsPass())),
            ("failed", row.Number("failed") is { } failed ? failed + (row.Number("errored") ?? 0) : null, file.Cases.Count(c => c.Bad) + file.FailedParents),
            ("skipped", row.Number("skipped"), file.Cases.Count(c => c.Outcome.IsSkip())),
        };
        var wrong = expected.Where(e => e.Expected is not null && e.Expected != e.Read).Select(e => $"{e.Name} {e.Read} instead of {e.Expected}").ToList();
        return wrong.Count == 0 ? [] : wrong.Concat(file.Warnings);
    }
}
