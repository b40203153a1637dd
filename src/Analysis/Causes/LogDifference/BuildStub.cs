using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>An entry of a result file that stands for tests that could not be built, without the compiler's words: <c>Compilation failed</c>.</summary>
internal static partial class BuildStub
{
    private const int Longest = 60;

    public static bool Is(TestCase test) => test is { Bad: true, Failure: { Message.Length: <= Longest } failure }
        && (Phrase().IsMatch(failure.Message) || ((failure.Message.Length == 0 || failure.Message == FailureMessages.Silent) && Name().IsMatch(test.Name)))
        && failure.Text.Trim() is var text && (text.Length == 0 || text == failure.Message);

    /// <summary>Gives each stub the failure that the log of its job tells; logs that say the same stand for each other.</summary>
    /// <param name="logs">Of failed jobs, each with at least one failure.</param>
    /// <returns>The files, and the logs whose words they have now.</returns>
    public static (IReadOnlyList<ResultFile> Filled, IReadOnlySet<LoggedFailure> Used) FilledFrom(IReadOnlyList<ResultFile> results,
        IReadOnlyList<TestCase> stubs, IReadOnlyList<LoggedFailure> logs)
    {
        var told = stubs.Select(s => (Stub: s, Log: LogOf(s, logs))).Where(t => t.Log is not null)
            .ToDictionary(t => t.Stub, t => Said(t.Stub, t.Log!), (IEqualityComparer<TestCase>)ReferenceEqualityComparer.Instance);
        var used = told.Values.Select(FirstLine).ToHashSet(StringComparer.Ordinal);
        return ([.. results.Select(r => r.Cases.Any(told.ContainsKey)
                ? r with { Cases = [.. r.Cases.Select(c => told.TryGetValue(c, out var said) ? As(c, said) : c)] } : r)],
            logs.Where(l => told.Count > 0 && used.Contains(FirstLine(l.Said!.Cases.First(c => c.Bad)))).ToHashSet());
    }

    /// <summary>The only log, the one with the stub's name, or any if all say the same; null if it cannot be told.</summary>
    private static LoggedFailure? LogOf(TestCase stub, IReadOnlyList<LoggedFailure> logs)
    {
        if (logs.Count <= 1)
            return logs.FirstOrDefault();
        var named = logs.Where(l => LogNames.JobOf(l.Source) is var job && (Is(job, stub.Suite) || Is(job, LogNames.JobOf(stub.Source)))).ToList();
        return named is [var one] ? one
            : logs.Select(l => FirstLine(l.Said!.Cases.First(c => c.Bad))).Distinct(StringComparer.Ordinal).Count() == 1 ? logs[0] : null;
    }

    private static bool Is(string job, string name) => LogNames.Key(job) == LogNames.Key(name) || LogNames.EndsWith(job, name);

    /// <summary>Of several failures in a log, the one that names what the stub stands for.</summary>
    private static TestCase Said(TestCase stub, LoggedFailure log)
    {
        var bad = log.Said!.Cases.Where(c => c.Bad).ToList();
        var name = stub.ClassName.Length > 0 ? stub.ClassName : stub.Suite;
        return bad.Find(c => name.Length > 0 && c.Failure!.Text.Contains(name, StringComparison.Ordinal)) ?? bad[0];
    }

    private static string FirstLine(TestCase job) => job.Failure!.Message.Split('\n', 2)[0].Trim();

    private static TestCase As(TestCase stub, TestCase said) =>
        stub with { Source = said.Source, Line = said.Line, EndLine = said.EndLine, Failure = said.Failure };

    [GeneratedRegex(@"^\W*(?:the )?(?:build|compilation|compile|setup)(?: (?:has )?(?:failed|error|failure)| step failed)\W*$|^failed to (?:build|compile)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\b(?:build|compil\w+|setup) (?:failed|error)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Name();
}
