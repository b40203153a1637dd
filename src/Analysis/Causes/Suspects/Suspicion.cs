using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A direct link: something that a change touched is what the error names.</summary>
/// <param name="Points">How strong it is, as a log-likelihood.</param>
/// <param name="Because">In words.</param>
/// <param name="Key">What the change and the error share; null for a link that does not suffice to be named.</param>
internal sealed record Suspicion(double Points, Prose Because, string? Key = null)
{
    private const double ForLoggingOnly = 0.2;
    private const double ForTestCode = 0.5;

    public bool Direct => Key is not null;

    /// <summary>Strongest first.</summary>
    public static IReadOnlyList<Suspicion> Of(Candidate candidate, FaultText fault, ChangeRange range)
    {
        var (file, patch) = (candidate.File, candidate.Patch);
        var module = fault.Mechanism.Id == "import-error" && MissingModule.Named(fault.Said).Count > 0;
        var links = module ? MissingModule.Of(file, patch, fault) : ChangedWords.Of(file, patch, fault, range.Rarity).Concat(AddedFault.Of(file, patch, fault))
            .Concat(fault.Environmental ? [] : ChangedCall.Of(file, patch, fault));
        links = links.Concat(ChangedPackages.Of(file, patch, fault));
        var factor = (patch.OnlyLogging ? ForLoggingOnly : 1) * (PathKinds.IsTest(file.Path) ? ForTestCode : 1);
        return [.. links.Select(s => s with { Points = s.Points * factor * (module ? 1 : Rareness(s, range)) }).OrderByDescending(s => s.Points)
            .ThenBy(s => s.Because.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>A name that is all over the changes tells nothing.</summary>
    private static double Rareness(Suspicion link, ChangeRange range) => link.Key is { } name ? range.Index.Rareness(name) : 1;
}
