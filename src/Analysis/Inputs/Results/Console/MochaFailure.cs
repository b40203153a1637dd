using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>One of mocha's numbered failures: the names of its suites and of the test, one below the other, and its message.</summary>
/// <param name="File">Only if Cypress says it.</param>
internal sealed partial record MochaFailure(string? File, ConsoleSection Section)
{
    private const string Diff = "+ expected - actual";
    private readonly List<string> _names = [];

    public void Name(string text) => _names.Add(text.Trim() is var name && name.EndsWith(':') ? name[..^1] : name);

    public TestCase Case(string source, string suite)
    {
        var name = Attempt().Replace(_names[^1], "");
        return Section.Case(source, suite, string.Join(' ', _names[..^1]), name, File, Message()) with
        {
            Scope = OfSuite().IsMatch(name)
            ? TestScope.Suite : TestScope.Test
        };
    }

    /// <summary>The error and, if it does not contain the comparison itself, the comparison's lines that differ.</summary>
    private IEnumerable<string> Message()
    {
        var lines = Section.Lines.Select(l => l.Text.Trim()).Where(l => l.Length > 0).TakeWhile(l => !l.StartsWith("at ", StringComparison.Ordinal)).ToList();
        var diff = lines.IndexOf(Diff);
        if (diff < 0)
            return lines;
        var said = lines[..diff];
        var differing = lines[(diff + 1)..].Where(l => l[0] is '-' or '+').Select(l => $"{l[0]} {l[1..].TrimStart()}").ToList();
        return differing.Count == 0 || said.Exists(l => l == "+ actual - expected" || l.Contains(" !== ", StringComparison.Ordinal))
            ? said : [.. said, Diff, .. differing];
    }

    [GeneratedRegex("^\"(?:before|after) all\" hook", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OfSuite();

    /// <summary>Cypress numbers the attempts of a test.</summary>
    [GeneratedRegex(@"^\(Attempt \d{1,3} of \d{1,3}\) ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Attempt();
}
