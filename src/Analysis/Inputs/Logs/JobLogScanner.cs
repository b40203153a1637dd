using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>
/// Scans a job's log. The prefix that its container adds to each line is removed (<see cref="LogPrefix"/>); errors of the job start with <c>##[error]</c>. A
/// runner prints a section per failed test under a header that contains the test's name (<c>____ Class.test ____</c> of pytest, <c>● suite › test</c> of jest,
/// <c>1) file › test</c> of Playwright, <c>--- FAIL: Test</c> of go).
/// </summary>
internal sealed partial class JobLogScanner(string source, IReadOnlyCollection<string> failedTests)
{
    private const int MaxSectionLines = 60;
    private const int MaxErrors = 50;

    /// <summary>Per file.</summary>
    private const int MaxJobs = 200;

    private readonly Dictionary<string, IReadOnlyList<LogLine>> _sections = [];
    private readonly List<LogLine> _errors = [];
    private readonly HashSet<string> _names = [.. failedTests];
    private readonly List<(string Job, JobEndReader Reader)> _ends = [];
    private List<LogLine>? _open;
    private int _number;
    private int _current = -1;

    /// <summary>The line without its container's prefix and without colours.</summary>
    public static string Bare(string line)
    {
        // The prefix itself may be coloured.
        var text = line.Length > 0 && line[0] is Ansi.Escape ? Ansi.Strip(line) : line;
        return Ansi.Strip(text[LogPrefix.Of(text).Length..]).TrimEnd();
    }

    public static ReadOnlySpan<char> WithoutStamp(string line) => line.AsSpan(LogPrefix.Of(line).Length);

    public void Feed(string line)
    {
        _number++;
        var raw = line.Length > 0 && line[0] is Ansi.Escape ? Ansi.Strip(line) : line;
        var prefix = LogPrefix.Of(raw);
        var text = Ansi.Strip(raw[prefix.Length..]).TrimEnd();
        if (text.StartsWith("##[error]", StringComparison.Ordinal))
            Mark(text["##[error]".Length..]);
        else if (MayBeHeader(text) && Header().Match(text) is { Success: true } header)
            Open(header.Groups["name"].Value.Trim());
        else if (_open is not null && Closing().IsMatch(text))
            _open = null;
        else if (_open is { Count: < MaxSectionLines })
            _open.Add(new LogLine(_number, text));
        Ends(prefix.Job(raw)).Feed(_number, text);
    }

    public JobLog Finish() => new(source, _number, _sections, _errors) { Endings = [.. _ends.Select(e => e.Reader.Finish())] };

    /// <summary>The reader for the job that the line belongs to; most logs have only one.</summary>
    private JobEndReader Ends(ReadOnlySpan<char> job)
    {
        if (_current >= 0 && (job.Length == 0 || job.SequenceEqual(_ends[_current].Job)))
            return _ends[_current].Reader;
        var name = job.ToString();
        _current = _ends.FindIndex(e => e.Job == name);
        if (_current < 0 && _ends.Count == MaxJobs)
            _current = MaxJobs - 1;
        if (_current >= 0)
            return _ends[_current].Reader;
        _ends.Add((name, new JobEndReader(name.Length > 0 ? name : LogNames.JobOf(source), source)));
        _current = _ends.Count - 1;
        return _ends[_current].Reader;
    }

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

    /// <summary>A cheap check on every line, before the pattern is tried.</summary>
    private static bool MayBeHeader(ReadOnlySpan<char> line)
    {
        if (line.Length > 0 && char.IsWhiteSpace(line[0]))
            line = line.TrimStart();
        if (line.Length == 0)
            return false;
        if (!char.IsAsciiDigit(line[0]))
            return line[0] is '_' or '●' || (line[0] == '-' && line.StartsWith("--- FAIL"));
        var end = 1;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
            end++;
        return end < line.Length && line[end] == ')';
    }

    [GeneratedRegex(@"^(?:_{3,} (?<name>.+) _{3,}|\s*● (?<name>.+)|\s*\d+\) (?<name>.+ › .+?)(?: ─+)?|\s*--- FAIL: (?<name>\S+)(?: \(.*\))?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?:={5,}.*={5,}|-{5,} generated xml|Test Suites: |##\[(?:end)?group\])", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Closing();
}
