using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Whys;

public enum WhyStatus
{
    /// <summary>The evidence shows it.</summary>
    Established,

    /// <summary>The evidence supports it; something else is possible.</summary>
    Likely,

    /// <summary>The evidence stops here; the answer says how to go on.</summary>
    Unknown,
}

/// <summary>The steps from the symptom to the system.</summary>
public enum WhyStep
{
    Symptom = 1,
    Mechanism,
    Condition,
    Change,
    Escape,
    System,
}

/// <summary>One why: a question, its answer, and the evidence that was re-read.</summary>
/// <param name="Level">1-based, without gaps.</param>
public sealed record Why(int Level, WhyStep Rung, string Question, Prose Answer, WhyStatus Status, IReadOnlyList<Citation> Citations)
{
    /// <summary>What would continue the chain; null unless the why is unknown.</summary>
    public Prose? Next => Status == WhyStatus.Unknown ? Onward : null;

    /// <summary>What to do if the answer is dropped.</summary>
    internal Prose Onward { get; init; } = Prose.Empty;

    /// <summary>The point where the evidence stops.</summary>
    internal static Why Unknown(int level, WhyStep step, string question, Prose onward) =>
        new(level, step, question, $"The evidence stops here. {onward}", WhyStatus.Unknown, []) { Onward = onward };
}
