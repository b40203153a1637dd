namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>jest's output about one failure.</summary>
/// <param name="Project">Distinguishes several configurations; null if there is only one.</param>
/// <param name="OfFile">The file did not run, or could not be closed.</param>
internal sealed record JestSection(string File, string? Project, ConsoleSection Section, bool OfFile)
{
    private const string Details = "Details:";

    /// <param name="names">The names in the list of the file's tests; null without a list.</param>
    public TestCase Case(string source, string suite, (string ClassName, string Name)? names)
    {
        var parts = Section.Name.Split(" › ");
        var (className, name) = names ?? (string.Join(' ', parts[..^1]), parts[^1]);
        var message = Message();
        var test = OfFile ? Section.Case(source, suite, "", File, File, message, TestOutcome.Error) with { Scope = TestScope.Suite }
            : Section.Case(source, suite, className, name, File, message);
        return test with { Variant = Project };
    }

    /// <summary>If jest cannot parse a file, it prints advice first.</summary>
    private List<string> Message()
    {
        var lines = Section.Lines.Select(l => l.Text).ToList();
        var details = lines.FindIndex(l => l.Trim() == Details);
        var message = ScriptMessage.Of(details < 0 ? lines : lines.Skip(details + 1));
        return message.Count > 0 ? message : ScriptMessage.Of(lines);
    }
}
