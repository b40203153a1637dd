using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>What the log of a job says that did not end well, if the result files have failing tests.</summary>
/// <param name="NamesFailed">It names one of them.</param>
/// <param name="Said">Failing tests, or else the errors of the job itself; null for nothing.</param>
internal sealed record LoggedFailure(string Source, bool NamesFailed, ResultFile? Said);

/// <summary>
/// Finds the jobs that failed beside the one whose result files have failing tests, and for another reason: a build next to the tests. A job whose log names
/// one of those tests is explained by them, and so is one whose log gives no reason of its own.
/// </summary>
/// <param name="Results">Including what the logs of those jobs say.</param>
/// <param name="Own">Logs of jobs with a failure of their own; null if the result files have no failing test, so that every log speaks for its job.</param>
internal sealed record OtherJobs(IReadOnlyList<ResultFile> Results, IReadOnlySet<string>? Own)
{
    /// <param name="results">Of the result files.</param>
    /// <param name="recognised">Whether a log with one of the failing tests would have been recognised by its name.</param>
    public static OtherJobs Of(IReadOnlyList<ResultFile> results, IReadOnlyList<LoggedFailure> logs, IReadOnlyList<JobEnd> ends,
        IReadOnlyList<JobDifference> differences, bool recognised)
    {
        var failing = results.SelectMany(r => r.Cases).Where(c => c.Bad).ToList();
        if (failing.Count == 0)
            return new OtherJobs(results, null);
        // If it is known which job ran the failing tests, another one cannot have failed because of them.
        var ran = logs.Any(l => l.NamesFailed);
        var own = logs.Where(l => !l.NamesFailed && ends.FirstOrDefault(e => e.Source == l.Source) is { } end && !failing.Exists(t => IsOf(t, end))
            && (end.Stop is not null || SaysWhy(l, failing, differences, ran, recognised))).ToList();
        // A stub says only that something was not built, and the log of the job that wrote it says why.
        var (filled, used) = BuildStub.FilledFrom(results, [.. failing.Where(BuildStub.Is)], [.. own.Where(l => l.Said?.Cases.Any(c => c.Bad) == true)]);
        var rest = own.Where(l => !used.Contains(l)).ToList();
        return new OtherJobs([.. filled, .. rest.Select(l => l.Said).OfType<ResultFile>()], rest.Select(l => l.Source).ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsOf(TestCase test, JobEnd end) =>
        end.Suites.Any(s => test.Suite == s || test.Suite.StartsWith(s + "/", StringComparison.Ordinal));

    private static bool SaysWhy(LoggedFailure log, List<TestCase> failing, IReadOnlyList<JobDifference> differences, bool ran, bool recognised)
    {
        if (log.Said is { UnnamedFailed: > 0 })
            return false;
        var said = log.Said?.Cases.Where(c => c.Bad).ToList() ?? [];
        if (said.Exists(c => Repeats(c, failing)) || (said.Exists(c => c.Scope == TestScope.Test) && !recognised))
            return false;
        var least = ran ? Strength.Mention : Strength.Named;
        return said.Exists(c => c.Scope != TestScope.Job || StrengthOf(c) >= least) || differences.Any(d => d.Source == log.Source && d.Names);
    }

    private static bool Repeats(TestCase said, List<TestCase> failing) =>
        failing.Exists(f => f.Id == said.Id)
            || (FirstLine(said) is { Length: > 0 } line && failing.Exists(f => f.Failure?.Text.Contains(line, StringComparison.Ordinal) == true));

    private static Strength StrengthOf(TestCase job) => FirstLine(job) is { Length: > 0 } line
        ? Headlines.Of(line, JobNoise.IsConsequence(line) ? LineKind.Consequence : LineKinds.Of(line)) : Strength.None;

    private static string FirstLine(TestCase job) => job.Failure!.Message.Split('\n', 2)[0].Trim();
}
