using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads Perl's prove without <c>-v</c>, which shows no TAP lines: comments on failed tests (<c>#   Failed test 'name'</c>, with the reason below), the summary
/// of files that ended badly, and the count of all tests. With <c>-v</c> the tests are TAP, which has its own reader; then only the files are read here, and
/// what failed tests printed on the other stream.
/// </summary>
internal sealed partial class ProveConsole(string source, string suite) : IConsoleReader
{
    private readonly Prove _prove = new();
    private readonly List<ConsoleSection> _failures = [];
    private bool _open;
    private bool _isTap;
    private int _failed;

    public IEnumerable<string> Needles => ["ok ", "prove", "#   Failed test", "Wstat: ", "Files=", "skipped subtest", "Looks like your test", "Parse errors: "];
    public bool IsOpen => _open || _prove.IsOpen;

    public void Feed(LogLine line)
    {
        if (line.Text.StartsWith("##[", StringComparison.Ordinal))
        {
            _open = false;
            _prove.Stop();
            return;
        }
        _prove.Feed(line);
        _isTap |= TestPoint().IsMatch(line.Text);
        if (FailedTest().Match(line.Text) is { Success: true } failed)
            Fail(failed.Groups["name"].Value, line.Number);
        else if (_open && line.Text.TrimStart() is ['#', ..] said)
            _failures[^1].Add(line with { Text = said[1..] });
        else
            _open = false;
    }

    public ConsoleCases Finish()
    {
        var files = _prove.Files.Select(f => f.Section.Case(source, suite, "", f.File, null, f.Section.Lines.Select(l => l.Text), TestOutcome.Error)
            with
        { Scope = TestScope.Suite }).ToList();
        List<TestCase> cases = [.. _failures.Where(f => f.Lines.Count > 0).Select(f => f.Case(source, suite, "", f.Name, null, Message(f)))
            .DistinctBy(c => c.Id), .. files];
        if (_isTap)
            return new ConsoleCases(cases, 0, 0);
        if (_prove.Tests == 0)
            return new ConsoleCases(files, 0, 0);
        return ConsoleCases.Of(cases, Math.Max(0, _prove.Tests - Math.Max(_failed, _failures.Count) - _prove.Skipped), _prove.Skipped,
            ConsoleSection.Beyond(_failures.Count, _failed));
    }

    private void Fail(string name, int line)
    {
        _open = ++_failed <= ConsoleSection.MostFailing;
        if (_open)
            _failures.Add(new ConsoleSection(name, line));
    }

    /// <summary>The whole message, without the locations.</summary>
    private static string[] Message(ConsoleSection section) =>
        FailureMessages.Clean(null, string.Join('\n', section.Lines.Select(l => l.Text).Where(l => !Place().IsMatch(l)))).Split('\n');

    /// <summary>Test::More's comment on a failed test; its name is in quotes, or there is only the location.</summary>
    [GeneratedRegex(
        @"^ {0,40}#\s{1,3}Failed test (?:'(?<name>.{1,400})'|(?<name>at \S.{1,300} line \d{1,7}))\.?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex FailedTest();

    [GeneratedRegex(@"^(?:not )?ok \d{1,9}(?: |$)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex TestPoint();

    /// <summary><c>  at t/orders.t line 7.</c></summary>
    [GeneratedRegex(@"^\s+at \S.{0,300} line \d{1,7}\.$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();
}
