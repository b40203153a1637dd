using System.Text.RegularExpressions;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results.Console;

/// <summary>
/// Reads Python's unittest and nose: below a double rule <c>FAIL: test (module.Class)</c> or <c>ERROR: …</c>, a rule, the traceback, whose last line says what
/// was wrong; at the end <c>Ran 7 tests in 1.2s</c> and the counts.
/// </summary>
internal sealed partial class UnittestConsole(string source, string suite) : IConsoleReader
{
    private readonly List<(ConsoleSection Section, TestOutcome Outcome)> _sections = [];
    private bool _ruled;
    private bool _open;
    private int _ran;
    private int _passed;
    private int _skipped;
    private int _failed;

    public IEnumerable<string> Needles => ["=====", "-----", "Ran ", "FAILED (", "OK"];
    public bool IsOpen => _open || _ruled;

    public void Feed(LogLine line)
    {
        if (_ruled && _sections.Count < ConsoleSection.MostFailing && Header().Match(line.Text) is { Success: true } header)
            _sections.Add((new ConsoleSection(header.Groups["name"].Value.Trim(), line.Number), header.Groups["what"].Value == "FAIL" ? TestOutcome.Failed : TestOutcome.Error));
        else if (Ran().Match(line.Text) is { Success: true } ran)
            (_ran, _open) = (Figure.Of(ran.Groups["n"]), false);
        else if (Ended().IsMatch(line.Text))
            Count(line.Text);
        else if (_open && !line.Text.StartsWith("=====", StringComparison.Ordinal))
            _sections[^1].Section.Add(line);
        _open = (_open || _ruled) && _sections.Count > 0 && !line.Text.StartsWith("=====", StringComparison.Ordinal) && !Ran().IsMatch(line.Text);
        _ruled = line.Text.StartsWith("=====", StringComparison.Ordinal) && line.Text.AsSpan().Trim('=').IsEmpty;
    }

    public ConsoleCases Finish() => ConsoleCases.Of([.. _sections.DistinctBy(s => s.Section.Name).Select(s => Case(s.Section, s.Outcome))], _passed, _skipped, _failed);

    private void Count(string text)
    {
        var skipped = Figure.Of(Skipped().Match(text).Groups["n"]);
        var bad = (int)Math.Min(Figure.Most, Bad().Matches(text).Sum(b => (long)Figure.Of(b.Groups["n"])));
        (_passed, _skipped, _failed, _ran) = (_passed + Math.Max(0, _ran - bad - skipped), _skipped + skipped, _failed + bad, 0);
    }

    private TestCase Case(ConsoleSection section, TestOutcome outcome)
    {
        var (className, name) = Names(section.Name);
        return section.Case(source, suite, className, name, null, Message(section), outcome);
    }

    /// <summary>Between the rule below the name and that below the last failure.</summary>
    private static List<string> Message(ConsoleSection section)
    {
        var lines = section.Lines.Select(l => l.Text).SkipWhile(l => !IsRule(l)).Skip(1).TakeWhile(l => !IsRule(l)).ToList();
        return PythonTraceback.Message(lines) is { Count: > 0 } said ? said : [.. lines.Where(l => l.Trim().Length > 0).Take(PythonTraceback.MostLines)];
    }

    private static bool IsRule(string line) => line.StartsWith("-----", StringComparison.Ordinal);

    /// <summary><c>test (module.Class)</c>, <c>test (module.Class.test)</c> since Python 3.11, <c>module.Class.test</c> of nose.</summary>
    private static (string ClassName, string Name) Names(string header)
    {
        if (InBrackets().Match(header) is { Success: true } named)
        {
            var (name, className) = (named.Groups["name"].Value, named.Groups["class"].Value);
            return (className.EndsWith("." + name, StringComparison.Ordinal) ? className[..^(name.Length + 1)] : className, name + named.Groups["more"].Value);
        }
        var dot = header.LastIndexOf('.');
        return dot > 0 && !header.Contains(' ') ? (header[..dot], header[(dot + 1)..]) : ("", header);
    }

    [GeneratedRegex("^(?<what>FAIL|ERROR): (?<name>.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?<name>\S+) \((?<class>[\w.]+)\)(?<more>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^Ran (?<n>\d{1,7}) tests? in [\d.]+s$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ran();

    [GeneratedRegex(@"^(?:FAILED \(.+\)|OK(?: \(.+\))?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"\b(?:skipped|SKIP)=(?<n>\d{1,7})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"(?:\(|, )(?:failures|errors)=(?<n>\d{1,7})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bad();
}
