using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads the lines in which tools say that the tests covered too little of the code: a job may fail for that alone, without a failing test. The message is in
/// the tool's own words.
/// </summary>
internal sealed partial class CoverageConsole(string source, string suite) : IConsoleReader
{
    private const int MostLimits = 20;
    private readonly List<LogLine> _limits = [];

    public IEnumerable<string> Needles => ["overage"];
    public bool IsOpen => false;

    public void Feed(LogLine line)
    {
        if (_limits.Count < MostLimits && Limit().IsMatch(line.Text))
            _limits.Add(line);
    }

    public ConsoleCases Finish() => new([], 0, 0) { Instead = _limits.Count == 0 ? [] : [Missed()] };

    private TestCase Missed()
    {
        var section = new ConsoleSection("coverage threshold", _limits[0].Number);
        _limits.ForEach(section.Add);
        return section.Case(source, suite, "", section.Name, null, _limits.Select(l => Mark().Replace(l.Text.Trim(), "")).Distinct(),
            TestOutcome.Failed) with
        { Scope = TestScope.Job };
    }

    /// <summary>
    /// jest; istanbul (nyc, c8, vitest, karma); coverage.py and pytest-cov, in two versions; SimpleCov; coverlet; JaCoCo says "covered ratio" and is read with
    /// Maven's errors.
    /// </summary>
    [GeneratedRegex("""
          ^Jest:\ .{0,300}\bcoverage\b.{0,100}\bnot\ met\b
        | ^Jest:\ Coverage\ for\ .{0,300}\bthreshold\b
        | ^(?:.{0,60}\bERROR\b.{0,20}:\ |)(?:.{0,120}:\ )?Coverage\ for\ \w{1,20}\ \([\d.]{1,12}%\)\ does\ not\ meet\ .{0,300}\bthreshold\b
        | ^(?:FAIL\ |ERROR:\ )?Required\ test\ coverage\ of\ [\d.]{1,12}%\ not\ reached
        | ^(?:ERROR:\ )?Coverage\ failure:\ total\ of\ [\d.]{1,12}\ is\ less\ than\ fail-under=
        | ^(?:Line|Branch)?\ ?[Cc]overage\ \([\d.]{1,12}%\)\ is\ below\ the\ expected\ minimum\ coverage
        | ^.{0,200}The\ (?:minimum|total)\ \w{1,20}\ coverage\ is\ below\ the\ specified\ 
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Limit();

    [GeneratedRegex("^(?:FAIL|ERROR:) ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Mark();
}
