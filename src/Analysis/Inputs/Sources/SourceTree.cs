using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Sources;

/// <summary>The files of the repository at the tested commit that are known: those of failing tests, those on stacks, and changed ones.</summary>
public sealed class SourceTree(IReadOnlyList<SourceFile> files)
{
    /// <summary>Where the files are in a run's folder: <c>sources/src/cart.py</c> is the repository's <c>src/cart.py</c>.</summary>
    public const string Folder = "sources";

    public static readonly SourceTree None = new([]);

    private readonly ILookup<string, SourceFile> _byName = files.ToLookup(f => Name(f.Path), StringComparer.Ordinal);
    private ILookup<string, (SourceFile File, Definition Definition)>? _defined;
    private TestCodeFinder? _tests;

    public IReadOnlyList<SourceFile> Files => files;

    /// <summary>All definitions of all files, by their names.</summary>
    internal ILookup<string, (SourceFile File, Definition Definition)> Defined => _defined ??= files
        .SelectMany(f => f.Definitions.Select(d => (File: f, Definition: d))).ToLookup(d => d.Definition.Name, StringComparer.Ordinal);

    /// <summary>The code of tests; what it looks up is built once for all causes.</summary>
    internal TestCodeFinder Tests => _tests ??= new TestCodeFinder(this);

    /// <param name="path">As a stack or a patch gives it; parts in front may be missing, or the machine's.</param>
    /// <returns>Null if there is no such file, or several.</returns>
    internal SourceFile? Find(string path)
    {
        var same = _byName[Name(path)].Where(f => f.Path == path || RepositoryPaths.Same(f.Path, path)).ToList();
        return same.Find(f => f.Path == path) ?? (same.Count == 1 ? same[0] : null)
            ?? (path.Contains('/') || _byName[path].Skip(1).Any() ? null : _byName[path].FirstOrDefault());
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
