using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>Finds the suite that a test belongs to: by its file, by its class name read as a file, or by the result file's name.</summary>
public sealed class SuiteLookup
{
    private readonly IReadOnlyList<SuiteSettings> _suites;
    private readonly Dictionary<(string Suite, string ClassName, string? File), SuiteSettings> _found = [];

    public SuiteLookup(RepositorySettings settings) => _suites = settings.Suites;

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
