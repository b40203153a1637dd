using System.Globalization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Filing;

/// <summary>What the table in an issue says: what <see cref="SeenTable"/> wrote, read back.</summary>
/// <param name="Rows">Newest first; a row lacks what the table does not say, and its time is to the minute.</param>
/// <param name="Unlisted">How many earlier runs it only counts.</param>
/// <param name="UnlistedFailed">In how many of those a cause was seen.</param>
/// <param name="First">The day on which a cause was first seen; null if it is not said.</param>
public sealed partial record SeenReading(IReadOnlyList<SeenRow> Rows, int Unlisted, int UnlistedFailed, DateOnly? First)
{
    /// <summary>The latest verdict; null if it is not said, or if the causes have different ones.</summary>
    public VerdictKind? Verdict { get; private init; }

    /// <summary>Some of the tests and jobs that failed in the latest run.</summary>
    public IReadOnlyList<string> Tests { get; private init; } = [];

    /// <summary>How many more there are.</summary>
    public int MoreTests { get; private init; }

    /// <summary>The first of its suspects, with a shortened commit; null for none.</summary>
    public PastSuspect? Suspect { get; private init; }

    /// <returns>Null if the body has no table, or one that <see cref="SeenTable"/> did not write.</returns>
    public static SeenReading? Read(string body)
    {
        var begin = body.IndexOf($"\n{SeenTable.Heading}\n\n{SeenTable.Begin}\n", StringComparison.Ordinal);
        var end = body.IndexOf($"\n{SeenTable.End}\n", StringComparison.Ordinal);
        if (begin < 0 || end < begin || body.LastIndexOf(SeenTable.Begin, StringComparison.Ordinal) > begin + SeenTable.Heading.Length + 3
            || body.LastIndexOf(SeenTable.End, StringComparison.Ordinal) != end + 1)
            return null;
        var table = body[(begin + SeenTable.Heading.Length + SeenTable.Begin.Length + 4)..Math.Max(end, begin)];
        // More lines than the bot ever writes are not worth splitting.
        return table.AsSpan().Count('\n') <= MostLines ? Read(table.Split('\n')) : null;
    }

    private const int MostLines = SeenTable.MaxRows + 12;

    private static SeenReading? Read(IReadOnlyList<string> lines)
    {
        var header = lines.TakeWhile(l => l is not (SeenTable.Header or SeenTable.EarlierHeader)).Count();
        if (header + 1 >= lines.Count || lines[header + 1] != SeenTable.Rule || OfSummary().Match(lines[0]) is not { Success: true } summary)
            return null;
        var rows = lines.Skip(header + 2).ToList();
        var unlisted = rows.Count > 0 && OfEarlier().Match(rows[^1]) is { Success: true } earlier ? Number(earlier.Groups["more"].Value) : 0;
        if (unlisted > 0)
            rows.RemoveAt(rows.Count - 1);
        var read = rows.Select(Row).ToList();
        var failed = Number(summary.Groups["seen"].Value) - read.Count(r => r is { Cleared: false });
        if (read.Count is 0 or > SeenTable.MaxRows || read.Contains(null) || failed < 0 || failed > unlisted)
            return null;
        return new SeenReading(read!, unlisted, failed, DateOnly.TryParseExact(summary.Groups["first"].ValueSpan, "yyyy-MM-dd", out var first) ? first : null)
            .With(lines.Take(header));
    }

    /// <summary>Adds what the lines above the table say.</summary>
    private SeenReading With(IEnumerable<string> facts)
    {
        var reading = this;
        foreach (var line in facts)
            if (line.StartsWith("- Verdict: ", StringComparison.Ordinal))
                reading = reading with { Verdict = VerdictKinds.Parse(line["- Verdict: ".Length..]) };
            else if (line.StartsWith("- Tests: ", StringComparison.Ordinal) || line.StartsWith("- Jobs: ", StringComparison.Ordinal))
                reading = reading with
                {
                    Tests = [.. reading.Tests, .. CodeSpans.Of(line)],
                    MoreTests = reading.MoreTests + Number(OfMore().Match(line).Groups["more"].Value),
                };
            else if (line.StartsWith("- Suspects: ", StringComparison.Ordinal) && CodeSpans.Of(line) is [var sha, var path, ..] && new CommitSha(sha).IsId)
                reading = reading with { Suspect = new PastSuspect(new CommitSha(sha), path, !OfLikely().IsMatch(line)) };
        return reading;
    }

    private static SeenRow? Row(string line) => OfRow().Match(line) is { Success: true } row && CodeSpans.WholeCell(row.Groups["place"].Value) is { } place
        ? new SeenRow(DateTimeOffset.TryParseExact(row.Groups["at"].ValueSpan, SeenTable.TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var at) ? at : null, place,
            CommitSha.Find(row.Groups["sha"].Value) ?? CommitSha.Find(CodeSpans.WholeCell(row.Groups["sha"].Value)) ?? default,
            row.Groups["tests"].Value == SeenTable.Passed ? -1 : Number(row.Groups["tests"].Value))
        : null;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\ASeen in (?<seen>[0-9]{1,7}) runs?(?:, first on (?<first>[0-9-]{10})(?:, last on [0-9-]{10})?)?\."
        + @"(?: \*\*Since then (?:its (?:tests|jobs) ran and passed|all was ready) in [0-9]{1,7} runs?\.\*\*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfSummary();

    [GeneratedRegex(@"\A\| (?:(?<at>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}) UTC|–) \| (?<place>`.{1,300}`) \| "
        + @"(?<sha>[0-9a-f]{40}|`[^`|]{1,70}`) \| (?<tests>[0-9]{1,7}|✅ passed) \|\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfRow();

    [GeneratedRegex(@"\A\| earlier \| (?<more>[0-9]{1,7}) more \|  \|  \|\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfEarlier();

    [GeneratedRegex(@"` and (?<more>[0-9]{1,7}) more\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfMore();

    /// <summary>Whether the first suspect is only likely.</summary>
    [GeneratedRegex(@"\A- Suspects: `[^`]{1,70}` `[^`]{1,100}` \(likely\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfLikely();
}
