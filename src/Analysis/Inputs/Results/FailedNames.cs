using System.Buffers;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Recognises lines of a log that name a failed test of the result files: the log is then of a job that ran it, or of one that reports about it. A name that
/// could be any word, such as <c>works</c>, only counts on a line with the name of its class.
/// </summary>
public sealed class FailedNames
{
    private const int MostTests = 200;
    private const int LeastLength = 6;

    private readonly SearchValues<string> _keys;
    private readonly ILookup<string, string?> _with;

    /// <param name="failed">Failed tests; of very many, the first ones are enough.</param>
    public FailedNames(IEnumerable<TestCase> failed)
    {
        var marks = failed.Take(MostTests).Select(Mark).ToList();
        IsComplete = marks.TrueForAll(m => m is not null);
        _with = marks.OfType<(string Key, string? With)>().ToLookup(m => m.Key, m => m.With, StringComparer.Ordinal);
        _keys = SearchValues.Create([.. _with.Select(g => g.Key)], StringComparison.Ordinal);
    }

    /// <summary>False if some failed test has a name that could be any word, so that a log may run it without being recognised.</summary>
    public bool IsComplete { get; }

    public bool IsIn(string line) => line.AsSpan().ContainsAny(_keys)
        && _with.Any(g => line.Contains(g.Key, StringComparison.Ordinal) && g.Any(w => w is null || line.Contains(w, StringComparison.Ordinal)));

    private static (string Key, string? With)? Mark(TestCase test)
    {
        var type = test.ClassName[(test.ClassName.LastIndexOfAny(['.', '/', '\\']) + 1)..];
        return IsDistinctive(test.BaseName) ? (test.BaseName, null) : IsDistinctive(type) && test.BaseName.Length > 0 ? (type, test.BaseName) : null;
    }

    private static bool IsDistinctive(string name) => name.Length >= LeastLength && !name.All(char.IsAsciiLetterLower);
}
