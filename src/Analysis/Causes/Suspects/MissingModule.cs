using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// Finds what can be the reason that a module cannot be loaded: a change that moved or removed it, one that decides what is packed or installed, one that
/// removed the imported name, or one that started to import it. A change inside the module itself cannot make it disappear.
/// </summary>
internal static partial class MissingModule
{
    public static IReadOnlyList<string> Named(string said) =>
        [.. Module().Matches(said).Select(m => m.Groups["module"].Value.TrimEnd('.')).Where(m => m.Length > 1).Distinct()];

    public static IEnumerable<Suspicion> Of(ChangedFile file, Patch patch, FaultText fault)
    {
        foreach (var module in Named(fault.Said))
        {
            if (Moved(file, module, fault) is { } moved)
                yield return moved;
            else if (PathKinds.IsBuild(file.Path) && Packing(file, patch, module) is { } packing)
                yield return packing;
            else if (NameTakenAway(file, patch, module, fault) is { } taken)
                yield return taken;
            else if (patch.Hunks.SelectMany(h => h.Added).Any(l => Import().IsMatch(l) && l.Contains(Last(module), StringComparison.Ordinal)))
                yield return new Suspicion(5, $"it began to import {new InError(fault.Facts, module)}", Last(module));
        }
    }

    private static Suspicion? Moved(ChangedFile file, string module, FaultText fault)
    {
        if (file.Status == "renamed" && file.PreviousPath is { } before && Is(before, module))
            return new Suspicion(10, $"it moved {before} to {file.Path}, and {new InError(fault.Facts, module)} is asked for under its old name", Last(module));
        return file.Status == "removed" && Is(file.Path, module)
            ? new Suspicion(9, $"it removed {file.Path}, which is {new InError(fault.Facts, module)}", Last(module)) : null;
    }

    private static Suspicion? Packing(ChangedFile file, Patch patch, string module)
    {
        var parts = module.Split('.', '/').Where(p => p.Length > 1).ToList();
        var lines = patch.Hunks.SelectMany(h => h.Added.Concat(h.Removed)).ToList();
        if (parts.FirstOrDefault(p => lines.Any(l => Whole(l, p))) is { } named)
            return new Suspicion(8, $"it changed what is packed or installed, naming {new InPatch(file, named)}", named);
        return lines.Any(l => Copying().IsMatch(l)) ? new Suspicion(6, $"it changed what is copied into the package or image", file.Path)
            : new Suspicion(1, $"it is a build file");
    }

    private static Suspicion? NameTakenAway(ChangedFile file, Patch patch, string module, FaultText fault)
    {
        var name = ImportedName().Match(fault.Said) is { Success: true } match ? match.Groups["name"].Value : null;
        return name is not null && Is(file.Path, module) && patch.RemovedNames.Contains(name)
            ? new Suspicion(8, $"it took {new InPatch(file, name)} out of {new InError(fault.Facts, module)}", name)
            : null;
    }

    /// <summary>Whether a path is the module with that dotted or relative name, or is inside the package of that name.</summary>
    private static bool Is(string path, string module)
    {
        var dot = path.LastIndexOf('.');
        var asModule = "." + (dot > path.LastIndexOf('/') ? path[..dot] : path).Replace('/', '.').Replace(".__init__", "", StringComparison.Ordinal)
            .Replace(".index", "", StringComparison.Ordinal);
        var wanted = "." + module.TrimStart('.', '/').Replace('/', '.');
        var bare = wanted.Split('.')[^1] is "js" or "ts" or "mjs" or "cjs" or "json" ? wanted[..wanted.LastIndexOf('.')] : wanted;
        return asModule.EndsWith(bare, StringComparison.Ordinal) || asModule.Contains(bare + ".", StringComparison.Ordinal);
    }

    private static string Last(string module) => module.Split('.', '/')[^1];

    private static bool Whole(string line, string word) =>
        Regex.IsMatch(line, $@"\b{Regex.Escape(word)}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"(?:[Nn]o module named|[Cc]annot find (?:module|package)|cannot import name '[^']+' from(?: partially initialized module)?|ClassNotFoundException:|NoClassDefFoundError:|cannot load such file --) ['""]?(?<module>[@\w./-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Module();

    [GeneratedRegex("cannot import name '(?<name>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex ImportedName();

    [GeneratedRegex(@"^\s*(?:import|from|using)\b|\brequire\(", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Import();

    [GeneratedRegex(@"^\s*(?:COPY|ADD|include|exclude|prune|graft|packages|package_dir|files|""files"")\b|find_packages|^\s*!?[\w*.-]+(?:/[\w*.-]*)*/?\s*$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Copying();
}
