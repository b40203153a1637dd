using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Finds files of a repository by what failures say of them.</summary>
internal sealed class RepositoryFiles
{
    /// <summary>A name that more files have, such as <c>index</c>, says too little.</summary>
    private const int MostAlike = 5;

    /// <summary>Best ones of those whose words fit a test.</summary>
    private const int MostLike = 30;

    private readonly ILookup<string, RepositoryFile> _byName;
    private readonly List<RepositoryFile> _tests;
    private readonly ILookup<string, RepositoryFile> _byKey;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);

    public RepositoryFiles(IReadOnlyList<RepositoryFile> tree)
    {
        _byName = tree.ToLookup(f => Name(f.Path), StringComparer.Ordinal);
        // Larger ones first: of those that fit equally, a larger one is likelier to have the test.
        _tests = [.. tree.Where(f => PathKinds.IsTest(f.Path) && CodeLanguage.Of(f.Path) is not null).OrderByDescending(f => f.Size)
            .ThenBy(f => f.Path, StringComparer.Ordinal)];
        _byKey = _tests.SelectMany(f => TestedNames.Of([TestedNames.Stem(f.Path)]).Append(TestedNames.Key(TestedNames.Stem(f.Path))).Distinct()
            .Select(k => (Key: k, File: f))).ToLookup(k => k.Key, k => k.File, StringComparer.Ordinal);
        for (var i = 0; i < _tests.Count; i++)
            foreach (var word in NameWords.Of(_tests[i].Path).Distinct())
                if (_byWord.TryGetValue(word, out var having))
                    having.Add(i);
                else
                    _byWord[word] = [i];
    }

    /// <summary>The files that a path may mean, whose parts in front may be missing, or the machine's.</summary>
    public IEnumerable<RepositoryFile> At(string path)
    {
        var same = _byName[Name(path)].Where(f => RepositoryPaths.Same(f.Path, path)).ToList();
        return same.Find(f => f.Path == path) is { } exact ? [exact] : same.Count > 0 ? same.Take(MostAlike)
            : path.Contains('/') ? [] : _byName[path].Take(MostAlike);
    }

    /// <summary>The files that the test itself, its stack or its name gives.</summary>
    public IReadOnlyList<RepositoryFile> Of(WantedTest test)
    {
        var given = test.Paths.SelectMany(At).Where(f => PathKinds.IsTest(f.Path));
        var named = test.Places.Select(TestedNames.Key).Distinct().Select(k => _byKey[k].ToList()).Where(f => f.Count <= MostAlike).SelectMany(f => f);
        return [.. given.Concat(named).Distinct()];
    }

    /// <summary>Test files, those first whose paths share the rarest words with the test's names.</summary>
    public IReadOnlyList<RepositoryFile> Like(WantedTest test)
    {
        var scores = new double[_tests.Count];
        foreach (var word in test.Words)
            foreach (var at in _byWord.GetValueOrDefault(word) ?? [])
                scores[at] += Math.Log((_tests.Count + 1.0) / _byWord[word].Count);
        return [.. _tests.Zip(scores).OrderByDescending(s => s.Second).Take(MostLike).Select(s => s.First)];
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
