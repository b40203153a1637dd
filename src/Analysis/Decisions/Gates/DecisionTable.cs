using Whybot.Analysis.Inputs.History;

namespace Whybot.Analysis.Decisions.Gates;

/// <summary>The answer for a gate that waits for the bot (a deployment protection rule, a merge queue).</summary>
public enum GateAnswer
{
    Approve,
    Reject,

    /// <summary>The run says nothing about the commit; the waiting gate asks again.</summary>
    None,
}

/// <summary>What one decision means to the outside world.</summary>
/// <param name="Heading">The words that people read.</param>
/// <param name="Json">Its value in report.json, in the store and in workflow outputs.</param>
/// <param name="ExitCode">Exit code of <c>whybot analyze</c>.</param>
/// <param name="Sign">Symbol in front of headings.</param>
/// <param name="RequiredCheck">
/// Conclusion of a check run that can be required (<c>check.gates</c>). GitHub lets <c>success</c>, <c>neutral</c> and <c>skipped</c> pass, so only "go" uses
/// one of these.
/// </param>
/// <param name="OptionalCheck">Conclusion of a check run that only informs.</param>
/// <param name="Answer">The answer to a waiting gate.</param>
public sealed record DecisionRow(Decision Decision, string Heading, string Json, int ExitCode, string Sign, string RequiredCheck, string OptionalCheck,
    GateAnswer Answer);

/// <summary>
/// The only place that defines what a decision means for people, scripts, checks and gates, so they cannot disagree.
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

    /// <returns>Null for a word that is not a decision, such as the state of a run in progress.</returns>
    public static DecisionRow? Of(string? json) => Rows.FirstOrDefault(r => r.Json == json);

    /// <summary>The conclusion of the check run that shows a decision.</summary>
    /// <param name="gates">Whether the check can be required.</param>
    /// <param name="alsoFailing">Whether something else about the commit fails or is unknown; then the check is not a success, whatever was decided.</param>
    public static string CheckConclusion(Decision decision, bool gates, bool alsoFailing) => (gates, decision, alsoFailing) switch
    {
        (true, Decision.Go, true) => Of(Decision.NoGo).RequiredCheck,
        (false, Decision.Go, true) => Of(Decision.NoGo).OptionalCheck,
        (true, _, _) => Of(decision).RequiredCheck,
        _ => Of(decision).OptionalCheck,
    };
}
