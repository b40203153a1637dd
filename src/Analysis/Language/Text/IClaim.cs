namespace Whybot.Analysis.Language.Text;

/// <summary>A part of a sentence that states something about the evidence, so code can evaluate it: when the report is built, and again before it is
/// published.</summary>
internal interface IClaim
{
    /// <summary>What it evaluated to; null before it was evaluated.</summary>
    Prose? Printed { get; }
}
