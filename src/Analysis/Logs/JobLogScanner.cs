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

    public static bool IsStamped(string line) => StampLength(line) > 0;

    /// <summary>Without its stamp and colours.</summary>
    public static string Bare(string line) => Ansi.Strip(line[StampLength(line)..]).TrimEnd();

    public static ReadOnlySpan<char> WithoutStamp(string line) => line.AsSpan(StampLength(line));

    /// <summary>Of <c>2026-10-12T08:02:00.0000000Z </c> in front; 0 where there is none. By hand: it is asked of every line of a log.</summary>
    private static int StampLength(ReadOnlySpan<char> line)
    {
        const string Shape = "0000-00-00T00:00:00.";
        if (line.Length < Shape.Length + 7)
            return 0;
        for (var i = 0; i < Shape.Length; i++)
            if (Shape[i] == '0' ? !char.IsAsciiDigit(line[i]) : line[i] != Shape[i])
                return 0;
        var at = Shape.Length;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
            at++;
        if (at - Shape.Length is not (6 or 7) || at == line.Length || line[at] != 'Z')
            return 0;
        return at + 1 < line.Length && line[at + 1] == ' ' ? at + 2 : at + 1;
    }

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

    [GeneratedRegex(@"^(?:_{3,} (?<name>.+) _{3,}|\s*● (?<name>.+)|\s*\d+\) (?<name>.+ › .+?)(?: ─+)?|\s*--- FAIL: (?<name>\S+)(?: \(.*\))?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?:={5,}.*={5,}|-{5,} generated xml|Test Suites: |##\[(?:end)?group\])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closing();
}
