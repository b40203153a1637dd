using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// What node prints about an error that ended a process: the error, its stack, and finally <c>Node.js v20.1.0</c>. About such a file, <c>node --test</c> itself
/// only says that it failed.
/// </summary>
internal sealed partial class NodeUncaught
{
    private const int MostLines = 40;
    private const int MostErrors = 200;
    private readonly List<List<string>> _errors = [];
    private List<string>? _open;

    public static IEnumerable<string> Needles => ["Error: ", "Error [", "Node.js v"];
    public bool IsOpen => _open is not null;

    public void Feed(string text)
    {
        if (Head().IsMatch(text))
            _open = [text];
        else if (_open is { Count: < MostLines } && !Tail().IsMatch(text))
            _open.Add(text);
        else if (_open is not null)
        {
            if (Tail().IsMatch(text) && _errors.Count < MostErrors)
                _errors.Add(_open);
            _open = null;
        }
    }

    /// <summary>The error whose stack names the file; empty if none does.</summary>
    public IReadOnlyList<string> Of(string file)
    {
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        return _errors.Find(e => e.Exists(l => l.Contains(name, StringComparison.Ordinal))) is { } error
            ? ScriptMessage.Of(error.TakeWhile(l => l != "Require stack:")) : [];
    }

    [GeneratedRegex(@"^(?:\w{0,60}Error|Error)(?: \[\w{1,60}\])?: ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^Node\.js v\d", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Tail();
}
