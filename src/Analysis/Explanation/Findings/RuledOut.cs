using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Findings;

/// <summary>A cause that was considered and ruled out, with the evidence against it.</summary>
public sealed record RuledOut(Prose What, Prose Because, IReadOnlyList<Citation> Citations);
