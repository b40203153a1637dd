using System.Globalization;
using System.Text;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Filing;

/// <summary>A run in which a cause was seen.</summary>
/// <param name="At">Null if unknown.</param>
/// <param name="Place">Environment, branch or pull request.</param>
/// <param name="Sha">The default value if it is not known.</param>
/// <param name="Tests">How many tests and jobs failed because of it; 0 if the environment was not ready; -1 if everything was fine again after it had been
/// seen.</param>
public sealed record SeenRow(DateTimeOffset? At, string Place, CommitSha Sha, int Tests)
{
    public bool Cleared => Tests < 0;

    /// <summary>It failed, and passed when it ran again on the same commit.</summary>
    public bool PassedAfter { get; init; }

    /// <summary>It failed again when it ran again on the same commit.</summary>
    public bool FailedAfter { get; init; }

    /// <summary>The run's decision was no-go.</summary>
    public bool Blocked { get; init; }
}

/// <summary>Runs before the oldest that is known one by one.</summary>
/// <param name="Runs">How many there were.</param>
/// <param name="Failed">In how many of them it was seen.</param>
/// <param name="First">The day on which it was first seen.</param>
public sealed record SeenBefore(int Runs, int Failed, DateOnly First);

/// <summary>What is currently known about an issue's causes.</summary>
/// <param name="Verdicts">The latest verdict on each cause.</param>
/// <param name="Tests">Ids of the tests that failed because of it in the latest run.</param>
/// <param name="Suspects">Commits and their files.</param>
public sealed record SeenFacts(IReadOnlyList<string> Verdicts, IReadOnlyList<string> Tests, IReadOnlyList<PastSuspect> Suspects)
{
    /// <summary>Ids that stand for the jobs that failed because of it without a failing test.</summary>
    public IReadOnlyList<string> Jobs { get; init; } = [];

    public static SeenFacts Of(IReadOnlyList<SeenCause> causes) =>
        new([.. causes.Select(c => c.Verdict.Word()).Distinct()], [.. causes.SelectMany(c => c.TestIds.Except(c.JobIds)).Distinct()],
            [.. causes.Select(c => c.Suspect).OfType<PastSuspect>().Distinct()])
        {
            Jobs = [.. causes.SelectMany(c => c.JobIds).Distinct()],
        };
}

/// <summary>
/// The part of an issue's body that the bot keeps up to date: first and last seen, how often, where. It is between two markers. Everything else in the body
/// belongs to people from the moment the issue is filed, and so does this part once they remove the markers.
/// </summary>
public static class SeenTable
{
    internal const string Heading = "## Seen";
    internal const string Begin = "<!-- whybot:seen -->";
    internal const string End = "<!-- whybot:seen-end -->";
    internal const string Header = "| When | Where | Commit | Failed |";

    /// <summary>The header of tables that earlier versions wrote.</summary>
    internal const string EarlierHeader = "| When | Where | Commit | Tests |";
    internal const string Rule = "|---|---|---|---|";
    internal const string Passed = "✅ passed";
    internal const string Unknown = "–";
    internal const string TimeFormat = "yyyy-MM-dd HH:mm";
    internal const int MaxRows = 10;
    private const int MaxDays = 14;
    private const int MaxNames = 5;

    /// <param name="newestFirst">At least one.</param>
    /// <param name="facts">Null for an environment that is not ready.</param>
    /// <param name="before">Null if all runs are known one by one.</param>
    public static string Write(IReadOnlyList<SeenRow> newestFirst, SeenFacts? facts = null, SeenBefore? before = null) =>
        $"{Begin}\n{Rows(newestFirst, facts, before)}{End}";

    /// <summary>The part without its markers.</summary>
    public static string Rows(IReadOnlyList<SeenRow> newestFirst, SeenFacts? facts = null, SeenBefore? before = null)
    {
        var text = new StringBuilder();
        var seen = newestFirst.Where(r => !r.Cleared).ToList();
        var since = newestFirst.TakeWhile(r => r.Cleared).Count();
        text.Append($"Seen in {Numbers.Count(seen.Count + (before?.Failed ?? 0), "run")}{Span(seen, before, newestFirst.Take(MaxRows).Any(r => !r.Cleared))}."
            + $"{(since > 0 ? $" **Since then {(seen.Any(r => r.Tests > 0) ? Ran(facts) : "all was ready")} in "
                + $"{Numbers.Count(since, "run")}.**" : "")}\n\n");
        if (facts is not null)
            text.Append(Facts(seen, facts));
        text.Append($"{Header}\n{Rule}\n");
        foreach (var row in newestFirst.Take(MaxRows))
            text.Append($"| {(row.At is { } at ? $"{Time(at)} UTC" : Unknown)} | {Markdown.CellCode(row.Place)} | {Commit(row.Sha)} | "
                + $"{(row.Cleared ? Passed : $"{row.Tests}")} |\n");
        var more = Math.Max(0, newestFirst.Count - MaxRows) + (before?.Runs ?? 0);
        if (more > 0)
            text.Append($"| earlier | {more} more |  |  |\n");
        return text.ToString();
    }

    private static string Ran(SeenFacts? facts) => facts is { Tests.Count: 0, Jobs.Count: > 0 } ? "its jobs ran and passed" : "its tests ran and passed";

    private static string Time(DateTimeOffset at) => at.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>GitHub makes a short link of a whole SHA, unless it is code.</summary>
    private static string Commit(CommitSha sha) =>
        sha is { IsId: true, Value.Length: 40 } ? sha.Value : Markdown.CellCode(sha == default ? Unknown : sha.Value);

    /// <returns>The body with the table in place of the old one; null if the body has no such place.</returns>
    public static string? Replace(string body, string table)
    {
        var begin = body.IndexOf(Begin, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : body.IndexOf(End, begin, StringComparison.Ordinal);
        return end < 0 ? null : string.Concat(body.AsSpan(0, begin), table, body.AsSpan(end + End.Length));
    }

    /// <summary>Verdict, places, tests, suspects, and how often on which day.</summary>
    private static string Facts(IReadOnlyList<SeenRow> seen, SeenFacts facts)
    {
        var text = new StringBuilder();
        if (facts.Verdicts.Count > 0)
            text.Append($"- Verdict: {string.Join(", ", facts.Verdicts)}\n");
        text.Append($"- Places: {List([.. seen.Select(r => r.Place).Distinct(EnvironmentNames.Comparer)])}\n");
        if (facts.Tests.Count > 0)
            text.Append($"- Tests: {List(facts.Tests)}\n");
        if (facts.Jobs.Count > 0)
            text.Append($"- Jobs: {List(facts.Jobs)}\n");
        if (facts.Suspects.Count > 0)
            text.Append($"- Suspects: {string.Join(", ", facts.Suspects.Take(MaxNames).Select(Named))}\n");
        var days = seen.Where(r => r.At is not null).GroupBy(r => DateOnly.FromDateTime(r.At!.Value.UtcDateTime)).OrderByDescending(g => g.Key).Take(MaxDays)
            .ToList();
        if (days.Count > 1)
            text.Append($"- By day: {string.Join(", ", days.Select(d => $"{d.Key:MM-dd} {d.Count()}×"))}\n");
        return text.Append('\n').ToString();
    }

    private static string List(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MaxNames).Select(n => Markdown.Code(n))) + (names.Count > MaxNames ? $" and {names.Count - MaxNames} more" : "");

    private static string Named(PastSuspect suspect) =>
        $"{Markdown.Code(suspect.Sha.Short)} {Markdown.Code(suspect.Path, 80)}{(suspect.Established ? "" : " (likely)")}";

    /// <param name="isListed">Whether the table lists a run in which it was seen: then that run's day need not be said.</param>
    private static string Span(IReadOnlyList<SeenRow> newestFirst, SeenBefore? before, bool isListed) => newestFirst switch
    {
        [{ At: { } last }, ..] when before is not null => $", first on {before.First:yyyy-MM-dd}, last on {last:yyyy-MM-dd}",
        [{ At: { } last }, .., { At: { } first }] => $", first on {first:yyyy-MM-dd}, last on {last:yyyy-MM-dd}",
        [{ At: { } only }] when !isListed => $", first on {only:yyyy-MM-dd}",
        [] when before is { Failed: > 0 } => $", first on {before.First:yyyy-MM-dd}",
        _ => "",
    };
}
