using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>One TAP test, with its output below.</summary>
/// <param name="group">tape's name of a group of assertions; only used if the stream is tape's.</param>
internal sealed partial class TapPoint(Match found, int line, string group)
{
    private readonly bool _not = found.Groups["not"].Success;
    private readonly string _directive = found.Groups["directive"].Value.ToUpperInvariant();

    /// <summary>testem writes the duration between the browser and the test.</summary>
    public string Name { get; } = found.Groups["name"].Success ? Took().Replace(found.Groups["name"].Value.Trim(), " - ") : $"test {found.Groups["n"].Value}";
    public string Number { get; } = found.Groups["n"].Value;
    public ConsoleSection Section { get; } = new(found.Groups["name"].Success ? found.Groups["name"].Value.Trim() : $"test {found.Groups["n"].Value}", line);
    public List<string> Parents { get; } = [];
    public int Indent { get; set; } = found.Groups["indent"].Length;

    /// <summary>One of its subtests failed.</summary>
    public bool FailedInside { get; set; }

    public TestOutcome Outcome => (_directive, _not) switch
    {
        // "ok … # TODO" is used for a test that is not written yet as often as for one that passes too early.
        ("SKIP", _) or ("TODO", false) => TestOutcome.Skipped,
        ("TODO", true) => TestOutcome.ExpectedFailure,
        _ => _not ? TestOutcome.Failed : TestOutcome.Passed,
    };

    public bool IsFailure => Outcome.IsFailure();

    /// <summary>tape prints the operator of each failed assertion.</summary>
    public bool IsOfTape => IsFailure && Section.Lines.Any(l => l.Text.TrimStart().StartsWith("operator: ", StringComparison.Ordinal))
        && !Section.Lines.Any(l => l.Text.Contains("failureType: ", StringComparison.Ordinal));

    /// <summary>node ended it because its suite had failed: it was not reached.</summary>
    public bool IsCancelled => Section.Lines.Any(l => l.Text.Contains("test did not finish before its parent and was cancelled", StringComparison.Ordinal));

    public TestCase Case(string source, string suite, bool isTape, NodeUncaught uncaught)
    {
        // In vitest, the first name is the file.
        List<string> names = [.. Parents, .. Name.Split(" > ")];
        var file = names.Count > 1 && IsFile(names[0]) ? names[0] : null;
        var className = isTape && group.Length > 0 ? group : string.Join(' ', names.Skip(file is null ? 0 : 1).SkipLast(1));
        if (!IsFailure || IsCancelled)
            return ConsoleSection.Ended(source, suite, className, names[^1], IsFailure ? TestOutcome.NotRun : Outcome, line, file: file);
        if (names.Count == 1 && IsFile(Name))
            return Section.Case(source, suite, "", Name, Name, uncaught.Of(Name) is { Count: > 0 } thrown ? thrown : TapMessage.Of(Section),
                TestOutcome.Error) with
            { Scope = TestScope.Suite };
        return Section.Case(source, suite, className, names[^1], file, TapMessage.Of(Section)) with
        {
            Scope = OfFile().IsMatch(Name)
            ? TestScope.Suite : TestScope.Test
        };
    }

    public static int IndentOf(string text) => text.Length - text.TrimStart().Length;

    private static bool IsFile(string name) => Script().IsMatch(name);

    [GeneratedRegex(
        @"^(?<indent> {0,40})(?<not>not )?ok(?: (?<n>\d{1,9}))?(?: -)?(?: (?<name>[^# ].*?))?(?: {1,4}\([\d.]{1,12}s\)| in \d{1,9}ms)?"
        + @"(?: {1,4}# ?(?<directive>SKIP|TODO|skip|todo|Skip|Todo)\b.*?)?(?: # time=[\d.]{1,20}m?s)?(?<open> \{)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    public static partial Regex Shape();

    /// <summary>bats: the set-up or tear-down of a file or suite failed.</summary>
    [GeneratedRegex(@"^(?:setup_file|teardown_file|setup_suite|teardown_suite) failed$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OfFile();

    [GeneratedRegex(@" - \[\d{1,9} ms\] - ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Took();

    [GeneratedRegex(@"^\S{1,400}\.[cm]?[jt]sx?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Script();
}
