using System.Globalization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>Turns the points of a stream into cases.</summary>
internal static partial class TapCases
{
    private const string Within = " > ";

    /// <param name="path">Names of the points around it.</param>
    /// <param name="todo">A point around it is a to-do, so failures inside it are expected.</param>
    /// <param name="cancelled">A hook of the point around it failed, so tests cancelled because of it did not run.</param>
    /// <param name="isWhole">The stream has as many points as its plan announces.</param>
    public static void Add(TapPoint point, string path, bool todo, bool cancelled, bool isWhole, ResultReading reading)
    {
        var why = new TapYaml(point.Yaml);
        path = point.Group.Length > 0 ? Joined(path, point.Group) : path;
        if (point.Inside.Count == 0)
        {
            Leaf(point, why, path, todo, cancelled, isWhole, reading);
            return;
        }
        var hook = why["failureType"] == "hookFailed";
        if (point is { Ok: false, Todo: false, Skip: false } && !todo && (hook || !point.Inside.Exists(Fails)))
            reading.Add(Case(point, why, path, TestOutcome.Error, reading) with { Scope = TestScope.Suite });
        foreach (var inside in point.Inside)
            Add(inside, Joined(path, point.Name), todo || point.Todo, hook, isWhole, reading);
    }

    private static bool Fails(TapPoint point) => (point is { Ok: false, Todo: false, Skip: false }) || point.Inside.Exists(Fails);

    private static void Leaf(TapPoint point, TapYaml why, string path, bool todo, bool cancelled, bool isWhole, ResultReading reading)
    {
        // A file, or a block of tests, is not a test: it only counts if it failed.
        var isSuite = why["type"] == "suite" || why["exitCode"] is not null || TapMessages.Exited().IsMatch(point.Name);
        if (isSuite && point.Ok)
            return;
        var outcome = point.Skip ? TestOutcome.Skipped
            : point.Todo || todo ? point.Ok ? TestOutcome.UnexpectedPass : TestOutcome.ExpectedFailure
            : point.Ok ? point.Cut && !isWhole ? TestOutcome.NotRun : TestOutcome.Passed
            : cancelled && why["failureType"] == "cancelledByParent" ? TestOutcome.NotRun
            : isSuite ? TestOutcome.Error : TestOutcome.Failed;
        reading.Add(Case(point, why, path, outcome, reading) with { Scope = isSuite ? TestScope.Suite : TestScope.Test });
    }

    private static TestCase Case(TapPoint point, TapYaml why, string path, TestOutcome outcome, ResultReading reading)
    {
        var text = string.Join('\n', new[] { why.Text, string.Join('\n', point.Said) }.Where(t => t.Length > 0));
        return reading.Case(path, point.Name, outcome, point.Line, point.EndLine) with
        {
            File = why["location"] is { } place && Place().Match(place) is { Success: true } file ? file.Groups["file"].Value : null,
            Seconds = point.Seconds ?? (double.TryParse(why["duration_ms"], NumberStyles.Float, CultureInfo.InvariantCulture, out var ms) ? ms / 1000 : null),
            Failure = outcome.IsFailure()
                ? ResultReading.Failed(Type(why), TapMessages.Of(point, why) ?? FailureMessages.Silent, text, point.Line, point.EndLine) : null,
        };
    }

    /// <summary>The error's class, unless it is the generic one.</summary>
    private static string? Type(TapYaml why) => (why["name"] ?? why.Inner("error", "name")) is { } name and not "Error" ? name : null;

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}{Within}{name}";

    [GeneratedRegex(@"^(?<file>.{1,1000}?):\d+:\d+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();
}

/// <summary>Finds why a point failed.</summary>
internal static partial class TapMessages
{
    public static string? Of(TapPoint point, TapYaml why)
    {
        var said = Scalar(why, "error") ?? Scalar(why, "message") ?? why.Inner("error", "message");
        if (said is not null && !FailureMessages.IsEmptyPhrase(said))
            return said;
        return why["details"] ?? Compared(why) ?? (why["diff"] is { } diff ? Changed(diff) : null) ?? OfComments(point) ?? OfItself(point, why);
    }

    /// <summary>Used if nothing says why.</summary>
    private static string? OfItself(TapPoint point, TapYaml why) =>
        why["exitCode"] is { } code ? $"the test file ended with exit code {code}"
        : point.Inside.Count > 0 ? "it failed, although no test in it did, and the text does not say why"
        : why.Text.Length > 0 || Exited().IsMatch(point.Name) ? point.Name : null;

    /// <summary>For a comparison with one line each: both lines.</summary>
    private static string Changed(string diff)
    {
        var lines = diff.Split('\n').Where(l => l is not (['-', '-', '-', ..] or ['+', '+', '+', ..] or ['@', '@', ..])).ToList();
        return lines is [['-', .. var expected], ['+', .. var actual]] ? $"expected {expected}, got {actual}" : string.Join('\n', lines);
    }

    /// <summary>The key's value, if it is a plain value and not a map.</summary>
    private static string? Scalar(TapYaml why, string key) => why.Inner(key, "name") is null && why.Inner(key, "message") is null ? why[key] : null;

    private static string? Compared(TapYaml why) =>
        why["expected"] is { } expected && why["actual"] is { } actual ? $"expected {expected}, got {actual}" : null;

    /// <summary>What Perl, bats and mocha print below the point, without its name and location; for a process that ended, the error it printed.</summary>
    private static string? OfComments(TapPoint point)
    {
        var said = point.Said.ConvertAll(l => l.Trim());
        // If the point has its own YAML block, the rest is the process's output.
        if (point.Yaml.Count > 0 && said.Find(l => Error().IsMatch(l)) is { } error)
            return error;
        var lines = said.Where(l => l.Length > 0 && !Frame().IsMatch(l))
            .TakeWhile((l, i) => !l.StartsWith("at ", StringComparison.Ordinal) && (i == 0 || !Error().IsMatch(l))).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    /// <summary>ava and tape print this for a file that ended before its tests did.</summary>
    [GeneratedRegex(@"\bexited (?:with a non-zero exit code|due to)\b|^test exited without ending", RegexOptions.CultureInvariant, 10000)]
    internal static partial Regex Exited();

    [GeneratedRegex(@"^(?:\w{1,60}\.){0,5}\w{0,60}Error(?: \[\w{1,60}\])?: \S", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Error();

    [GeneratedRegex(@"^(?:Failed (?:\(TODO\) )?test\b.*|at \S.* line \d+\.|\((?:in test file|from function) .*|Looks like .*)$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Frame();
}
