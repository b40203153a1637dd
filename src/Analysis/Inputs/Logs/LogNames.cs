using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>
/// What a log's path says about its job: <c>logs/unit.txt</c>, <c>logs/ci-unit-4711.txt</c> (the service's own: workflow, job and the job's number),
/// <c>logs/0_unit.txt</c> and <c>logs/unit/3_Run tests.txt</c> (a run's ZIP file: a job's log and, additionally, the log of each of its steps),
/// <c>logs/api.out.txt</c>, <c>logs/ci-unit-4711.annotations.txt</c> (no log, but what GitHub notes about the job).
/// </summary>
internal static partial class LogNames
{
    private const string Folder = "logs/";
    private const string Notes = ".annotations.txt";

    /// <summary>The job's name, as far as the path shows it; a number of four or more digits after it is the job's own number.</summary>
    public static string JobOf(string source) => StepJob(source) ?? JobNumber().Replace(Stem(source), "");

    /// <summary>The file with what GitHub notes about a job without a log, <c>logs/ci-unit-4711.annotations.txt</c>, by the name of that log.</summary>
    public static string NotesOf(string log) => string.Concat(log.AsSpan(0, log.LastIndexOf('.')), Notes);

    public static bool IsNotes(string source) => source.EndsWith(Notes, StringComparison.Ordinal);

    /// <summary>The number that a log's name ends with; null if it has none.</summary>
    public static long? NumberOf(string source) =>
        StepJob(source) is null && AnyNumber().Match(Stem(source)) is { Success: true } number && long.TryParse(number.ValueSpan[1..], out var id) ? id : null;

    /// <summary>The folder that holds a job's steps; null for a file that is not a step's log.</summary>
    public static string? StepJob(string source)
    {
        var parts = source.Split('/');
        return parts.Length > 2 && (StepFile().IsMatch(parts[^1]) || parts[^1] == "system.txt") ? parts[^2] : null;
    }

    /// <summary>Step logs whose job's own log, which contains them all, is also there.</summary>
    public static IReadOnlySet<string> Repeated(IReadOnlyList<string> sources)
    {
        var whole = sources.Where(s => StepJob(s) is null && StepFile().IsMatch(s[(s.LastIndexOf('/') + 1)..])).Select(s => (Parent(s), Key(Stem(s))))
            .ToHashSet();
        return sources.Where(s => StepJob(s) is { } job && whole.Contains((Parent(Parent(s)), Key(job)))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The same for logs of one job, or of one step of it, from several runs.</summary>
    public static string LogKey(string source) => StepJob(source) is { } job ? $"{Key(job)}/{Key(Stem(source))}" : Key(JobOf(source));

    /// <summary>Names that differ only in characters that file names cannot contain are the same.</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The names under which the job of such a log may be known, most likely first: with and without its number, its position in a ZIP file, and parts
    /// in front of it.</summary>
    public static IEnumerable<string> Candidates(string name)
    {
        yield return name;
        var bare = AnyNumber().Replace(name, "");
        if (bare != name)
            yield return bare;
    }

    /// <summary>Whether a log's name is the job's name with a workflow in front: <c>ci-unit</c>, <c>ci _ unit</c>.</summary>
    public static bool EndsWith(string name, string job)
    {
        var (whole, end) = (Key(name), Key(job));
        if (end.Length == 0 || whole.Length <= end.Length || !whole.EndsWith(end, StringComparison.Ordinal))
            return false;
        // The position of that ending in the name itself.
        var at = name.Length;
        for (var left = end.Length; left > 0; left -= char.IsLetterOrDigit(name[at]) ? 1 : 0)
            at--;
        return at > 0 && !char.IsLetterOrDigit(name[at - 1]);
    }

    private static string Parent(string path) => path.LastIndexOf('/') is >= 0 and var at ? path[..at] : "";

    private static string Stem(string source)
    {
        var name = source[(source.LastIndexOf('/') + 1)..];
        foreach (var end in new[] { Notes, LogScanner.RunnerOutput, ".out.log" })
            if (name.EndsWith(end, StringComparison.Ordinal))
                return name[..^end.Length];
        var dot = name.LastIndexOf('.');
        var stem = dot > 0 ? name[..dot] : name;
        return ZipPlace().Replace(stem, "");
    }

    [GeneratedRegex(@"-\d{4,}$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex JobNumber();

    [GeneratedRegex(@"[-_]\d+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"^\d{1,3}_(?=.)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex ZipPlace();

    [GeneratedRegex(@"^\d{1,3}_.+\.(?:txt|log)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex StepFile();
}
