using System.Text.RegularExpressions;

namespace Whybot.Analysis.Logs;

/// <summary>
/// Scans a job log of GitHub Actions: each line is stamped (<c>2026-10-12T08:02:00.0000000Z text</c>), errors of the job start with <c>##[error]</c>.
/// A runner prints a section per failed test under a header that holds the test's name
/// (<c>____ Class.test ____</c> of pytest, <c>● suite › test</c> of jest, <c>1) file › test</c> of Playwright, <c>--- FAIL: Test</c> of go).
/// </summary>
internal sealed partial class JobLogScanner(string source, IReadOnlyCollection<string> failedTests)
{
    private const int MaxSectionLines = 60;
    private const int MaxErrors = 50;

    private readonly Dictionary<string, IReadOnlyList<LogLine>> _sections = [];
    private readonly List<LogLine> _errors = [];
    private readonly HashSet<string> _names = [.. failedTests];
    private List<LogLine>? _open;
    private int _number;

    public static bool IsStamped(string line) => Stamp().IsMatch(line);

    /// <summary>Without its stamp and colours.</summary>
    public static string Bare(string line) => Ansi.Strip(Stamp().Replace(line, "")).TrimEnd();

    public void Feed(string line)
    {
        _number++;
        var text = Bare(line);
        if (text.StartsWith("##[error]", StringComparison.Ordinal))
            Mark(text["##[error]".Length..]);
        else if (Header().Match(text) is { Success: true } header)
            Open(header.Groups["name"].Value.Trim());
        else if (Closing().IsMatch(text))
            _open = null;
        else if (_open is { Count: < MaxSectionLines })
            _open.Add(new LogLine(_number, text));
    }

    public JobLog Finish() => new(source, _number, _sections, _errors);

    private void Mark(string error)
    {
        _open = null;
        if (_errors.Count < MaxErrors)
            _errors.Add(new LogLine(_number, error));
    }

    private void Open(string header)
    {
        var last = header.Split(" › ")[^1].Trim();
        var name = _names.Contains(last) ? last : header[(header.LastIndexOf('.', NameEnd(header)) + 1)..];
        if (!_names.Contains(name))
        {
            _open = null;
            return;
        }
        _open = [];
        _sections.TryAdd(name, _open);
    }

    /// <summary>A dot inside the parameters of <c>Class.test[a.b]</c> does not separate the class.</summary>
    private static int NameEnd(string header) => header.IndexOf('[', StringComparison.Ordinal) is var at and > 0 ? at : header.Length - 1;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6,7}Z ?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^(?:_{3,} (?<name>.+) _{3,}|\s*● (?<name>.+)|\s*\d+\) (?<name>.+ › .+?)(?: ─+)?|\s*--- FAIL: (?<name>\S+)(?: \(.*\))?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?:={5,}.*={5,}|-{5,} generated xml|Test Suites: |##\[(?:end)?group\])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closing();
}
