using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// The end of a Python process that crashed or hung: <c>Fatal Python error: Segmentation fault</c> with the frames of its threads (innermost first), or
/// pytest-timeout's <c>+++ Timeout +++</c> (innermost last). The frame of a test function shows which test it was.
/// </summary>
internal sealed partial class PytestCrash(string message, LogLine line, bool isTimeout)
{
    private const int MostLines = 400;
    private readonly ConsoleSection _section = new(message, line.Number);
    private int _lines;
    private (string File, string Test)? _test;
    private bool _other;

    public void Add(LogLine read)
    {
        if (_lines++ == 0 || _lines <= MostLines)
            _section.Add(read);
        _other = Thread().IsMatch(read.Text) || (_other && !Current().IsMatch(read.Text));
        if (!_other && (_test is null || isTimeout) && Frame().Match(read.Text) is { Success: true } frame)
            _test = (frame.Groups["file"].Value, frame.Groups["function"].Value);
    }

    /// <summary>Null if no test is known.</summary>
    public TestCase? Case(string source, string suite, PytestSession session)
    {
        var (file, test) = session.LastStarted is { } last ? (PytestNames.File(last.Id), PytestNames.Test(last.Id)) : _test is { } found
            ? (Below(session.Root, found.File), found.Test) : ("", "");
        if (test.Length == 0)
            return null;
        var (className, name) = PytestNames.Of(file, test);
        return _section.Case(source, suite, className, name, file, [message], TestOutcome.Error);
    }

    /// <summary>A worker's last output before it was lost belongs to the test that it was running.</summary>
    public TestCase Explain(TestCase failed) =>
        !isTimeout && _test is { } test && test.Test == failed.BaseName && failed.Failure is { } failure
            && failure.Message.Contains("' crashed while running '", StringComparison.Ordinal)
            ? failed with { Failure = failure with { Message = $"{failure.Message}\n{message}" } } : failed;

    private static string Below(string root, string file) =>
        root.Length > 0 && file.StartsWith(root, StringComparison.Ordinal) && file.Length > root.Length
            ? file[(root.Length + 1)..] : RepositoryPaths.Relative(file);

    [GeneratedRegex(@"^\s+File ""(?<file>[^""]{1,600}\.py)"", line \d+,? in (?<function>test\w*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Frame();

    [GeneratedRegex("^(?:Thread 0x|~{3,} Stack of (?!MainThread))", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Thread();

    [GeneratedRegex("^(?:Current thread 0x|~{3,} Stack of MainThread)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Current();
}
