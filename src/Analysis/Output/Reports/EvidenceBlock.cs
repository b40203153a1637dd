using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Lines of a failing job's log that its last passes do not have.</summary>
/// <param name="Place">The first and the last line; its words are the line that says most.</param>
/// <param name="Telling">The few lines that matter, that line first; without secrets.</param>
/// <param name="Lines">How the block begins, up to <see cref="LogEvidence.MostLines"/> lines; without secrets.</param>
public sealed record EvidenceBlock(Citation Place, IReadOnlyList<string> Telling, IReadOnlyList<string> Lines)
{
    /// <summary><c>logs/unit.txt:12-40</c>.</summary>
    public string Range => Count == 1 ? Place.ShortPlace : $"{Place.ShortPlace}-{Place.EndLine}";

    public int Count => Place.EndLine!.Value - Place.Line!.Value + 1;
}
