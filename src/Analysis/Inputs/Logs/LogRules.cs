using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>Who reports that something ended, which decides how much to trust the report.</summary>
internal enum EndWeight
{
    /// <summary>The system that ran the job, about the whole job.</summary>
    Job,

    /// <summary>The system that ran the job, about one of its steps: the job may have gone on.</summary>
    Step,

    /// <summary>A test runner that crashed or quit. What it reported before is incomplete.</summary>
    Tests,

    /// <summary>A process, its shell or the kernel. It only counts if the step failed after that, or if nothing came after it.</summary>
    Process,
}

/// <summary>One way in which a log says that a job, a step, a test run or a process ended.</summary>
/// <param name="State">How it ended, unless a <c>code</c> or <c>signal</c> says more.</param>
/// <param name="Needs">Words without which the pattern cannot match.</param>
/// <param name="Pattern">A regular expression without lookaround; its groups are <c>code</c>, <c>signal</c>, <c>step</c> and <c>reason</c>.</param>
/// <param name="Example">A line that it must match; used as a test.</param>
/// <param name="Gives">The expected result for the example: the state, and the exit code if there is one.</param>
/// <param name="Starts">See <see cref="RulePlace"/>; null for a line with any beginning.</param>
internal sealed record EndRule(EndWeight By, JobState State, string Needs, string Pattern, string Example, string Gives, IReadOnlyList<string>? Starts = null,
    IReadOnlyList<string>? Ends = null)
{
    /// <summary>All rules, from <c>ends.json</c>; the first one that matches a line counts.</summary>
    public static readonly IReadOnlyList<EndRule> All = LogRules.Load("ends.json", LogRulesJson.Default.IReadOnlyListEndRule);
    public static readonly RuleIndex Index = new(All.Select(r => new RulePlace(r.Starts, r.Ends, r.Needs)));

    private readonly LinePattern _pattern = new(Needs, Pattern);

    public Match? Find(string line) => _pattern.Find(line);
}

/// <summary>What a line says about the start or end of a single test.</summary>
internal enum TurnRole
{
    Start,
    End,

    /// <summary>The test that started last ended; the line does not name it.</summary>
    EndOfLast,

    /// <summary>The next line names a test that was running.</summary>
    Next,
}

/// <summary>One way in which a runner says that a test, or a test file, has started or ended. The group <c>name</c> is the test.</summary>
internal sealed record TurnRule(TurnRole Does, string Needs, string Pattern, string Example, string Gives, IReadOnlyList<string>? Starts = null,
    IReadOnlyList<string>? Ends = null)
{
    /// <summary>All rules, from <c>starts.json</c>; the first one that matches a line counts.</summary>
    public static readonly IReadOnlyList<TurnRule> All = LogRules.Load("starts.json", LogRulesJson.Default.IReadOnlyListTurnRule);
    public static readonly RuleIndex Index = new(All.Select(r => new RulePlace(r.Starts, r.Ends, r.Needs)));

    private readonly LinePattern _pattern = new(Needs, Pattern);

    public Match? Find(string line) => _pattern.Find(line);
}

/// <summary>Who printed a line.</summary>
internal enum LogSpeaker
{
    /// <summary>The system that runs a job.</summary>
    Job,

    /// <summary>A test runner, or a build tool.</summary>
    Runner,
}

/// <summary>A line that no service prints: it comes from a job, or from a test runner in it.</summary>
internal sealed record SignRule(LogSpeaker What, string Needs, string Pattern, string Example)
{
    /// <summary>All rules, from <c>signs.json</c>.</summary>
    public static readonly IReadOnlyList<SignRule> All = LogRules.Load("signs.json", LogRulesJson.Default.IReadOnlyListSignRule);

    /// <summary>Only used for a log's first lines.</summary>
    private static readonly RuleIndex Index = new(All.Select(r => new RulePlace(null, null, r.Needs)));

    private readonly LinePattern _pattern = new(Needs, Pattern);

    /// <returns>Null for a line that anything could have printed.</returns>
    public static LogSpeaker? Of(string line)
    {
        foreach (var rule in Index.Candidates(line))
            if (All[rule]._pattern.Find(line) is not null)
                return All[rule].What;
        return null;
    }
}

internal static class LogRules
{
    public static IReadOnlyList<T> Load<T>(string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<IReadOnlyList<T>> type)
    {
        using var stream = typeof(LogRules).Assembly.GetManifestResourceStream($"Whybot.Analysis.Inputs.Logs.{name}")!;
        return JsonSerializer.Deserialize(stream, type)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<EndRule>))]
[JsonSerializable(typeof(IReadOnlyList<TurnRule>))]
[JsonSerializable(typeof(IReadOnlyList<SignRule>))]
internal sealed partial class LogRulesJson : JsonSerializerContext;
