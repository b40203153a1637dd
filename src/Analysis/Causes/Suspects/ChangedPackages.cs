using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A change of a package's version, if the error was raised in that package, or names it.</summary>
internal static class ChangedPackages
{
    private const double OnStack = 5;
    private const double InMessage = 4.5;

    /// <summary>Shorter names are words of their own: <c>qs</c>, <c>got</c>.</summary>
    private const int Shortest = 4;
    private const int MostTests = 12;

    public static IEnumerable<Suspicion> Of(ChangedFile file, Patch patch, FaultText fault)
    {
        if (!PackageChange.IsListedIn(file.Path))
            yield break;
        var raised = fault.Facts.Tests.Take(MostTests).SelectMany(t => RaisedIn(t.Failure!.Text)).Distinct().ToList();
        foreach (var change in PackageChange.Of(patch))
            if (raised.Exists(p => IsOf(p, change.Name)))
                yield return new Suspicion(OnStack, $"{new PackageOnStack(file, fault.Facts, change)}", change.Name);
            else if (change.Name.Length >= Shortest && !Tokens.IsCommon(change.Name.ToLowerInvariant()) && WordSearch.Whole(fault.Said, change.Name))
                yield return new Suspicion(InMessage, $"{new PackageInError(file, fault.Facts, change)}", change.Name);
    }

    /// <summary>The files of packages between the error and the first file of the repository. The runner is on every stack too, but at its outer end.
    /// </summary>
    public static IReadOnlyList<string> RaisedIn(string text)
    {
        var frames = StackFrames.Of(text).Select(f => f.Frame).ToList();
        // Python prints the innermost frame last, all others first.
        if (frames.Exists(f => f.Path.EndsWith(".py", StringComparison.Ordinal)))
            frames.Reverse();
        return frames.Exists(f => !f.Library) ? [.. frames.TakeWhile(f => f.Library).Select(f => f.Path)] : [];
    }

    /// <summary>Whether a file is the package's: <c>node_modules/name/</c>, <c>site-packages/name/</c>, <c>gems/name-1.2/</c>, <c>pkg/mod/host/name@v1.2/</c>,
    /// <c>registry/src/…/name-1.2/</c>.</summary>
    public static bool IsOf(string path, string name)
    {
        foreach (var spelled in new[] { name, name.Replace('-', '_') }.Distinct())
            for (var at = path.IndexOf($"/{spelled}", StringComparison.Ordinal); at >= 0; at = path.IndexOf($"/{spelled}", at + 1, StringComparison.Ordinal))
            {
                var end = at + 1 + spelled.Length;
                if (end < path.Length && (path[end] is '/' or '@' || (path[end] == '-' && end + 1 < path.Length && char.IsDigit(path[end + 1]))))
                    return true;
            }
        return false;
    }
}

/// <summary><c>it changed `filter-obj` from 1.1.0 to 5.1.0</c>.</summary>
internal abstract record PackageClaim(ChangedFile File, GroupFacts Cluster, PackageChange Change) : Claim
{
    protected Prose? Changed(ClaimFacts facts)
    {
        if (!PackageChange.Of(Patch.Parse(File.Patch)).Contains(Change)
            || new[] { Change.Name, Change.Before, Change.After }.OfType<string>().Any(w => !facts.Holds(File.Source, File.Pointer + "/patch", w)))
            return null;
        return Change switch
        {
            { Before: { } before, After: { } after } => Prose.Of($"it changed {Change.Name:q} from {before} to {after}"),
            { After: { } after } => Prose.Of($"it added {Change.Name:q} {after}"),
            _ => Prose.Of($"it removed {Change.Name:q}"),
        };
    }
}

/// <summary><c>…, and the error was raised in it</c>.</summary>
internal sealed record PackageOnStack(ChangedFile File, GroupFacts Cluster, PackageChange Change) : PackageClaim(File, Cluster, Change)
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        Changed(facts) is { } changed && Cluster.Tests.Any(t => ChangedPackages.RaisedIn(t.Failure!.Text)
            .FirstOrDefault(p => ChangedPackages.IsOf(p, Change.Name)) is { } path
            && facts.Reread(Citation.OfLines(t.Source, t.Failure.Line, t.Failure.EndLine, path)) is not null)
            ? Prose.Of($"{changed}, and the error was raised in it") : null;
}

/// <summary><c>…, and the error names it</c>.</summary>
internal sealed record PackageInError(ChangedFile File, GroupFacts Cluster, PackageChange Change) : PackageClaim(File, Cluster, Change)
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        Changed(facts) is { } changed && Cluster.Said(Speaker.Test, Speaker.Probe, Speaker.Platform)
            .Any(s => facts.Says(s, Change.Name, StringComparison.Ordinal)) ? Prose.Of($"{changed}, and the error names it") : null;
}
