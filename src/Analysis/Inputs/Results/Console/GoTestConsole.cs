using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads <c>go test</c>, with and without <c>-v</c>: <c>--- FAIL: Test/sub (0.00s)</c> with the test's log below (or, with <c>-v</c>, above it), panics, <c>ok
/// package</c> and <c>FAIL package</c>, and packages that do not build (<c># package</c> with the compiler's lines below). gotestsum's version of this output
/// ends with a summary.
/// </summary>
internal sealed partial class GoTestConsole(string source, string suite) : IConsoleReader
{
    private const int MostErrors = 400;

    private readonly List<TestCase> _cases = [];
    private readonly List<LogLine> _build = [];
    private readonly Dictionary<string, ConsoleSection> _broken = new(StringComparer.Ordinal);
    private readonly GotestsumSummary _summary = new(source, suite);
    private GoPackage _package = new();
    private ConsoleSection? _open;
    private int _indent;
    private ConsoleSection? _compiler;
    private bool _step;
    private bool _races;
    private int _passes;
    private int _failures;

    public TestRunner Runner => TestRunner.Go;

    public IEnumerable<string> Needles => ["--- ", "=== ", "FAIL", "ok  ", "?   ", ".go:", "go test", "gotestsum", "Specs in ", "OOPS: ", "DONE ",
        "WARNING: DATA RACE"];
    public bool IsOpen => _step || _races || _open is not null || _compiler is not null || _summary.IsOpen || _package.IsOpen;

    public void Feed(LogLine read)
    {
        var line = Unmarked(read);
        _step |= Begins().IsMatch(line.Text);
        if (_step && line.Text.StartsWith("##[endgroup]", StringComparison.Ordinal) && _package.Tests.Count == 0)
            // The end of the header of the step that runs it: its command and its shell are no words of the tests.
            _package = new GoPackage();
        else if (line.Text.StartsWith("##[", StringComparison.Ordinal))
            EndStep();
        else if (_summary.Feed(line))
            (_open, _compiler) = (null, null);
        else if (Ended().Match(line.Text) is { Success: true } ended)
            End(ended, line);
        else if (Running().Match(line.Text) is { Success: true } running)
            Run(running);
        else if (Package().Match(line.Text) is { Success: true } package)
            Close(package, line);
        else if (Header().Match(line.Text) is { Success: true } header)
            Compile(header, line);
        else if (_compiler is not null && Compiles().IsMatch(line.Text))
            _compiler.Add(line);
        else
            Say(line);
    }

    public ConsoleCases Finish()
    {
        Flush("");
        return _summary.Counted ? _summary.Finish(_cases)
            : ConsoleCases.Of(_cases, _passes > ConsoleSection.MostNamed ? _passes : 0, 0, ConsoleSection.Beyond(_failures, _failures));
    }

    /// <summary>A problem matcher of the job may mark the compiler's lines.</summary>
    private static LogLine Unmarked(LogLine line) => line.Text.StartsWith("##[error]", StringComparison.Ordinal)
        && BuildError().IsMatch(line.Text["##[error]".Length..].TrimStart())
        ? line with { Text = line.Text["##[error]".Length..] } : line;

    private void EndStep()
    {
        _step = false;
        _compiler = null;
        if (_package.Tests.Count > 0)
            Flush("");
        _open = null;
    }

    private void End(Match ended, LogLine line)
    {
        var outcome = ended.Groups["what"].Value switch { "FAIL" => TestOutcome.Failed, "PASS" => TestOutcome.Passed, _ => TestOutcome.Skipped };
        var name = ended.Groups["name"].Value;
        (_open, _compiler, _indent) = (null, null, ended.Groups["indent"].Length);
        var printed = _package.TakePrinted(name);
        _package.End(name);
        if (_package.TakeSpecs() && outcome == TestOutcome.Failed)
            // Its specs were already reported, one by one, by their own runner.
            return;
        if (outcome == TestOutcome.Failed ? ++_failures > ConsoleSection.MostFailing : ++_passes > ConsoleSection.MostNamed)
            return;
        var section = new ConsoleSection(name, line.Number);
        if (outcome == TestOutcome.Failed)
            foreach (var said in (_package.Race?.Lines ?? []).Concat(printed))
                section.Add(said);
        _package.Race = null;
        _package.Tests.Add((section, outcome, XmlResults.Seconds(ended.Groups["seconds"].Value)));
        _open = outcome == TestOutcome.Failed ? section : null;
    }

    private void Run(Match running)
    {
        (_open, _compiler) = (null, null);
        if (running.Groups["what"].Value == "PAUSE")
            _package.Pause();
        else
            _package.Run(running.Groups["name"].Value);
    }

    private void Compile(Match header, LogLine line)
    {
        (_open, _compiler) = (null, new ConsoleSection(header.Groups["name"].Value, line.Number));
        if (_broken.Count < ConsoleSection.MostFailing)
            _broken.TryAdd(_compiler.Name, _compiler);
    }

    /// <summary>Handles a line that does not start a test, a package or compiler output.</summary>
    private void Say(LogLine line)
    {
        _compiler = null;
        if (Specs().IsMatch(line.Text))
            _package.RanSpecs();
        if (line.Text.StartsWith("WARNING: DATA RACE", StringComparison.Ordinal))
            (_races, _package.Race) = (true, new ConsoleSection("", line.Number));
        if (_races)
        {
            _races = !line.Text.StartsWith("=====", StringComparison.Ordinal);
            _package.Race?.Add(line);
        }
        else if (_package.Panic is not null || (GoMessage.Panics().IsMatch(line.Text)
            && !(_open is not null && line.Text.Contains("[recovered", StringComparison.Ordinal)) && !IsLogged(line.Text)))
        {
            _package.BeginPanic(line);
            _open = null;
        }
        else if (_open is not null && !(IsLogged(line.Text) && line.Text.Length - line.Text.TrimStart().Length <= _indent))
            _open.Add(line);
        else if (_step || _package.Current.Length > 0)
            _package.Print(line);
        if (_build.Count < MostErrors && BuildError().IsMatch(line.Text))
            _build.Add(line);
    }

    /// <summary>A line that a test logged; with less indentation, it belongs to the outer test.</summary>
    private static bool IsLogged(string text) => text.Length > 0 && text[0] == ' ' && Logged().IsMatch(text);

    private void Close(Match package, LogLine line)
    {
        var name = package.Groups["name"].Value;
        _compiler = null;
        if (package.Groups["broken"].Success && ++_failures <= ConsoleSection.MostFailing)
        {
            var said = Said(name);
            var section = new ConsoleSection(name, said.Count > 0 ? said[0].Number : line.Number);
            foreach (var error in said)
                section.Add(error);
            _cases.Add(section.Case(source, suite, name, package.Groups["broken"].Value, null, said.Select(b => b.Text.Trim()), TestOutcome.Error)
                with
            { Scope = TestScope.Suite });
        }
        else if (package.Groups["failed"].Success)
            Outside(name, line);
        Flush(name);
    }

    /// <summary>The package's process ended for another reason than failed tests: a panic or a time-out in a test, an exit, a failed set-up.</summary>
    private void Outside(string package, LogLine line)
    {
        var culprit = _package.Culprit();
        var known = _package.Panic is not null && culprit is not null ? _package.Tests.Find(t => t.Outcome == TestOutcome.Failed
            && t.Section.Name == culprit).Section : null;
        if (known is not null)
        {
            foreach (var panic in _package.Panic!.Lines)
                known.Add(panic);
            return;
        }
        if ((_package.Panic is null && (_package.HadSpecs || _package.Tests.Exists(t => t.Outcome == TestOutcome.Failed)))
            || ++_failures > ConsoleSection.MostFailing)
            return;
        var said = _package.Panic?.Lines ?? _package.LastWords;
        var section = new ConsoleSection(culprit ?? "failed outside of its tests", said.Count > 0 ? said[0].Number : line.Number);
        foreach (var words in said)
            section.Add(words);
        var message = _package.Panic is null ? said.Reverse().Select(w => w.Text.Trim()) : GoMessage.Of(section);
        _cases.Add(section.Case(source, suite, package, section.Name, null, message, TestOutcome.Error)
            with
        { Scope = culprit is null ? TestScope.Suite : TestScope.Test });
    }

    /// <summary>The compiler's messages about the package; they come before all tests, far from the line that says the package failed.</summary>
    private IReadOnlyList<LogLine> Said(string package)
    {
        if (_broken.TryGetValue(package, out var block) && block.Lines.Any(l => l.Text.Trim().Length > 0))
            return [.. block.Lines.Where(l => l.Text.Trim().Length > 0)];
        return _build.Where(b => Folder(b.Text) is var folder && (folder == package || package.EndsWith("/" + folder, StringComparison.Ordinal)))
            .ToList() is { Count: > 0 } own ? own : [.. _build.Where(b => Folder(b.Text).Length == 0)];
    }

    private static string Folder(string error) =>
        error[..error.IndexOf(':', StringComparison.Ordinal)] is var file && file.LastIndexOf('/') is > 0 and var end ? file[..end].TrimStart('.', '/') : "";

    /// <summary>The package's name comes after its tests. A test that failed only because its subtests did is not an additional failure.</summary>
    private void Flush(string package)
    {
        var parents = _package.Tests.Where(p => p.Outcome == TestOutcome.Failed).SelectMany(p => GotestsumSummary.Parents(p.Section.Name))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (section, outcome, seconds) in _package.Tests.DistinctBy(p => p.Section.Name))
            if (outcome != TestOutcome.Failed)
                _cases.Add(ConsoleSection.Ended(source, suite, package, section.Name, outcome, section.Line, seconds));
            else if (!parents.Contains(section.Name))
                _cases.Add(section.Case(source, suite, package, section.Name, null, GoMessage.Of(section), TestOutcome.Failed, seconds));
        _package = new GoPackage();
        _open = null;
    }

    [GeneratedRegex(@"^(?<indent>\s*)--- (?<what>FAIL|PASS|SKIP): (?<name>\S+) \((?<seconds>[\d.]{1,12})s\)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"^=== (?<what>RUN|CONT|NAME|PAUSE)\s+(?<name>\S+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Running();

    [GeneratedRegex(
        @"^(?:(?<failed>FAIL)|ok  |\?   )\t?\s*(?<name>[\w./~-]+)(?:\s+(?:[\d.]+s|\(cached\)|\[(?<broken>build failed|setup failed)\]"
        + @"|\[no test files\])).*$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Package();

    /// <summary>What go build prints above the compiler's lines: the package and, after it in brackets, the test binary that it was built for.</summary>
    [GeneratedRegex(@"^# (?<name>[\w./~-]+)(?: \[[\w./~-]+\])?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Header();

    [GeneratedRegex(
        @"^\s|^(?:vet: )?\S*\.go:\d+|^(?:imports |package |note: |too many errors|collect2: |\S*\bld: |clang: |gcc: |cgo: )",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Compiles();

    [GeneratedRegex(@"^(?:vet: )?[\w./~-]+\.go:\d+:\d+: ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex BuildError();

    [GeneratedRegex(@"^\s+[\w.-]+\.go:\d+:(?:\s|$)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Logged();

    [GeneratedRegex(@"\bgo test\b|\bgotestsum\b|^=== RUN |^ok  \t|^FAIL\t", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Begins();

    /// <summary>Ginkgo and gocheck run all of their specs in one test.</summary>
    [GeneratedRegex(@"^Ran \d+ of \d+ Specs in |^(?:OOPS|OK): \d+ passed", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Specs();
}
