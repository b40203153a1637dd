using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// A change is nearer to a failure if the stack passes through its file, if its module has a similar name, or if it adds something that causes such faults.
/// </summary>
internal static class Nearness
{
    public const int HunkSlack = 3;

    public static IEnumerable<Suspicion> Of(ChangedFile file, Patch patch, FaultText fault)
    {
        if (!fault.Environmental && Stack(file, patch, fault) is { } stack)
            yield return stack;
        if (Module(file, fault) is { } module)
            yield return module;
        if (!fault.Environmental && patch.AddedNames.Intersect(fault.Mechanism.Verbs).FirstOrDefault() is { } verb && Place(file, fault) is { } place)
            yield return new Suspicion(SuspectRanker.NamedFrom, $"it added {new InPatch(file, verb)}, which can bring about such a fault, in {place}", verb);
        if (!fault.Environmental && fault.Mechanism.Family == FaultFamily.Value && SuiteOf(file, fault) is { } suite)
            yield return new Suspicion(SuspectRanker.NamedFrom, $"it changed the module that the failing suite {suite} is named after",
                suite)
            { ByName = true };
        if (!fault.Environmental && patch.Hunks.Select(h => h.Heading).SelectMany(h => Tokens.Of(h).Values)
            .FirstOrDefault(t => t.Kind is TermKind.Identifier or TermKind.ErrorType && fault.SaidTerms.ContainsKey(t.Text)) is { Text: { } name })
            yield return new Suspicion(2, $"it changed code inside {new InPatch(file, name)}, which the error names", name);
    }

    private static Suspicion? Stack(ChangedFile file, Patch patch, FaultText fault)
    {
        var frames = fault.Facts.Frames.Where(f => RepositoryPaths.Same(f.Path, file.Path)).ToList();
        if (frames.Count == 0)
            return null;
        return frames.FirstOrDefault(f => f.Line > 0 && patch.Touches(f.Line, HunkSlack)) is { } hit
            ? new Suspicion(6, $"{new StackPasses(file, fault.Facts, hit)}", hit.Path)
            : new Suspicion(2.5, $"{new StackPasses(file, fault.Facts, null)}");
    }

    /// <summary>The part of the path where such faults occur, or that the failure mentions.</summary>
    private static string? Place(ChangedFile file, FaultText fault) =>
        NameParts.Of(file.Path).FirstOrDefault(p => fault.Mechanism.Places.Contains(p) || fault.Words.Contains(p));

    private static string? SuiteOf(ChangedFile file, FaultText fault)
    {
        var stem = file.Path[(file.Path.LastIndexOf('/') + 1)..].Split('.')[0];
        return fault.Facts.Tests.All(t => Alike(t.Suite, stem) || t.ClassName == stem) ? stem : null;
    }

    /// <summary>The same word, or one that begins with the other: monitor and monitoring.</summary>
    private static bool Alike(string one, string two) =>
        one == two || (Math.Min(one.Length, two.Length) >= 5
            && (one.StartsWith(two, StringComparison.OrdinalIgnoreCase) || two.StartsWith(one, StringComparison.OrdinalIgnoreCase)));

    private static Suspicion? Module(ChangedFile file, FaultText fault)
    {
        var slash = file.Path.LastIndexOf('/');
        var stem = file.Path[(slash + 1)..];
        var shared = NameParts.Of(stem.Split('.')[0]).FirstOrDefault(fault.Words.Contains);
        return shared is null ? null : new Suspicion(1.5, $"its name shares {shared} with what failed");
    }
}
