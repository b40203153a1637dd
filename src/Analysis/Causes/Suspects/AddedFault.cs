using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A change that added something that causes such faults, such as a wait before a timeout, where they occur or where the failure points to.</summary>
internal static class AddedFault
{
    private const double Points = 4;

    public static IEnumerable<Suspicion> Of(ChangedFile file, Patch patch, FaultText fault)
    {
        if (!fault.Environmental && patch.AddedNames.Intersect(fault.Mechanism.Verbs).FirstOrDefault() is { } verb && Place(file, fault) is { } place)
            yield return new Suspicion(Points, $"it added {new InPatch(file, verb)}, which can bring about such a fault, in {place}", verb);
    }

    /// <summary>The part of the path where such faults occur, or that the failure mentions.</summary>
    private static string? Place(ChangedFile file, FaultText fault) =>
        NameParts.Of(file.Path).FirstOrDefault(p => fault.Mechanism.Places.Contains(p) || fault.Words.Contains(p));
}
