using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// pytest's output about one failure below <c>=== FAILURES ===</c> or <c>=== ERRORS ===</c>: a header, the traceback with errors that start with <c>E</c>, and
/// the captured output, which is not part of the message.
/// </summary>
/// <param name="doubtful">It was found in captured output: a test may have printed it.</param>
internal sealed partial class PytestSection(string header, int line, bool doubtful)
{
    private const string Collecting = "ERROR collecting ";
    private const string Doctest = "[doctest] ";
    private const int MostErrorLines = 60;
    private const int MostTail = 40;

    private readonly List<string> _error = [];
    private readonly Queue<string> _tail = new();
    private bool _inError;

    public ConsoleSection Read { get; } = new(header, line);
    public string Header { get; private set; } = header;
    public bool Doubtful => doubtful;
    public bool Captured { get; private set; }

    /// <summary>The file of the last location in it; empty for none.</summary>
    public string File { get; private set; } = "";

    /// <summary>The error is from set-up, tear-down or collection.</summary>
    public bool IsError { get; } = header.StartsWith("ERROR ", StringComparison.Ordinal);
    public bool IsOfFile { get; } = header.StartsWith(Collecting, StringComparison.Ordinal);

    /// <summary>The test's name in the summary, with dots between its parts; the file if that could not be collected.</summary>
    public string Key => KeyOf(Test);

    /// <summary>The test without additional text: <c>Class.test[a]</c>.</summary>
    public string Test => IsOfFile ? Header[Collecting.Length..] : Setup().Replace(Header, "") is var name
        && name.StartsWith(Doctest, StringComparison.Ordinal) ? name[Doctest.Length..] : name;

    /// <summary><c>Class::test[a::b]</c> as <c>Class.test[a::b]</c>.</summary>
    public static string KeyOf(string test)
    {
        var bracket = test.IndexOf('[', StringComparison.Ordinal);
        return (bracket < 0 ? test : test[..bracket]).Replace("::", ".", StringComparison.Ordinal) + (bracket < 0 ? "" : test[bracket..]);
    }

    public void Add(LogLine read)
    {
        Captured |= CapturedHead().IsMatch(read.Text);
        Read.Add(read);
        if (Captured)
            return;
        var text = read.Text;
        Take(text);
        if (_tail.Count == MostTail)
            _tail.Dequeue();
        _tail.Enqueue(text);
        if (Place().Match(text) is { Success: true } place)
            File = place.Groups["file"].Value.Replace('\\', '/');
        else if (Crashed().Match(text) is { Success: true } crashed)
            (Header, File) = (PytestNames.Test(crashed.Groups["id"].Value), PytestNames.File(crashed.Groups["id"].Value));
    }

    /// <summary>For chained errors, the last block is the one that ended the test.</summary>
    private void Take(string text)
    {
        // A local variable may be named E.
        var isError = text is "E" or ['E', ' ', ..] && !Variable().IsMatch(text);
        if (isError && !_inError)
            _error.Clear();
        if (isError && _error.Count < MostErrorLines)
            _error.Add(text[1..]);
        _inError = isError;
    }

    public IReadOnlyList<string> Message()
    {
        if (_error.Count > 0)
            return PytestMessage.OfError(_error);
        var lines = _tail.Where(l => !Worker().IsMatch(l)).ToList();
        return PytestMessage.OfOther(lines);
    }

    [GeneratedRegex("^ERROR at (?:setup|teardown) of ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Setup();

    [GeneratedRegex("^-{2,} ?Captured .{1,80}? ?-{2,}$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex CapturedHead();

    [GeneratedRegex(@"^(?<file>[^\s:]{1,400}\.pyx?):\d+: ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    /// <summary>xdist's message about a test in which its worker crashed; the header only names the file.</summary>
    [GeneratedRegex("^(?:worker|slave) '[^']{1,40}' crashed while running '(?<id>.{1,800})'$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Crashed();

    [GeneratedRegex(@"^\[gw\d+\] \w+ -- ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Worker();

    [GeneratedRegex("^E {10}= ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Variable();
}
