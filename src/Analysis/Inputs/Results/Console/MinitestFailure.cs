using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>One failure of minitest, with its message up to its stack.</summary>
internal sealed partial class MinitestFailure(string className, string name, string? file, bool isError, ConsoleSection section)
{
    private bool _ended;

    /// <summary>It ends at the stack, or at the next two blank lines: what follows may be the dots of further tests.</summary>
    public void Add(LogLine line)
    {
        if (_ended)
            return;
        section.Add(line);
        _ended = section.Lines.Count > 1 && line.Text.Length == 0 && section.Lines[^2].Text.Length == 0;
    }

    public TestCase Case(string source, string suite)
    {
        var lines = section.Lines.Select(l => l.Text).SkipWhile(l => l.Trim().Length == 0).TakeWhile(l => !Frame().IsMatch(l) && !Dots().IsMatch(l));
        var said = MessageLines.Dedent([.. lines.Where(l => l.Trim().Length > 0 && !Named().IsMatch(l))
            .Select(l => Twice().Replace(l, m => $"{m.Groups["type"].Value}: "))]);
        return section.Case(source, suite, className, name, file, said, isError ? TestOutcome.Error : TestOutcome.Failed);
    }

    [GeneratedRegex(@"^\s+\S.*:\d{1,7}:in ['`]", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Frame();

    /// <summary>The progress reporter prints the test's name again, and the error's type before the error.</summary>
    [GeneratedRegex(@"^ \S{1,400}#\S{1,300} \([\d.]{1,12}s\)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<type>[A-Z][\w:]{0,200}): +\k<type>: ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Twice();

    [GeneratedRegex(@"^[.FES]{1,200}$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Dots();
}
