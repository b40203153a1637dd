using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>One reason to suspect a change.</summary>
/// <param name="Points">Its weight; the sum decides.</param>
/// <param name="Because">In words.</param>
/// <param name="Key">What the change and the error share; null if it is only nearness.</param>
internal sealed record Suspicion(double Points, Prose Because, string? Key = null)
{
    /// <summary>What the change touched is what the error names. Nearness alone is not direct.</summary>
    public bool Direct => Key is not null;

    /// <summary>It is based on the module's name alone.</summary>
    public bool ByName { get; init; }
}
