using Whybot.Analysis.Gates;
using Whybot.Analysis.Results;

namespace Whybot.Analysis.Decisions.Acting;

/// <summary>One thing that has to hold before something is started.</summary>
/// <param name="Name">One word.</param>
/// <param name="Why">In words, with names from outside in them: what was seen, whether it is met or not.</param>
public sealed record ActionCondition(string Name, bool Met, string Why);

/// <summary>
/// What has to hold before a workflow is started after a run. Each condition is looked at by itself, so that a refusal can name all that are not met.
/// </summary>
public static class ActionConditions
{
    /// <summary>Name of the condition that the run was decided so.</summary>
    public const string Decided = "decision";

    /// <summary>Name of the condition that its deployment is the environment's newest.</summary>
    public const string Newest = "newest";

    /// <summary>A promotion carries what was tested further: it needs everything to be known, and to be well.</summary>
    public static IReadOnlyList<ActionCondition> Promotion(Decision decision, string reason, ActionFacts facts) =>
    [
        Is(Decision.Go, decision, reason), Inputs(facts), Suites(facts), Jobs(facts), Recheck(facts), Void(decision, facts), IsNewest(facts),
    ];

    /// <summary>A rollback takes back what was found to be broken: what was found must be about this deployment, and be read.</summary>
    public static IReadOnlyList<ActionCondition> Rollback(Decision decision, string reason, ActionFacts facts) =>
        [Is(Decision.NoGo, decision, reason), Results(facts), Void(decision, facts), IsNewest(facts)];

    public static IReadOnlyList<ActionCondition> Unmet(this IEnumerable<ActionCondition> conditions) => [.. conditions.Where(c => !c.Met)];

    private static ActionCondition Is(Decision needed, Decision decision, string reason) =>
        new(Decided, decision == needed, $"the decision is {Word(decision)}{(reason.Length > 0 ? $": {reason}" : "")}");

    private static ActionCondition Inputs(ActionFacts facts) => Whole("inputs", facts.Unread, "every input was read completely");

    /// <summary>A log that was cut takes nothing from a failure that was read.</summary>
    private static ActionCondition Results(ActionFacts facts) =>
        Whole("results", [.. facts.Unread.Where(p => !p.Source.StartsWith("logs/", StringComparison.Ordinal))], "every result that there is was read completely");

    private static ActionCondition Whole(string name, IReadOnlyList<InputProblem> problems, string met) => problems switch
    {
        [] => new ActionCondition(name, true, met),
        [var only] => new ActionCondition(name, false, $"{only}"),
        [var first, ..] => new ActionCondition(name, false, $"{problems.Count} inputs were not read completely; {first}"),
    };

    private static ActionCondition Suites(ActionFacts facts) => facts.Silent.Count == 0 ? new ActionCondition("suites", true, "every planned suite ran")
        : new ActionCondition("suites", false, $"no test of {string.Join(", ", facts.Silent)} is known to have run");

    private static ActionCondition Jobs(ActionFacts facts)
    {
        var jobs = facts.Jobs.Where(j => !j.Again).ToList();
        var bad = jobs.Where(j => !j.EndedWell).ToList();
        return jobs.Count == 0 ? new ActionCondition("jobs", false, "how its jobs ended is not known")
            : bad.Count == 0 ? new ActionCondition("jobs", true, "every job ended well")
            : new ActionCondition("jobs", false, string.Join("; ", bad.Select(j => $"{JobWords.Of(j)}").Distinct()));
    }

    private static ActionCondition Recheck(ActionFacts facts) =>
        new("recheck", facts.Recheck.State is RecheckState.NotAsked or RecheckState.Green, facts.Recheck.Why);

    private static ActionCondition Void(Decision decision, ActionFacts facts) =>
        new("void", facts.Void is null && decision != Decision.Void, facts.Void ?? (decision == Decision.Void ? "the run is void" : "what was tested is what was deployed"));

    private static ActionCondition IsNewest(ActionFacts facts) => new(Newest, facts.Replaced is null, facts.Replaced ?? "it is the environment's newest deployment");

    private static string Word(Decision decision) => Gates.DecisionTable.Of(decision).Json;
}
