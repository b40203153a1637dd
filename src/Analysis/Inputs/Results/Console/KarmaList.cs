using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// The list of failed tests at the end of karma's mocha reporter (<c>FAILED TESTS:</c>, suites and tests indented below each other, below a test its browsers
/// and its message, then a blank line) and of its spec reporter (<c>1) test</c>, below it the suites in one line, then its message).
/// </summary>
internal sealed partial class KarmaList
{
    private readonly List<(int Indent, string Name)> _suites = [];
    private ConsoleSection? _open;
    private bool _tree;
    private (string Name, int Line)? _numbered;

    public bool IsOpen => _tree || _open is not null || _numbered is not null;

    public bool End()
    {
        (_tree, _open, _numbered) = (false, null, null);
        _suites.Clear();
        return true;
    }

    /// <returns>A test of the list; null for lines that are part of one, or not part of the list.</returns>
    public KarmaFailure? Feed(LogLine line)
    {
        var text = line.Text;
        if (text == "FAILED TESTS:")
        {
            End();
            _tree = true;
        }
        else if (Numbered().Match(text) is { Success: true } numbered && !_tree)
            _numbered = (numbered.Groups["name"].Value, line.Number);
        else if (_numbered is { } test)
        {
            _numbered = null;
            if (text.StartsWith("     ", StringComparison.Ordinal))
                return new KarmaFailure("", text.Trim(), test.Name, _open = new ConsoleSection(test.Name, test.Line), false);
        }
        else if (text.Trim().Length == 0)
            _open = null;
        else if (_tree && _open is null)
            return Tree(line);
        else if (_open is not null && !Browser().IsMatch(text))
            _open.Add(line);
        return null;
    }

    private KarmaFailure? Tree(LogLine line)
    {
        if (Node().Match(line.Text) is not { Success: true } node)
        {
            End();
            return null;
        }
        var indent = node.Groups["indent"].Length;
        _suites.RemoveAll(s => s.Indent >= indent);
        if (node.Groups["mark"].Success)
            return new KarmaFailure("", string.Join(' ', _suites.Select(s => s.Name)), node.Groups["name"].Value,
                _open = new ConsoleSection(node.Groups["name"].Value, line.Number), false);
        _suites.Add((indent, node.Groups["name"].Value));
        return null;
    }

    [GeneratedRegex(@"^(?<n>\d{1,5})\) (?<name>\S.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<indent> {2,80})(?<mark>[✖×] )?(?<name>\S.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Node();

    [GeneratedRegex(@"^\s+[A-Z]\w{1,40}(?: [A-Z][A-Za-z]{1,40})* [\d.]{1,40} \([^)]{1,80}\)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Browser();
}
