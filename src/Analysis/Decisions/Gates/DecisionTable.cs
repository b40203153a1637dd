using Whybot.Analysis.Gates;

namespace Whybot.Analysis.Decisions.Gates;

/// <summary>The answer that a gate which waits for the bot gets (a deployment protection rule, a merge queue).</summary>
public enum GateAnswer
{
    Approve,
    Reject,

    /// <summary>The run says nothing about the commit; whoever waits asks again.</summary>
    None,
}

/// <summary>What one decision means to everything outside.</summary>
/// <param name="Heading">The words that people read.</param>
/// <param name="Json">Its value in report.json, in the store and in workflow outputs.</param>
/// <param name="ExitCode">Of <c>whybot analyze</c>.</param>
/// <param name="Sign">In front of headings.</param>
/// <param name="RequiredCheck">
/// Conclusion of a check run that can be required (<c>check.gates</c>). GitHub lets <c>success</c>, <c>neutral</c> and <c>skipped</c> pass, so only go is one of these.
/// </param>
/// <param name="OptionalCheck">Conclusion of a check run that only informs.</param>
/// <param name="Answer">What a waiting gate is told.</param>
public sealed record DecisionRow(Decision Decision, string Heading, string Json, int ExitCode, string Sign, string RequiredCheck, string OptionalCheck, GateAnswer Answer);

/// <summary>
/// The one place that says what a decision is to people, scripts, checks and gates, so that they cannot disagree.
/// </summary>
public static class DecisionTable
{
    public static readonly IReadOnlyList<DecisionRow> Rows =
    [
        new(Decision.Go, "Go", "go", 0, "✅", "success", "success", GateAnswer.Approve),
        new(Decision.NoGo, "No-go", "no-go", 1, "❌", "failure", "neutral", GateAnswer.Reject),
        new(Decision.Inconclusive, "Inconclusive", "inconclusive", 2, "❔", "failure", "neutral", GateAnswer.Reject),
        new(Decision.NotReady, "Not ready", "not-ready", 2, "⏳", "failure", "neutral", GateAnswer.Reject),
        new(Decision.Void, "Void", "void", 4, "⚪", "cancelled", "cancelled", GateAnswer.None),
    ];

    public static DecisionRow Of(Decision decision) => Rows[(int)decision];

    /// <returns>Null for a word that is not a decision, such as the state of a run that goes on.</returns>
    public static DecisionRow? Of(string? json) => Rows.FirstOrDefault(r => r.Json == json);

    /// <summary>The conclusion of the check run that shows a decision.</summary>
    /// <param name="gates">The check can be required.</param>
    /// <param name="alsoFailing">Something else about the commit fails, or is not known: then it is no success, whatever was decided.</param>
    public static string CheckConclusion(Decision decision, bool gates, bool alsoFailing) => (gates, decision, alsoFailing) switch
    {
        (true, Decision.Go, true) => Of(Decision.NoGo).RequiredCheck,
        (false, Decision.Go, true) => Of(Decision.NoGo).OptionalCheck,
        (true, _, _) => Of(decision).RequiredCheck,
        _ => Of(decision).OptionalCheck,
    };
}
