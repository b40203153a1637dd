using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// What Perl's prove prints in addition to TAP: <c>Files=3, Tests=8</c>, skipped subtests, and files that ended badly without a failed test
/// (<c>t/b.t (Wstat: 65280 (exited 255) Tests: 1 Failed: 0)</c>).
/// </summary>
internal sealed partial class Prove
{
    private const int MostFiles = 500;

    private readonly List<(string File, ConsoleSection Section)> _files = [];
    private readonly Dictionary<string, LogLine> _died = new(StringComparer.Ordinal);
    private LogLine? _last;
    private LogLine? _dying;

    public IReadOnlyList<(string File, ConsoleSection Section)> Files => _files;
    public int Tests { get; private set; }
    public int Skipped { get; private set; }

    /// <summary>It wants every line: what a file prints before it dies is not TAP.</summary>
    public bool IsOpen { get; private set; }

    public void Stop() => IsOpen = false;

    public void Feed(LogLine line)
    {
        IsOpen |= Command().IsMatch(line.Text);
        if (Totals().Match(line.Text) is { Success: true } totals)
            Tests = Math.Min(Figure.Most, Tests + Figure.Of(totals.Groups["tests"]));
        else if (Less().Match(line.Text) is { Success: true } less)
            Skipped = Math.Min(Figure.Most, Skipped + Figure.Of(less.Groups["n"]));
        else if (line.Text.StartsWith("# Looks like your test exited with ", StringComparison.Ordinal))
            _dying = _last;
        else if (Dubious().Match(line.Text) is { Success: true } dubious)
            Die(dubious.Groups["file"].Value);
        else if (Ended().Match(line.Text) is { Success: true } ended && _files.Count < MostFiles)
            Add(ended.Groups["file"].Value, line);
        else if (_files.Count > 0 && Why().IsMatch(line.Text))
            _files[^1].Section.Add(line with { Text = line.Text.Trim() });
        if (line.Text.Trim() is { Length: > 0 } text && text[0] != '#')
            _last = line;
    }

    private void Die(string file)
    {
        if (_dying is not null && _died.Count < MostFiles)
            _died.TryAdd(file, _dying);
        _dying = null;
    }

    private void Add(string file, LogLine line)
    {
        var section = new ConsoleSection(file, line.Number);
        if (_died.TryGetValue(file, out var said))
            section.Add(said);
        _files.Add((file, section));
    }

    [GeneratedRegex(@"^(?:\S+/)?prove(?:\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Command();

    [GeneratedRegex(@"^Files=\d{1,7}, Tests=(?<tests>\d{1,7}),", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Totals();

    [GeneratedRegex(@"^\s+\(less (?<n>\d{1,7}) skipped subtests?:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Less();

    [GeneratedRegex(@"^  (?:Parse errors|Non-zero wait status): ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Why();

    /// <summary>The file's name and dots; how it ended comes after them or on the next line.</summary>
    [GeneratedRegex(@"^(?<file>\S+) \.{2,}\s*(?:Dubious|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Dubious();

    [GeneratedRegex(
        @"^(?<file>\S+)\s+\(Wstat: [1-9]\d*(?: \([^)]*\))? Tests: \d{1,7} Failed: 0\)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();
}
