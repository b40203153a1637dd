using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Reports problems with the run itself: what is missing, what proves nothing, what could not be attributed.</summary>
internal static class RunWarnings
{
    /// <summary>All warnings, including the notes on the input.</summary>
    public static IReadOnlyList<Prose> All(Completeness completeness, Authenticity authenticity, RunView run) =>
        [.. run.Incident.Warnings.Select(w => Prose.Of($"{w}")), .. Of(completeness, authenticity, run)];

    private static IEnumerable<Prose> Of(Completeness completeness, Authenticity authenticity, RunView run)
    {
        // If the environment is not ready, nothing was meant to run.
        if (run.Totals.Ran == 0 && run.Readiness?.Services.Any(s => !s.Ready) == true)
            yield break;
        var notBegun = run.Incident.Plan?.NotBegun ?? [];
        if (notBegun.Count > 0)
            yield return $"the run ended after phase {run.Incident.Plan!.Reached ?? 0} of {run.Incident.Plan.Phases.Count} ({run.Incident.Plan.Stopped}): "
                + $"{Prose.List(notBegun, 8)} {(notBegun.Count == 1 ? "was" : "were"):t} not begun";
        var unexpected = completeness.MissingSuites.Except(notBegun).ToList();
        if (completeness.Incomplete && (notBegun.Count == 0 || unexpected.Count > 0))
            yield return completeness.Present >= completeness.Usual ? Prose.Of($"incomplete: suites that should have run did not")
                : Prose.Of($"incomplete: {completeness.Present} of the usual {completeness.Usual} tests "
                + $"ran{(completeness.Skipped > 0 ? Prose.Of($"; {completeness.Skipped} were skipped") : Prose.Empty)}");
        foreach (var suite in unexpected)
            yield return $"missing suite: {suite} did not run";
        foreach (var (suite, count) in completeness.MissingTests.Where(m => !completeness.MissingSuites.Contains(m.Key) && !notBegun.Contains(m.Key))
            .OrderBy(m => m.Key, StringComparer.Ordinal))
            yield return completeness.SkippedNow.GetValueOrDefault(suite) is > 0 and var skipped
                ? Prose.Of($"missing tests: {count} usual tests of {suite} "
                + $"{(skipped == count ? "were skipped" : $"did not run; {skipped} of them were skipped"):t}")
                : Prose.Of($"missing tests: {count} usual tests of {suite} did not run");
        // Several jobs may end with the same words.
        foreach (var cut in completeness.Cut.DistinctBy(c => c.Excerpt))
            yield return $"the job was ended early: {cut.Excerpt:q} ({cut.Place})";
        foreach (var suite in authenticity.Suites)
            yield return $"not authentic: passing tests of {suite} took 0.00 s; they did not really run and prove nothing";
        var single = authenticity.Unproved.Count(id => run.Incident.Tests.Any(t => t.Id == id && !authenticity.Suites.Contains(t.Suite)));
        if (single > 0)
            yield return $"{single} passing tests took 0.00 s though they usually take longer; they prove nothing";
        if (run.Incident.History.Runs.Count == 0)
            yield return $"no earlier run is known: missing tests, flakiness and regressions cannot be told";
    }
}
