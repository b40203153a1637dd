using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>What a rule does with the line that it finds.</summary>
internal enum LineRole
{
    /// <summary>A test failed; what it said follows. Group <c>what</c> tells an error from a failure.</summary>
    Failed,
    Passed,
    Skipped,

    /// <summary>Names the class or file of the tests that follow.</summary>
    Suite,

    /// <summary>Names a test of which the next lines say how it ended: a rule without a name speaks of it.</summary>
    Case,

    /// <summary>What a test that was named before said follows.</summary>
    Detail,

    /// <summary>A test begins; what it says stands between this line and the one that tells how it ended. One that never ends ended the process.</summary>
    Started,

    /// <summary>What is said from here on belongs to the test that fails next.</summary>
    Above,

    /// <summary>Counts: <c>ran</c>, <c>passed</c>, <c>failed</c>, <c>errors</c>, <c>skipped</c>, <c>incomplete</c>; <c>rest</c> where those that ran are told
    /// without saying how many of them were skipped; several such lines add up. <c>of</c> is the number of all, where the failed and the skipped are
    /// named.</summary>
    Totals,

    /// <summary>Counts of one class or file, which the next <see cref="Totals"/> hold once more.</summary>
    SuiteTotals,

    /// <summary>Nothing that follows belongs to the test before.</summary>
    End,

    /// <summary>What follows is a list of tests that passed when they ran again.</summary>
    Flaky,

    /// <summary>A test that failed and passed when it ran again.</summary>
    Flake,

    /// <summary>The next line that is not blank names the test that a rule without a name speaks of.</summary>
    Next,

    /// <summary>A test in a list, be it of those that failed, which are known by then, or of flaky ones.</summary>
    Listed,

    /// <summary>A list of failures follows: rules that hold only in it (<see cref="LineRule.InList"/>) are looked for, until <see cref="Off"/>.</summary>
    On,
    Off,
}

/// <summary>One rule of a runner's output.</summary>
/// <param name="Needs">Words without which the pattern cannot match; looked for first.</param>
/// <param name="Pattern">A regular expression without lookaround; its groups are <c>class</c>, <c>name</c>, <c>file</c>, <c>message</c> (all that is said),
/// <c>says</c>
/// (the first line of what is said), <c>how</c> (it ended: <c>TIMEOUT</c>), <c>what</c> and the counts.</param>
/// <param name="Example">A line that it must find; it is a test.</param>
/// <param name="Gives">What it finds there: <c>class::name</c>, or the counts.</param>
/// <param name="InList">It only holds in a list of failures: elsewhere such a line is something else, or says it for the first time.</param>
/// <param name="Alone">What a failed test said does not stand below this line.</param>
/// <param name="Scope">What fails by it.</param>
/// <param name="Holds">What follows was printed by the test, maybe by a runner of its own: no other reader sees it.</param>
internal sealed record LineRule(LineRole Does, string Needs, string Pattern, string Example, string Gives, bool InList = false,
    TestScope Scope = TestScope.Test, bool Holds = false, bool Alone = false)
{
    private readonly LinePattern _pattern = new(Needs, Pattern);

    public Match? Find(string line) => _pattern.Find(line);
}

/// <summary>A test runner, a build tool or another program whose output is read by rules.</summary>
/// <param name="Indented">What a failed test said is indented or blank; any other line ends it.</param>
/// <param name="Prefix">Stands before each line of what a test said.</param>
/// <param name="Drops">Lines of what a test said that are no part of its message: the place of the test, a rule, a hint.</param>
/// <param name="Strips">What stands before the words of a line of the message, and is no part of them.</param>
/// <param name="Ends">The line at which the message ends and the stack begins.</param>
internal sealed record Runner(string Name, IReadOnlyList<LineRule> Rules, bool Indented = false, string Prefix = "", string? Drops = null,
    string? Ends = null, string? Strips = null)
{
    private const string Folder = "Whybot.Analysis.Results.Console.Runners.";

    /// <summary>All, from the files of <c>Runners</c>.</summary>
    public static readonly IReadOnlyList<Runner> All = [.. Files().SelectMany(Load)];

    private readonly LinePattern? _drops = Pattern(Drops);
    private readonly LinePattern? _ends = Pattern(Ends);
    private readonly LinePattern? _strips = Pattern(Strips);

    /// <summary>The message in what a test said.</summary>
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

/// <summary>A line by which a compiler, a package manager or another tool says what is wrong.</summary>
/// <param name="Id">The tool.</param>
/// <param name="Needs">Words without which the pattern cannot match.</param>
/// <param name="Example">A line that it must find; it is a test.</param>
internal sealed record ErrorRule(string Id, string Needs, string Pattern, string Example)
{
    /// <summary>All, from <c>errors.json</c>: what says most of the cause first.</summary>
    public static readonly IReadOnlyList<ErrorRule> All = Load();

    private readonly LinePattern _pattern = new(Needs, Pattern);

    public bool IsSaidBy(string line) => _pattern.Find(line) is not null;

    private static IReadOnlyList<ErrorRule> Load()
    {
        using var stream = typeof(ErrorRule).Assembly.GetManifestResourceStream("Whybot.Analysis.Results.Console.errors.json")!;
        return JsonSerializer.Deserialize(stream, RunnerJson.Default.IReadOnlyListErrorRule)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Runner>))]
[JsonSerializable(typeof(IReadOnlyList<ErrorRule>))]
internal sealed partial class RunnerJson : JsonSerializerContext;
