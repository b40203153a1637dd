namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>A test that failed in one browser, or the browser itself.</summary>
/// <param name="Browser">With version and system: <c>Chrome 120.0.0 (Linux)</c>; empty if the reporter does not say.</param>
/// <param name="Name">With the suites' names in front, if the reporter does not separate them.</param>
internal sealed record KarmaFailure(string Browser, string ClassName, string Name, ConsoleSection Section, bool IsBroken)
{
    private string FullName => ClassName.Length > 0 ? $"{ClassName} {Name}" : Name;

    public bool IsSame(KarmaFailure other) =>
        !IsBroken && !other.IsBroken && (FullName == other.FullName || FullName.EndsWith(" " + other.FullName, StringComparison.Ordinal))
            && (other.Browser.Length == 0 || Browser.Length == 0 || Browser == other.Browser);

    public TestCase Case(string source, string suite)
    {
        var said = MessageLines.Dedent([.. Section.Lines.Select(l => l.Text).Where(l => l.Trim().Length > 0)]).TakeWhile(l => !ScriptMessage.IsPlace(l))
            .ToList();
        // A version in the name would turn it into a different test with every update.
        var browser = Browser.Length == 0 ? null : string.Join(' ', Browser.Split(' ').TakeWhile(w => !char.IsAsciiDigit(w[0])));
        return IsBroken
            ? Section.Case(source, suite, "", $"{Browser}", null, said.Count > 0 ? said : [Section.Name], TestOutcome.Error) with
            {
                Scope = TestScope.Run,
                Variant = browser
            }
            : Section.Case(source, suite, ClassName, Name, null, said) with { Variant = browser };
    }
}
