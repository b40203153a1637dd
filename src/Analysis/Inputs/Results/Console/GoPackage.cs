using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>What <c>go test</c> printed about one package: its name comes last.</summary>
internal sealed partial class GoPackage
{
    private const int MostLoose = 40;
    private const int MostPrinted = 100;
    private const int MostFrames = 60;

    private readonly Dictionary<string, List<LogLine>> _printed = new(StringComparer.Ordinal);
    private readonly List<string> _running = [];
    private readonly Queue<LogLine> _loose = new();

    public List<(ConsoleSection Section, TestOutcome Outcome, double? Seconds)> Tests { get; } = [];

    /// <summary>It ended the process: a panic outside tests, a time-out.</summary>
    public ConsoleSection? Panic { get; private set; }

    public ConsoleSection? Race { get; set; }

    public bool IsOpen => Panic is not null || Current.Length > 0;

    /// <summary>The last test that <c>-v</c> reported as running; empty for none.</summary>
    public string Current { get; private set; } = "";

    /// <summary>A spec runner inside a test reported its specs itself.</summary>
    public bool HadSpecs { get; private set; }

    private bool _specs;

    public void RanSpecs() => (_specs, HadSpecs) = (true, true);

    /// <returns>Whether the test that is ending now ran them.</returns>
    public bool TakeSpecs()
    {
        var ran = _specs;
        _specs = false;
        return ran;
    }

    public void Run(string test)
    {
        Current = test;
        if (_running.Count < ConsoleSection.MostFailing && !_running.Contains(test))
            _running.Add(test);
    }

    public void Pause() => Current = "";

    public void End(string test)
    {
        Current = "";
        _running.Remove(test);
    }

    public IReadOnlyList<LogLine> TakePrinted(string test) => _printed.Remove(test, out var lines) ? lines : [];

    public void BeginPanic(LogLine line)
    {
        Panic ??= new ConsoleSection("", line.Number);
        Panic.Add(line);
    }

    /// <summary>A line printed by the running test, or by what is around the tests.</summary>
    public void Print(LogLine line)
    {
        if (Current.Length > 0)
        {
            if (!_printed.TryGetValue(Current, out var lines) && _printed.Count < ConsoleSection.MostFailing)
                _printed[Current] = lines = [];
            if (lines is { Count: < MostPrinted })
                lines.Add(line);
        }
        if (line.Text.Trim().Length == 0 || GoMessage.Noise().IsMatch(line.Text) || line.Text.StartsWith("go: ", StringComparison.Ordinal))
            return;
        if (_loose.Count == MostLoose)
            _loose.Dequeue();
        _loose.Enqueue(line);
    }

    /// <summary>The last lines that were not logged by a test.</summary>
    public IReadOnlyList<LogLine> LastWords => [.. _loose.TakeLast(3)];

    /// <summary>The test that ended the process: the one that was running, as listed by a time-out, shown by a stack, or reported by <c>-v</c>; null for
    /// none.</summary>
    public string? Culprit()
    {
        var lines = Panic?.Lines ?? [];
        var listed = false;
        foreach (var line in lines)
        {
            if (listed && Listed().Match(line.Text) is { Success: true } test)
                return test.Groups["name"].Value;
            listed |= line.Text.Trim() == "running tests:";
        }
        foreach (var line in lines.Take(MostFrames * 4))
            if (Frame().Match(line.Text) is { Success: true } frame && (_running.Count == 0
                || _running.Exists(r => r == frame.Groups["name"].Value || r.StartsWith(frame.Groups["name"].Value + "/", StringComparison.Ordinal))))
                return _running.FindLast(r => r.StartsWith(frame.Groups["name"].Value + "/", StringComparison.Ordinal)) ?? frame.Groups["name"].Value;
        return Current.Length > 0 ? Current : _running.LastOrDefault();
    }

    [GeneratedRegex(@"^\s+(?<name>\S+) \([\dhms.µ]+\)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Listed();

    [GeneratedRegex(
        @"^\S{0,300}\.(?<name>(?:Test|Example|Fuzz|Benchmark)\w*)(?:\.func\d+(?:\.\d+)*)?(?:\(|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Frame();
}
