using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Memory.Deployments;

namespace Whybot.Features.Dashboard.Runs;

/// <summary>How far a run has come.</summary>
/// <param name="Doing">What is going on, in words.</param>
/// <param name="Phases">Empty until there is a plan.</param>
public sealed record RunProgress(string Doing, IReadOnlyList<PhaseProgress> Phases)
{
    internal static RunProgress Of(DeploymentRun run, PlanFile? plan, IReadOnlyList<SuiteRun> started)
    {
        var counts = Counts.Read(run.Counts).Suites.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var phases = (plan?.Phases ?? []).Select(p => new PhaseProgress(p.Number, p.Name,
            [.. p.Suites.Select(s => new SuiteProgress(s.Name, State(s.Name, p.Number, started), counts.GetValueOrDefault(s.Name)))])).ToList();
        return new RunProgress(Said(run, phases), phases);
    }

    private static string Said(DeploymentRun run, IReadOnlyList<PhaseProgress> phases) => run.State switch
    {
        "waiting" => "Waiting for the services to be ready",
        "rechecking" => "Running what failed once more on the same commit",
        _ when phases.FirstOrDefault(p => p.Number == run.Phase) is { } phase => $"Phase {phase.Number} of {phases.Count}, {phase.Name}",
        _ => "About to start the first phase",
    };

    private static string State(string suite, int phase, IReadOnlyList<SuiteRun> started) =>
        started.Where(s => s.Phase == phase && s.Names.Contains(suite)).ToList() switch
        {
            [] => "waits",
            var runs when runs.All(r => r.Ended) => "ended",
            _ => "runs",
        };
}

/// <param name="Number">Starting at 1.</param>
public sealed record PhaseProgress(int Number, string Name, IReadOnlyList<SuiteProgress> Suites);

/// <param name="State">waits, runs, ended.</param>
/// <param name="Count">Its results so far; null if there are none.</param>
public sealed record SuiteProgress(string Name, string State, SuiteCount? Count);
