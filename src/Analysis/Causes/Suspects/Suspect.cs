using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A change that can explain a cluster.</summary>
/// <param name="Score">Sum of the points in its favour; see <see cref="SuspectRanker"/>.</param>
/// <param name="Established">True if what the change touched is what the error names, and no other change comes close.</param>
/// <param name="Because">In words, strongest first.</param>
/// <param name="Keys">The names and literals that the change and the error share.</param>
internal sealed record Suspect(Commit Commit, ChangedFile File, double Score, bool Established, IReadOnlyList<Prose> Because, IReadOnlyList<string> Keys,
    IReadOnlyList<Citation> Citations)
{
    /// <summary>Nothing in the change is found in the error; only its module has a similar name to what failed.</summary>
    public bool ByNameOnly { get; init; }
}
