using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>What unittest prints about one failure: a header, the first line of the test's description, a rule, the traceback, and captured output.</summary>
/// <param name="doubtful">It was found in the captured output of another test.</param>
internal sealed partial class UnittestSection(string what, string header, int line, bool doubtful)
{
    private readonly ConsoleSection _read = new(header, line);
    private int _body = -1;

    public bool Doubtful => doubtful;

    /// <summary>There is a rule below its name. If a run broke off, nothing else separates it from other tools' errors.</summary>
    public bool Ruled { get; private set; }
    public bool IsUnexpected => what == "UNEXPECTED SUCCESS";
    public bool IsEmpty => _read.Lines.Count == 0;
    public bool Captured => _body >= 0;
    public bool HasTraceback => _read.Lines.Any(l => l.Text == "Traceback (most recent call last):");

    public void Add(LogLine read)
    {
        if (Ruled && !Captured && read.Text is "Stdout:" or "Stderr:")
            _body = _read.Lines.Count;
        Ruled |= IsRule(read.Text);
        _read.Add(read);
    }

    public TestCase Case(string source, string suite)
    {
        var (className, name) = Names(header);
        // nose2 does not say which function of a class or module failed; the traceback does.
        name = name == "_ErrorHolder" && _read.Lines.Select(l => Frame().Match(l.Text)).FirstOrDefault(m => m.Success) is { } frame
            ? frame.Groups["function"].Value : name;
        var isTest = !Fixture().IsMatch(name) && !className.StartsWith("unittest.", StringComparison.Ordinal)
            && !className.StartsWith("nose2.", StringComparison.Ordinal);
        return _read.Case(source, suite, className, name, null, IsUnexpected
            ? ["unexpected success: the test is marked as one that fails, and it passed"] : Message(),
            what == "ERROR" ? TestOutcome.Error : TestOutcome.Failed) with
        { Scope = isTest ? TestScope.Test : TestScope.Suite };
    }

    /// <summary>The text between the rule below the name and the rule after the last failure.</summary>
    private List<string> Message()
    {
        var lines = _read.Lines.Take(Captured ? _body : int.MaxValue).Select(l => l.Text).SkipWhile(l => !IsRule(l)).Skip(1).TakeWhile(l => !IsRule(l))
            .ToList();
        return PythonTraceback.Message(lines) is { Count: > 0 } said ? said : [.. lines.Where(l => l.Trim().Length > 0).Take(PythonTraceback.MostLines)];
    }

    private static bool IsRule(string line) => line.StartsWith("-----", StringComparison.Ordinal);

    /// <summary><c>test (module.Class)</c>, <c>test (module.Class.test)</c> since Python 3.11, <c>module.Class.test</c> in nose.</summary>
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

    [GeneratedRegex(@"^(?<name>\S+) \((?<class>[\w.]+)\)(?<more>.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^  File "".{1,600}"", line \d+, in (?<function>\w+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Frame();

    [GeneratedRegex("^(?:setUpClass|tearDownClass|setUpModule|tearDownModule|_ErrorHolder)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Fixture();
}
