using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>What a rule does with a line that it matches.</summary>
internal enum LineRole
{
    /// <summary>A test failed; its message follows. Group <c>what</c> tells an error from a failure.</summary>
    Failed,
    Passed,
    Skipped,

    /// <summary>Names the class or file of the tests that follow.</summary>
    Suite,

    /// <summary>Names a test; the next lines say how it ended, with a rule that has no name.</summary>
    Case,

    /// <summary>The message of a test that was named before follows.</summary>
    Detail,

    /// <summary>A test begins; its output is between this line and the one that says how it ended. If a test never ends, it ended the process.</summary>
    Started,

    /// <summary>Output starting here belongs to the next test that fails.</summary>
    Above,

    /// <summary>Counts: <c>ran</c>, <c>passed</c>, <c>failed</c>, <c>errors</c>, <c>skipped</c>, <c>incomplete</c>; <c>rest</c> if the count of tests that ran
    /// does not say how many of them were skipped; several such lines add up. <c>of</c> is the total number, if the failed and the skipped are named.</summary>
    Totals,

    /// <summary>Counts of one class or file, which the next <see cref="Totals"/> include again.</summary>
    SuiteTotals,

    /// <summary>Nothing that follows belongs to the previous test.</summary>
    End,

    /// <summary>What follows is a list of tests that passed when they ran again.</summary>
    Flaky,

    /// <summary>A test that failed and passed when it ran again.</summary>
    Flake,

    /// <summary>The next non-blank line names the test that a rule without a name refers to.</summary>
    Next,

    /// <summary>A test in a list, either of failed tests, which are already known by then, or of flaky ones.</summary>
    Listed,

    /// <summary>A list of failures follows: rules that only apply inside it (<see cref="LineRule.InList"/>) are used until <see cref="Off"/>.</summary>
    On,
    Off,
}

/// <summary>One rule of a runner's output.</summary>
/// <param name="Needs">Words without which the pattern cannot match; searched for first.</param>
/// <param name="Pattern">A regular expression without lookaround; its groups are <c>class</c>, <c>name</c>, <c>file</c>, <c>message</c> (the whole message),
/// <c>says</c> (the first line of the message), <c>how</c> (it ended: <c>TIMEOUT</c>), <c>what</c> and the counts.</param>
/// <param name="Example">A line that it must match; used as a test.</param>
/// <param name="Gives">The expected result for the example: <c>class::name</c>, or the counts.</param>
/// <param name="InList">It only applies inside a list of failures: elsewhere such a line means something else, or appears for the first time.</param>
/// <param name="Alone">The failed test's message is not below this line.</param>
/// <param name="Scope">What the rule reports as failed.</param>
/// <param name="Holds">The lines that follow were printed by the test, maybe by a runner inside it: no other reader sees it.</param>
internal sealed record LineRule(LineRole Does, string Needs, string Pattern, string Example, string Gives, bool InList = false,
    TestScope Scope = TestScope.Test, bool Holds = false, bool Alone = false)
{
    private readonly LinePattern _pattern = new(Needs, Pattern);

    public Match? Find(string line) => _pattern.Find(line);
}

/// <summary>A test runner, a build tool or another program whose output is read by rules.</summary>
/// <param name="Indented">A failed test's message is indented or blank; any other line ends it.</param>
/// <param name="Prefix">Precedes each line of a test's message.</param>
/// <param name="Drops">Lines of a test's output that are not part of its message: its location, a rule, a hint.</param>
/// <param name="Strips">Text at the beginning of a message line that is not part of it.</param>
/// <param name="Ends">The line at which the message ends and the stack begins.</param>
/// <param name="NeedsPass">Its failures count only if a test passed too: other programs print such words, but no counterpart of them.</param>
internal sealed record Runner(string Name, IReadOnlyList<LineRule> Rules, bool Indented = false, string Prefix = "", string? Drops = null,
    string? Ends = null, string? Strips = null, bool NeedsPass = false)
{
    private const string Folder = "Whybot.Analysis.Inputs.Results.Console.Runners.";

    /// <summary>All runners, from the files of <c>Runners</c>.</summary>
    public static readonly IReadOnlyList<Runner> All = [.. Files().SelectMany(Load)];

    private readonly LinePattern? _drops = Pattern(Drops);
    private readonly LinePattern? _ends = Pattern(Ends);
    private readonly LinePattern? _strips = Pattern(Strips);

    /// <summary>The message within a test's output.</summary>
    public IEnumerable<string> MessageOf(IEnumerable<string> said) =>
        said.TakeWhile(l => _ends?.Find(l) is null).Where(l => _drops?.Find(l) is null)
            .Select(l => _strips?.Find(l) is { } strip ? l[(strip.Index + strip.Length)..] : l);

    private static LinePattern? Pattern(string? pattern) => pattern is null ? null : new LinePattern("", pattern);

    private static IEnumerable<string> Files() =>
        typeof(Runner).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IReadOnlyList<Runner> Load(string file)
    {
        using var stream = typeof(Runner).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize(stream, RunnerJson.Default.IReadOnlyListRunner)!;
    }
}

/// <summary>A line in which a compiler, a package manager or another tool says what is wrong.</summary>
/// <param name="Id">The tool.</param>
/// <param name="Needs">Words without which the pattern cannot match.</param>
/// <param name="Example">A line that it must match; used as a test.</param>
internal sealed record ErrorRule(string Id, string Needs, string Pattern, string Example)
{
    /// <summary>All rules, from <c>errors.json</c>: those that say most about the cause come first.</summary>
    public static readonly IReadOnlyList<ErrorRule> All = Load();

    private readonly LinePattern _pattern = new(Needs, Pattern);

    public bool IsSaidBy(string line) => _pattern.Find(line) is not null;

    private static IReadOnlyList<ErrorRule> Load()
    {
        using var stream = typeof(ErrorRule).Assembly.GetManifestResourceStream("Whybot.Analysis.Inputs.Results.Console.errors.json")!;
        return JsonSerializer.Deserialize(stream, RunnerJson.Default.IReadOnlyListErrorRule)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Runner>))]
[JsonSerializable(typeof(IReadOnlyList<ErrorRule>))]
internal sealed partial class RunnerJson : JsonSerializerContext;
