using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>Finds the suite that a test belongs to: by its file, by its class name read as a file, or by the result file's name.</summary>
public sealed class SuiteLookup
{
    private readonly IReadOnlyList<SuiteSettings> _suites;
    private readonly IReadOnlyDictionary<string, string> _folders;
    private readonly Dictionary<(string Suite, string ClassName, string? File), SuiteSettings> _found = [];

    public SuiteLookup(RepositorySettings settings) => (_suites, _folders) = (settings.Suites, settings.Paths);

    /// <summary>A test without a suite gets one made from its result file, whose name is also the category.</summary>
    public SuiteSettings Of(TestCase test)
    {
        // Without suites in the settings only the result file's name counts.
        var key = _suites.Count == 0 ? (test.Suite, "", null) : (test.Suite, test.ClassName, test.File);
        if (!_found.TryGetValue(key, out var suite))
            _found[key] = suite = Find(test);
        return suite;
    }

    /// <summary>Whether the settings name the test's suite.</summary>
    public bool Knows(TestCase test) => _suites.Contains(Of(test));

    /// <summary>The test's file: from the result file, or otherwise the file of its suite.</summary>
    public string? FileOf(TestCase test) => test.File ?? (Of(test).Files is [var only] ? only : Of(test).Files.FirstOrDefault(f => Names(f, test.ClassName)));

    /// <summary>The folder in which the test's suite runs, as the settings say; null for the repository's root.</summary>
    public string? FolderOf(TestCase test) => _folders.Count == 0 ? null
        : _folders.GetValueOrDefault(Of(test).Name) ?? _folders.GetValueOrDefault(test.Suite) ?? _folders.GetValueOrDefault(test.Suite.Split('/')[0])
            ?? _folders.GetValueOrDefault(RepositorySettings.EverySuite);

    /// <summary>
    /// A path that the test's results name, from the repository's root. Runners name files from where they run or by their full path; one that begins like the
    /// folder is taken for the latter.
    /// </summary>
    public string InRepository(TestCase test, string path) =>
        FolderOf(test) is not { } folder || path.StartsWith('/') || path.Split('/')[0] == folder.Split('/')[0] ? path : $"{folder}/{path}";

    /// <summary>The settings' suite with that name, or with the folder's name if a suite has written several files; the name as changed for file names also
    /// matches.</summary>
    public SuiteSettings Named(string suite)
    {
        var folder = suite.Split('/')[0];
        return _suites.FirstOrDefault(s => s.Name == suite) ?? _suites.FirstOrDefault(s => s.Name == folder || AsFile(s.Name) == folder)
            ?? new SuiteSettings(suite, suite, null, []);
    }

    private static string AsFile(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-'))
        .Trim('.', '-');

    private SuiteSettings Find(TestCase test) =>
        (test.File is { } file ? _suites.FirstOrDefault(s => s.Files.Any(f => RepositoryPaths.Same(f, RepositoryPaths.Relative(file)))) : null)
        ?? _suites.FirstOrDefault(s => s.Files.Any(f => Names(f, test.ClassName)))
        ?? Named(test.Suite);

    /// <summary><c>tests.e2e.test_x.TestY</c> is in <c>tests/e2e/test_x.py</c>.</summary>
    private static bool Names(string file, string className)
    {
        var dot = file.LastIndexOf('.');
        var module = (dot > 0 ? file[..dot] : file).Replace('/', '.');
        return module.Contains('.', StringComparison.Ordinal) && (className == module || className.StartsWith(module + ".", StringComparison.Ordinal));
    }
}
