using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Whybot.Analysis.Explanation.Correlation;

namespace Whybot.Benchmarks.Accuracy;

/// <summary>
/// Later failures of another project against issues made from the first occurrence of each: is the right issue first, and how good is the answer over
/// all thresholds and at the program's own, which was fixed before.
/// </summary>
internal static partial class RecurrenceAccuracy
{
    private sealed record Answer(string? Told, double Confidence, string Label)
    {
        public bool Right => Told == Label;
    }

    public static void Print(string fixtures)
    {
        var folder = Path.Combine(fixtures, "recurrences");
        var index = new IssueIndex(Read(Path.Combine(folder, "issues.jsonl.gz"))
            .Select(i => new IndexedIssue(Text(i, "id"), Text(i, "title"), Text(i, "body"), Job(Text(i, "source")), Day(Text(i, "created")))));
        var failures = Read(Path.Combine(folder, "failures.jsonl.gz")).ToList();
        Print("with the test's name", [.. failures.Select(f =>
            Ask(index, f, new IssueQuery(Text(f, "text"), Text(f, "test"), Job(Text(f, "source")), Day(Text(f, "date")))))]);
        Print("without it", [.. failures.Select(f => Ask(index, f,
            new IssueQuery(Text(f, "text_name_stripped"), null, Job(Text(f, "source")), Day(Text(f, "date")))))]);
        Print("by the text alone", [.. failures.Select(f => Ask(index, f, new IssueQuery(Text(f, "text_name_stripped"))))]);
    }

    private static Answer Ask(IssueIndex index, JsonElement failure, IssueQuery query)
    {
        var hits = index.Find(query, 2);
        return new Answer(hits.FirstOrDefault()?.Issue.Id, IssueIndex.Confidence(hits), Text(failure, "label"));
    }

    private static void Print(string how, IReadOnlyList<Answer> answers)
    {
        var labelled = answers.Where(a => a.Label != "none").ToList();
        var best = answers.Select(a => a.Confidence).Distinct().Select(t => Figures(answers, t)).MaxBy(f => f.F1);
        var precise = answers.Select(a => a.Confidence).Distinct().Select(t => Figures(answers, t)).Where(f => f.Precision >= 0.9).Select(f => f.Recall)
            .DefaultIfEmpty(0).Max();
        var own = Figures(answers, IssueIndex.SureFrom);
        Console.WriteLine($"recurrences {how}: top-1 {labelled.Count(a => a.Right) / (double)labelled.Count:0.000}, best F1 {best.F1:0.000}, recall "
            + $"{precise:0.000} at precision 0.9; at the fixed threshold precision {own.Precision:0.000}, recall {own.Recall:0.000}, F1 {own.F1:0.000}");
    }

    private static (double F1, double Precision, double Recall) Figures(IReadOnlyList<Answer> answers, double threshold)
    {
        var told = answers.Where(a => a.Confidence >= threshold && a.Told is not null).ToList();
        var right = told.Count(a => a.Right);
        var (precision, recall) = (told.Count == 0 ? 0 : (double)right / told.Count, (double)right / answers.Count(a => a.Label != "none"));
        return (precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), precision, recall);
    }

    private static IEnumerable<JsonElement> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return JsonDocument.Parse(line).RootElement;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>The job and its machine, from the address of its log.</summary>
    private static string? Job(string source) => JobName().Match(source) is { Success: true } job ? job.Value : null;

    private static DateTimeOffset Day(string date) => DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex("job/[^/]+(?:/nodes=[^/]+)?")]
    private static partial Regex JobName();
}
