namespace Whybot.Analysis.Reports;

/// <summary>A part of a sentence that says something about the evidence, so that code can evaluate it: when the report is built, and again before it is given away.</summary>
internal interface IClaim
{
    /// <summary>What it was found to say; null before it was evaluated.</summary>
    Prose? Printed { get; }
}
