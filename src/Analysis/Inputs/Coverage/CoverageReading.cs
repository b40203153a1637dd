using System.Globalization;

namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>Collects what one report says about the files that are asked for, while it is read; everything else is passed over.</summary>
internal sealed class CoverageReading(string source, WantedPaths wanted)
{
    private readonly Dictionary<string, MeasuredFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private MeasuredFile? _file;
    private int _lines;

    /// <summary>See <see cref="CoverageReport.Whole"/>.</summary>
    public bool Whole { get; set; } = true;

    /// <summary>Whether lines of the current file are kept.</summary>
    public bool IsWanted => _file is not null;

    /// <summary>The lines that follow are of this file.</summary>
    /// <param name="named">The name in the report; several if it is not clear what it is relative to.</param>
    /// <param name="part">The part of the report it is in, for formats in which parts may have files of the same name.</param>
    public void File(IReadOnlyList<string> named, string part = "")
    {
        var found = named.Select(n => (Named: n, Path: wanted.Find(n))).Where(f => f.Path is not null).ToList();
        _file = null;
        if (found.Select(f => f.Path!.Path).Distinct().Count() != 1)
            return;
        var (name, path) = (found[0].Named, found[0].Path!);
        if (!_files.TryGetValue(path.Path, out var file) || (path.Exact && !file.Exact))
            _files[path.Path] = file = new MeasuredFile($"{part}\n{name}", path.Exact);
        if (path.Exact == file.Exact)
            _file = file;
        file.IsAmbiguous |= _file is not null && !file.Exact && file.Name != $"{part}\n{name}";
    }

    /// <summary>No file until the next one begins.</summary>
    public void EndFile() => _file = null;

    /// <param name="number">The line's number in the file of code.</param>
    /// <param name="times">How often it was run.</param>
    /// <param name="at">The line of the report.</param>
    /// <param name="words">What is written there.</param>
    public void Line(ReadOnlySpan<char> number, ReadOnlySpan<char> times, int at, Func<string> words)
    {
        if (_file is null)
            return;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line) || line is 0 or > CoverageLimits.MaxLine)
            Broken(at, "no line number");
        else if (!double.TryParse(times, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) || !double.IsFinite(count) || count < 0)
            Broken(at, "not a number of times that a line was run");
        else
            Line(line, count > 0, at, words);
    }

    /// <summary>A line may be in a report several times; it was run if one of them says so.</summary>
    public void Line(int line, bool ran, int at, Func<string> words)
    {
        if (_file is null || (_file.Lines.TryGetValue(line, out var known) && (known.Ran || !ran)))
            return;
        if (++_lines > CoverageLimits.MaxLines)
        {
            Broken(at, $"more than {CoverageLimits.MaxLines:N0} lines of changed files; the rest is left out");
            return;
        }
        var written = words();
        _file.Lines[line] = new MeasuredLine(ran, at, written.Length > CoverageLimits.MaxWords ? written[..CoverageLimits.MaxWords] : written);
    }

    /// <summary>Something is not as it should be, so what is missing proves nothing; everything else is kept.</summary>
    public void Broken(int at, string reason)
    {
        Whole = false;
        if (_warnings.Count < CoverageLimits.MaxWarnings)
            _warnings.Add($"{source}:{at}: {reason}");
    }

    public CoverageReport Finish(string format) => new(source, format, Whole,
        _files.Where(f => !f.Value.IsAmbiguous && f.Value.Lines.Count > 0)
            .ToDictionary(f => f.Key, f => new FileCoverage(f.Value.Lines), StringComparer.Ordinal),
        _warnings);

    /// <param name="name">In the report, with the part that it is in.</param>
    private sealed class MeasuredFile(string name, bool exact)
    {
        public string Name => name;
        public bool Exact => exact;

        /// <summary>Two names in the report end alike.</summary>
        public bool IsAmbiguous { get; set; }
        public Dictionary<int, MeasuredLine> Lines { get; } = [];
    }
}
