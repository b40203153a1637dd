using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>One entry of node's list of failing tests.</summary>
/// <param name="File">Null if there is no location above it.</param>
/// <param name="IsTodo">It is marked as a to-do test, and may fail.</param>
internal sealed partial record NodeFailure(string Name, string? File, bool IsTodo, ConsoleSection Section)
{
    /// <summary>Node only says that tests inside it failed.</summary>
    public bool IsOfSubtests => Section.Lines.FirstOrDefault(l => l.Text.Trim().Length > 0) is { } first && Subtests().IsMatch(first.Text);

    /// <summary>A file that could not run is listed as a test.</summary>
    private bool IsFile => Script().IsMatch(Name);

    public TestCase Case(string source, string suite, NodeTree tree, NodeUncaught uncaught)
    {
        var said = ScriptMessage.Of(Section.Lines.Select(l => l.Text)) is [['\'', .. var bare, '\'']]
            ? [bare] : ScriptMessage.Of(Section.Lines.Select(l => l.Text));
        if (IsFile)
            return Section.Case(source, suite, "", Name, File ?? Name, uncaught.Of(Name) is { Count: > 0 } thrown ? thrown : said,
                TestOutcome.Error) with
            { Scope = TestScope.Suite };
        var className = tree.SuiteOf(Name);
        var test = Section.Case(source, suite, className, Name, File, said) with { Scope = tree.IsSuite(className, Name) ? TestScope.Suite : TestScope.Test };
        return said is [var only] && only.Contains("did not finish before its parent and was cancelled", StringComparison.Ordinal)
            ? test with { Outcome = TestOutcome.NotRun, Failure = null } : test;
    }

    [GeneratedRegex(@"^\s*'?\d{1,7} subtests? failed'?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Subtests();

    [GeneratedRegex(@"^\S+\.[cm]?[jt]s$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Script();
}
