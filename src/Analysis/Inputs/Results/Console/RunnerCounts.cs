using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// A runner's counts, by the groups <c>ran</c>, <c>passed</c>, <c>failed</c>, <c>errors</c>, <c>skipped</c>, <c>incomplete</c>, <c>rest</c> and <c>of</c> of
/// its rules. If a group matches several times in a line, the numbers are added. Counts of classes are only used until those of the whole run come.
/// </summary>
internal sealed class RunnerCounts
{
    private Sum _all;
    private Sum _suites;
    private (string Text, int Line) _last = ("", -1);

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct Sum
    {
        public int Passed;
        public int Skipped;
        public int Failed;

        /// <summary>From totals that do not separate the skipped from the passed.</summary>
        public int NotFailed;

        /// <summary>From totals that only give the number of tests.</summary>
        public int Of;
    }

    /// <param name="ofSuite">Counts of one class or file; the totals that follow include them again.</param>
    public void Count(Match found, LogLine line, bool ofSuite)
    {
        // Some formatters write their totals twice, one after the other.
        var twice = _last.Text == line.Text && line.Number == _last.Line + 1;
        _last = (line.Text, line.Number);
        if (twice)
            return;
        if (ofSuite)
        {
            Add(ref _suites, found);
            return;
        }
        _suites = default;
        Add(ref _all, found);
    }

    public void OnePassed() => _all.Passed++;

    public ConsoleCases Of(IReadOnlyCollection<TestCase> cases)
    {
        var (bad, skippedNames) = (cases.Count(c => c.Bad && c.Scope == TestScope.Test), cases.Count(c => c.Outcome.IsSkip()));
        var notFailed = Math.Max(0, _all.NotFailed + _suites.NotFailed - skippedNames);
        var rest = Math.Max(0, _all.Of + _suites.Of - bad - skippedNames);
        return ConsoleCases.Of(cases, _all.Passed + _suites.Passed + notFailed + rest, _all.Skipped + _suites.Skipped, _all.Failed + _suites.Failed);
    }

    private static void Add(ref Sum sum, Match found)
    {
        var (failed, skipped) = (Number(found, "failed") + Number(found, "errors"), Number(found, "skipped") + Number(found, "incomplete"));
        var others = Math.Max(0, Number(found, "ran") - failed - skipped);
        sum.Passed += found.Groups["passed"].Success ? Number(found, "passed") : found.Groups["rest"].Success ? 0 : others;
        sum.NotFailed += found.Groups["rest"].Success ? others : 0;
        sum.Skipped += skipped;
        sum.Failed += failed;
        sum.Of += Number(found, "of");
    }

    private static int Number(Match found, string group) => (int)Math.Min(Figure.Most, found.Groups[group].Captures.Sum(c => (long)Figure.Of(c)));
}
