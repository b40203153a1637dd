namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>One line in which vitest names what failed, with the message that it shares with its neighbours.</summary>
/// <param name="Name">Suites and test, between <c> > </c>; empty for a file.</param>
/// <param name="OfSuite">A file that did not load, or a suite whose set-up or tear-down failed.</param>
/// <param name="Sure">It is in a section of failures.</param>
internal sealed record VitestFailure(string File, string? Project, string Name, ConsoleSection Section, bool OfSuite, bool Sure)
{
    /// <param name="tries">How many attempts failed before: a test that was retried is named once for each.</param>
    public TestCase Case(string source, string suite, int tries)
    {
        var (className, name) = Name.Length == 0 ? ("", File) : Names(Name);
        return Section.Case(source, suite, className, name, File, ScriptMessage.Of(Section.Lines.Select(l => l.Text)), Name.Length == 0
            ? TestOutcome.Error : TestOutcome.Failed) with
        {
            Variant = Project,
            Scope = OfSuite ? TestScope.Suite : TestScope.Test,
            FailedAttempts = tries,
        };
    }

    public static (string ClassName, string Name) Names(string path)
    {
        var parts = path.Trim().Split(" > ");
        return (string.Join(' ', parts[..^1]), parts[^1]);
    }
}
