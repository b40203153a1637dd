using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Logs;

/// <summary>Who says that something ended, which tells how far it is to be believed.</summary>
internal enum EndWeight
{
    /// <summary>Whoever ran the job, of the whole of it.</summary>
    Job,

    /// <summary>Whoever ran the job, of one of its steps: the job may have gone on.</summary>
    Step,

    /// <summary>A runner of tests that gave up. What it told before is not all there was to tell.</summary>
    Tests,

    /// <summary>A process, its shell or the kernel. It counts where the step failed after that, or nothing came after it.</summary>
    Process,
}

/// <summary>One way in which a log says that a job, a step, a run of tests or a process ended.</summary>
/// <param name="State">How, where no <c>code</c> or <c>signal</c> says more.</param>
/// <param name="Needs">Words without which the pattern cannot match.</param>
/// <param name="Pattern">A regular expression without lookaround; its groups are <c>code</c>, <c>signal</c>, <c>step</c> and <c>reason</c>.</param>
/// <param name="Example">A line that it must find; it is a test.</param>
/// <param name="Gives">What it finds there: the state, and the exit code where there is one.</param>
/// <param name="Starts">See <see cref="RulePlace"/>; null for a line that may begin in any way.</param>
internal sealed record EndRule(EndWeight By, JobState State, string Needs, string Pattern, string Example, string Gives, IReadOnlyList<string>? Starts = null, IReadOnlyList<string>? Ends = null)
{
    /// <summary>All, from <c>ends.json</c>; of one line the first that matches counts.</summary>
    public static readonly IReadOnlyList<EndRule> All = LogRules.Load("ends.json", LogRulesJson.Default.IReadOnlyListEndRule);
    public static readonly RuleIndex Index = new(All.Select(r => new RulePlace(r.Starts, r.Ends, r.Needs)));

    private readonly LinePattern _pattern = new(Needs, Pattern);

    public Match? Find(string line) => _pattern.Find(line);
}

/// <summary>What a line says of a single test's turn.</summary>
internal enum TurnRole
{
    Start,
    End,

    /// <summary>The test that started last ended; the line does not name it.</summary>
    EndOfLast,

    /// <summary>The next line names a test that was running.</summary>
    Next,
}

/// <summary>One way in which a runner says that a test, or a file of tests, has started or ended. The group <c>name</c> is the test.</summary>
internal sealed record TurnRule(TurnRole Does, string Needs, string Pattern, string Example, string Gives, IReadOnlyList<string>? Starts = null, IReadOnlyList<string>? Ends = null)
{
    /// <summary>All, from <c>starts.json</c>; of one line the first that matches counts.</summary>
    public static readonly IReadOnlyList<TurnRule> All = LogRules.Load("starts.json", LogRulesJson.Default.IReadOnlyListTurnRule);
    public static readonly RuleIndex Index = new(All.Select(r => new RulePlace(r.Starts, r.Ends, r.Needs)));

    private readonly LinePattern _pattern = new(Needs, Pattern);

    public Match? Find(string line) => _pattern.Find(line);
}

/// <summary>Whose line it is.</summary>
internal enum LogSpeaker
{
    /// <summary>Whoever runs a job.</summary>
    Job,

    /// <summary>A runner of tests, or a tool that builds.</summary>
    Runner,
}

/// <summary>A line that no service prints: it is a job's, or that of a runner of tests in it.</summary>
internal sealed record SignRule(LogSpeaker What, string Needs, string Pattern, string Example)
{
    /// <summary>All, from <c>signs.json</c>.</summary>
    public static readonly IReadOnlyList<SignRule> All = LogRules.Load("signs.json", LogRulesJson.Default.IReadOnlyListSignRule);

    /// <summary>Asked of a log's first lines only.</summary>
    private static readonly RuleIndex Index = new(All.Select(r => new RulePlace(null, null, r.Needs)));

    private readonly LinePattern _pattern = new(Needs, Pattern);

    /// <returns>Null for a line that anybody could have printed.</returns>
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
        using var stream = typeof(LogRules).Assembly.GetManifestResourceStream($"Whybot.Analysis.Logs.{name}")!;
        return JsonSerializer.Deserialize(stream, type)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<EndRule>))]
[JsonSerializable(typeof(IReadOnlyList<TurnRule>))]
[JsonSerializable(typeof(IReadOnlyList<SignRule>))]
internal sealed partial class LogRulesJson : JsonSerializerContext;
