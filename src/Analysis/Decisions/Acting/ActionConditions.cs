using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation.Stability;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Decisions.Acting;

/// <summary>One condition that must be met before something is started.</summary>
/// <param name="Name">One word.</param>
/// <param name="Why">In words, including names from outside: what was seen, whether the condition is met or not.</param>
public sealed record ActionCondition(string Name, bool Met, string Why);

/// <summary>
/// The conditions for starting a workflow after a run. Each one is checked separately, so a refusal can name all that are not met.
/// </summary>
public static class ActionConditions
{
    /// <summary>Name of the condition that the run has the required decision.</summary>
    public const string Decided = "decision";

    /// <summary>Name of the condition that the run's deployment is the environment's newest.</summary>
    public const string Newest = "newest";

    /// <summary>A promotion sends the tested version further: everything must be known, and everything must be fine.</summary>
    public static IReadOnlyList<ActionCondition> Promotion(Decision decision, string reason, ActionFacts facts) =>
    [
        Is(Decision.Go, decision, reason), Inputs(facts), Suites(facts), Jobs(facts), Recheck(facts), Void(decision, facts), IsNewest(facts),
    ];

    /// <summary>A rollback undoes a deployment that was found broken: the findings must be about this deployment, and must have been read completely.</summary>
    public static IReadOnlyList<ActionCondition> Rollback(Decision decision, string reason, ActionFacts facts) =>
        [Is(Decision.NoGo, decision, reason), Results(facts), Void(decision, facts), IsNewest(facts)];

    public static IReadOnlyList<ActionCondition> Unmet(this IEnumerable<ActionCondition> conditions) => [.. conditions.Where(c => !c.Met)];

    private static ActionCondition Is(Decision needed, Decision decision, string reason) =>
        new(Decided, decision == needed, $"the decision is {Word(decision)}{(reason.Length > 0 ? $": {reason}" : "")}");

    private static ActionCondition Inputs(ActionFacts facts) => Whole("inputs", facts.Unread, "every input was read completely");

    /// <summary>A truncated log does not weaken a failure that was read.</summary>
    private static ActionCondition Results(ActionFacts facts) =>
        Whole("results", [.. facts.Unread.Where(p => !p.Source.StartsWith("logs/", StringComparison.Ordinal))],
            "every result that there is was read completely");

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
            : new ActionCondition("jobs", false, Prose.Join("; ", JobWords.Of(bad)).ToString());
    }

    private static ActionCondition Recheck(ActionFacts facts) =>
        new("recheck", facts.Recheck.State is RecheckState.NotAsked or RecheckState.Green, facts.Recheck.Why);

    private static ActionCondition Void(Decision decision, ActionFacts facts) =>
        new("void", facts.Void is null && decision != Decision.Void, facts.Void
            ?? (decision == Decision.Void ? "the run is void" : "what was tested is what was deployed"));

    private static ActionCondition IsNewest(ActionFacts facts) =>
        new(Newest, facts.Replaced is null, facts.Replaced ?? "it is the environment's newest deployment");

    private static string Word(Decision decision) => DecisionTable.Of(decision).Json;
}
