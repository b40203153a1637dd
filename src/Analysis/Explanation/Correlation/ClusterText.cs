using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>A cluster as the matcher sees it: the lines that characterise its failures, the names that point to the cause, and what passing tests
/// print.</summary>
internal sealed partial class ClusterText
{
    private const int MostLines = 40;
    public const int MostTests = 12;
    private const int MostHead = 12;
    private const int MostRead = 400;
    private const int MostStated = 6;
    private const int MostText = 16 * 1024;

    /// <summary>The rest of a longer line is ignored.</summary>
    private const int LongestLine = 400;

    /// <summary>A line with fewer words says nothing useful.</summary>
    private const int FewestWords = 2;

    private readonly Lazy<IReadOnlyList<string>> _perTest;
    private readonly string _platform;
    private readonly string _source;
    private readonly NegativeControl _control;
    private readonly HashSet<(string, string, string)> _sequences;

    public ClusterText(GroupFacts facts, Mechanism root, EnvironmentFault? fault, NegativeControl control)
    {
        (Facts, Root, _control) = (facts, root, control);
        var said = facts.Said(Speaker.Test).SelectMany(s => s.Words.Split(IssueText.WrittenOut))
            .Select(w => LogPrefixes.Without(Begin(w.Trim()))).Where(w => w.Length > 0)
            .Concat(facts.Tests.DistinctBy(t => t.Failure!.Text).Take(MostTests).SelectMany(t => Head(t.Failure!.Text)))
            .Where(w => !IsPlace(w) && !Boilerplate().IsMatch(w)).Distinct().ToList();
        var logged = facts.Said(Speaker.Platform).Select(s => s.Words).Concat(fault?.Words ?? [])
            .Select(Begin).Distinct().ToList();
        var groups = facts.Tests.SelectMany(t => new[] { t.ClassName, t.Suite }).Distinct(StringComparer.Ordinal)
            .ToDictionary(g => g, Words.Of, StringComparer.Ordinal);
        var names = facts.Tests.Select(t => (t.ClassName, Words: Words.Of(t.Name))).ToList();
        TestNames = groups.Values.Concat(names.Select(n => n.Words)).SelectMany(w => w).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
        _sequences = [.. names.SelectMany(n => Sequences([.. groups[n.ClassName], .. n.Words])).Select(q => q.Words)];
        Lines = [.. said.Select(w => Line(w, false)).Concat(logged.Select(w => Line(w, true))).Where(l => l.Words.Count >= FewestWords).Take(MostLines)];
        var source = facts.Said(Speaker.Source).Select(s => Begin(s.Words)).Concat(fault is null ? [] : fault.Probes.Select(p => p.Target)).ToList();
        var shown = source.SelectMany(Words.Of).ToList();
        var words = Lines.SelectMany(l => l.Words).Concat(shown).ToList();
        Names = Lines.Where(l => l.Complains).SelectMany(l => l.Words).Concat(shown).Where(w => w.Identifies && !TestNames.Contains(w.Text))
            .DistinctBy(w => w.Text).ToDictionary(w => w.Text, StringComparer.Ordinal);
        Query = [.. words.Concat(names.SelectMany(n => n.Words)).Where(w => w.Kind > WordKind.Volatile).Select(w => w.Text).Distinct()];
        _perTest = new(() => [.. facts.Tests.Select(t => Whitespace.Flat($"{t.Failure!.Message}\n{t.Failure.Text}\n{t.Output}"))]);
        _platform = Whitespace.Flat(string.Join('\n', logged));
        _source = Whitespace.Flat(string.Join('\n', source));
        FailedTests = facts.Tests.Select(t => t.Id).ToHashSet();
    }

    public GroupFacts Facts { get; }
    public Mechanism Root { get; }
    public IReadOnlyList<ErrorLine> Lines { get; }

    /// <summary>The names that point to the cause: addresses, settings, identifiers, files and error types in the failures, but not the tests' names.</summary>
    public IReadOnlyDictionary<string, Word> Names { get; }

    /// <summary>The words in the tests' own names.</summary>
    public IReadOnlySet<string> TestNames { get; }

    /// <summary>All words that can be used to find issues about it.</summary>
    public IReadOnlyList<string> Query { get; }
    public IReadOnlySet<string> FailedTests { get; }
    public int Count => Facts.Tests.Count;
    public int Passing => _control.Passing;

    /// <summary>How many of the cluster's tests show exactly these words.</summary>
    public int Showing(string words) => _perTest.Value.Count(t => t.Contains(words, StringComparison.Ordinal));

    /// <summary>What the failures show of an issue's block, if every failure shows it; null if one does not.</summary>
    public IReadOnlyList<string>? ShownOf(KnownBlock block) =>
        _perTest.Value.Select(block.ShownBy).ToList() is var shown && shown.TrueForAll(s => s is not null) ? shown[0] : null;

    public bool LoggedByPlatform(string words) => _platform.Contains(words, StringComparison.Ordinal);

    /// <summary>Whether the failures show it anywhere: in their messages, in the source that a runner shows next to them, in the log.</summary>
    public bool Shows(string words) => Showing(words) > 0 || LoggedByPlatform(words) || _source.Contains(words, StringComparison.Ordinal);

    public int PassingThatShow(string words) => _control.PassingThatShow(words);

    public bool Passed(string testId) => _control.Passed(testId);

    /// <summary>
    /// The part of a failure's text before its stack, and the errors that it states further on, because the first part may only say where it was thrown.
    /// pytest's text begins with source, and marks the message lines.
    /// </summary>
    private static IEnumerable<string> Head(string text)
    {
        if (text.Contains("\nE   ", StringComparison.Ordinal) || text.StartsWith("E   ", StringComparison.Ordinal))
            return [];
        var lines = (text.Length <= MostText ? text : text[..MostText]).Replace(IssueText.WrittenOut, "\n", StringComparison.Ordinal).Split('\n')
            .Select(l => LogPrefixes.Without(Begin(l.Trim()))).Where(l => l.Length > 0).Take(MostRead).ToList();
        var head = lines.TakeWhile(l => !IsPlace(l)).Take(MostHead).ToList();
        return head.Concat(lines.Skip(head.Count).Where(ErrorWords.StatesError).Take(MostStated));
    }

    private static string Begin(string line) => line.Length <= LongestLine ? line : line[..LongestLine];

    /// <summary>A stack frame, or a line with only a location: it says where, not what, and many causes pass through the same ones.</summary>
    private static bool IsPlace(string line) =>
        line.StartsWith("at ", StringComparison.Ordinal) || StackFrames.Parse(line) is not null || Place().IsMatch(line);

    [GeneratedRegex(@":\d+:\d+\)?(?: \{)?$|^\S*[/\\]\S*:\d+:?$|^\S+\.\w{1,5}$|^throw\b|^[-=_*#~\s.]*$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    /// <summary>What runners and runtimes print around any failure: headers, separators, summaries, keys of TAP, ends of stacks.</summary>
    [GeneratedRegex("""
          ^-+\ (?:FAIL|PASS|SKIP|ok|End\ of)\b | ^=+\ ?(?:RUN|FAIL|NAME|CONT|PAUSE|Captured)\b | ^=+\ .*\ =+$ | ^_+\ .*\ _+$ | ^-+\ ?Captured\b
        | ^(?:FAIL|ok|PASS)\s+\S+\s+[\d.(] | ^FAIL$ | ^(?:not\ )?ok\ \d+ | ^\d+\ (?:passed|failed|passing|failing|tests?)\b
        | ^(?:Tests?|Test\ Suites|Suites|Time|Ran\ all)\b.*:\s | ^exit\ status\ \d+$ | ^Process\ completed\ with
        | ^goroutine\ \d+ | ^\[signal\ | ^Traceback\ \(most | ^(?:Error|Stack)\ ?Trace:?\s*$ | ^Stack(?:\ trace)?\s*(?:backtrace)?:?$
        | ^Assert\.\w+\(\)\ Failure\b.{0,4}$ | ^assertion\ (?:`?\(?left\ [!=]=\ right\)?`?\ )?failed\b.{0,2}$ | ^(?:left|right|expected|actual|received|got|want):
        | ^note:\ run\ with | ^thread\ '[^']*'\ panicked\ at\ \S+$ | ^\d+:\s+[\w:<>{}]+$ | \([^)]*0x[0-9a-f]+
        | ^(?:exit\ ?code|exitcode|stack|duration_ms|failureType|type|location|severity|code|operator):\s
        | ^The\ (?:function|matcher)\ passed\ to\ (?:Eventually|Consistently)\b | ^(?:Timed\ out|Failed)\ after\ [\d.]+m?s\.?$
        | ^(?:Error:\ )?expect\(received\) | ^(?:Caused\ by|cause|Reason|Messages?|Error):?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Boilerplate();

    /// <summary>The tests' names do not count in their messages: they are counted separately.</summary>
    private ErrorLine Line(string text, bool logged)
    {
        var words = Words.Of(text).ToList();
        // Runners print names that are sentences: "- must close the stream *** FAILED ***".
        var named = Sequences(words).Where(q => _sequences.Contains(q.Words)).SelectMany(q => Enumerable.Range(q.At, 3)).ToHashSet();
        return new ErrorLine(text, [.. words.Select((w, i) => named.Contains(i) || (w.Identifies && TestNames.Contains(w.Text))
            ? w with { Kind = WordKind.Common } : w)], logged);
    }

    /// <summary>Every three consecutive words.</summary>
    private static IEnumerable<((string, string, string) Words, int At)> Sequences(IReadOnlyList<Word> words) =>
        Enumerable.Range(0, Math.Max(0, words.Count - 2)).Select(i => ((words[i].Text, words[i + 1].Text, words[i + 2].Text), i));
}

/// <summary>What the failures of one run say. A line that failures of several causes share, such as a wrapper's last words, does not tell the causes
/// apart.</summary>
internal sealed class OtherFailures
{
    private readonly Dictionary<string, int> _causes = new(StringComparer.Ordinal);

    public OtherFailures(IEnumerable<ClusterText> causes)
    {
        foreach (var line in causes.SelectMany(c => c.Lines.Where(l => !l.Logged).Select(Key).Distinct()))
            _causes[line] = _causes.GetValueOrDefault(line) + 1;
    }

    /// <summary>Whether failures of another cause say the line too, ignoring figures. Lines logged by the platform belong to no failure.</summary>
    public bool Say(ErrorLine line) => !line.Logged && _causes.GetValueOrDefault(Key(line)) > 1;

    private static string Key(ErrorLine line) => string.Join(' ',
        line.Words.Where(w => w.Kind is not (WordKind.Figure or WordKind.Volatile)).Select(w => w.Text));
}

/// <summary>What passing tests printed, and which tests passed. Words that passing tests print too say nothing about a failure.</summary>
internal sealed class NegativeControl(IReadOnlyCollection<TestCase> tests)
{
    private readonly HashSet<string> _passed = [.. tests.Where(t => t.Outcome == TestOutcome.Passed).Select(t => t.Id)];
    private readonly Lazy<IReadOnlyList<(string Text, int Tests)>> _outputs = new(() =>
        [.. tests.Where(t => t is { Outcome: TestOutcome.Passed, Output.Length: > 0 })
        .GroupBy(t => Whitespace.Flat(t.Output!), StringComparer.Ordinal).Select(g => (g.Key, g.Count()))]);

    public int Passing => _passed.Count;

    public bool Passed(string testId) => _passed.Contains(testId);

    /// <summary>How many passing tests print the words.</summary>
    public int PassingThatShow(string words) => _outputs.Value.Where(o => o.Text.Contains(words, StringComparison.Ordinal)).Sum(o => o.Tests);
}
