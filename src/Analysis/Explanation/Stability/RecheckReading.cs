using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Validity;

namespace Whybot.Analysis.Explanation.Stability;

/// <summary>
/// Evaluates the results of running failed tests again. A pass then proves that a test failed by chance only if the job really ended and every test that it was
/// asked to run was read. A failure is a failure in any case.
/// </summary>
internal sealed class RecheckReading
{
    private const string Again = "when it ran once more";

    private readonly Incident _incident;
    private readonly SuiteLookup _suites;
    private readonly List<JobEnd> _jobs;
    private readonly List<(TestCase Test, string Suite, ResultFile File)> _again;
    private readonly ILookup<(string Suite, string ClassName, string Name), TestCase> _before;

    public RecheckReading(Incident incident, SuiteLookup suites)
    {
        (_incident, _suites) = (incident, suites);
        _jobs = [.. incident.Jobs.Where(j => j.Again)];
        _before = incident.Tests.Where(_ => incident.Again.Count > 0).ToLookup(Key);
        _again = [.. incident.Again.SelectMany(f => f.Cases.Select(c => (c, suites.Of(c).Name, f)))];
    }

    public RecheckEnd End()
    {
        if (_jobs.Count == 0)
            return _incident.AskedAgain.Count == 0 && _incident.Again.Count == 0 ? RecheckEnd.NotAsked
                : new RecheckEnd(RecheckState.NotEnded, "how the job that ran tests once more ended is not known");
        var ends = _jobs.Select(EndOf).ToList();
        return ends.FirstOrDefault(e => e.State != RecheckState.Green)
            ?? ends[0] with { Why = $"{Tests(_again.Count(a => !a.Test.Outcome.IsSkip()))} ran once more and passed" };
    }

    /// <summary>The results whose passes can be trusted; from the others only the failures are kept.</summary>
    public IReadOnlyList<ResultFile> Proven()
    {
        // If the folder does not say how its jobs ended, only the results count.
        var whole = _jobs.Where(j => EndOf(j).State == RecheckState.Green || IsExplained(j)).ToList();
        bool IsProven(TestCase test, ResultFile file) => _jobs.Count == 0 ? file.Problems.Count == 0 : whole.Any(j => Ran(j, _suites.Of(test).Name));
        return [.. _incident.Again.Select(f => f with { Cases = [.. f.Cases.Where(c => c.Bad || IsProven(c, f)).Select(AsBefore)] })];
    }

    /// <summary>
    /// Gives the test the name it had when it failed: when fewer tests run, its name alone may or may not be enough to tell it from others.
    /// </summary>
    private TestCase AsBefore(TestCase test)
    {
        var same = _before[Key(test)].Where(b => b.Id == test.Id || test.Variant is null || b.Variant == test.Variant).ToList();
        return same is [var only] ? test with { Id = only.Id, Name = only.Name } : test;
    }

    private (string Suite, string ClassName, string Name) Key(TestCase test) => (_suites.Of(test).Name, test.ClassName, test.Name);

    /// <summary>The job failed because a test failed again, and everything else in it was read.</summary>
    private bool IsExplained(JobEnd job) =>
        job.State is JobState.Failed or JobState.Succeeded && Of(job).Any(a => a.Test.Bad) && Gap(job) is null;

    private RecheckEnd EndOf(JobEnd job)
    {
        if (Cut(job) is { } cut)
            return cut;
        var bad = Of(job).Where(a => a.Test.Bad).ToList();
        if (bad.Count > 0)
            return new RecheckEnd(RecheckState.Red, $"{Tests(bad.Count)} failed again: {bad[0].Test.Id}");
        if (!job.EndedWell)
            return new RecheckEnd(RecheckState.Red, $"{Again}, {JobWords.Of(job)}, and no failing test of it was read");
        return Gap(job) is { } gap ? new RecheckEnd(RecheckState.Unread, gap) : new RecheckEnd(RecheckState.Green, "");
    }

    private static RecheckEnd? Cut(JobEnd job) => job.State switch
    {
        JobState.Succeeded or JobState.Failed => null,
        JobState.Cancelled => new RecheckEnd(RecheckState.Cancelled, $"{Again}, {JobWords.Of(job)}"),
        JobState.TimedOut => new RecheckEnd(RecheckState.TimedOut, $"{Again}, {JobWords.Of(job)}"),
        JobState.RunnerLost => new RecheckEnd(RecheckState.Lost, $"{Again}, {JobWords.Of(job)}"),
        JobState.Killed or JobState.Aborted or JobState.NotStarted => new RecheckEnd(RecheckState.Killed, $"{Again}, {JobWords.Of(job)}"),
        _ => new RecheckEnd(RecheckState.NotEnded, $"{Again}, {JobWords.Of(job)}"),
    };

    /// <summary>What is unknown about the job's results; null for nothing.</summary>
    private string? Gap(JobEnd job)
    {
        var read = Of(job).Where(a => !a.Test.Outcome.IsSkip()).ToList();
        if (Of(job).SelectMany(a => a.File.Problems).FirstOrDefault() is { } problem)
            return $"{problem}";
        var names = read.Select(a => (a.Test.ClassName, a.Test.Name)).ToHashSet();
        var asked = Asked(job);
        var missing = asked.Where(t => !names.Contains((t.ClassName, t.Name))).ToList();
        if (missing.Count > 0)
            return $"{job.Name} ended, and of {missing.Count} of {Tests(asked.Count)} that had to run once more there is no result: {missing[0].Name}";
        return read.Count == 0 ? $"{job.Name} ended, and left no results when it ran once more" : null;
    }

    /// <summary>The tests that a job had to run again; if it had to run whole suites, those of their tests that had failed.</summary>
    private List<(string ClassName, string Name)> Asked(JobEnd job)
    {
        var asked = _incident.AskedAgain.Where(t => Ran(job, t.Suite)).Select(t => (t.ClassName, t.Name)).Distinct().ToList();
        return asked.Count > 0 ? asked : [.. _incident.Tests.Where(t => t.Bad && t.Scope == TestScope.Test && Ran(job, _suites.Of(t).Name))
            .Select(t => (t.ClassName, t.Name)).Distinct()];
    }

    private IEnumerable<(TestCase Test, string Suite, ResultFile File)> Of(JobEnd job) => _again.Where(a => Ran(job, a.Suite));

    /// <summary>A job that does not say what it ran may have run anything.</summary>
    private static bool Ran(JobEnd job, string suite) => job.Suites.Count == 0 || job.Suites.Contains(suite, StringComparer.Ordinal);

    private static string Tests(int count) => count == 1 ? "1 test" : $"{count} tests";
}
