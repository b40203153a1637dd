using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>An issue's content, parsed once: its words, the tests that it names, the errors that it shows, the kind of fault that it describes.</summary>
internal sealed partial class IssueProfile
{
    private const int MaxSpans = 60;
    private const int MaxErrors = 60;
    private const int LongestLine = 500;

    /// <summary>Limit for words that could describe a cause; "seen again in build 7, linux" contains some that could not.</summary>
    private const int FewWords = 8;
    private const int FewInTitle = 1;

    private readonly Lazy<IssueText> _content;
    private readonly Lazy<Mechanism> _mechanism;
    private readonly Lazy<IReadOnlyList<string>> _errors;
    private readonly Lazy<KnownBlock?> _block;

    public IssueProfile(KnownIssue issue, TestNames tests)
    {
        Issue = issue;
        Text = IssueText.Of(issue.Title, issue.Body);
        _content = new(() => new IssueText(Text));
        var spans = Span().Matches(Text).Select(m => m.Groups["text"].Value.Trim()).Where(s => s.Length > 0).Distinct().Take(MaxSpans).ToList();
        Tests = tests.NamedIn(Text, spans);
        TitleTests = tests.NamedIn(issue.Title, []);
        _mechanism = new(() => MechanismCatalogue.Of(Text));
        _block = new(() => KnownBlock.Of(issue.Body));
        _errors = new(() => [.. Lines().Where(StatesAnError).Distinct().Take(MaxErrors)]);
    }

    /// <summary>All issues of an incident. In the bot's own issues, text about other causes and issues is left out, since the issue is not about
    /// that.</summary>
    public static IReadOnlyList<IssueProfile> All(Incident incident)
    {
        if (incident.Issues.Count == 0)
            return [];
        var names = new TestNames(incident.Tests, incident.History.Runs.SelectMany(r => r.Tests.Keys).Distinct());
        var own = incident.Filed.Values.ToHashSet();
        return [.. incident.Issues.Select(i => new IssueProfile(own.Contains(i.Number) ? i with { Body = OwnIssue.Core(i.Body) } : i, names))];
    }

    public KnownIssue Issue { get; }

    /// <summary>Title and body, without hidden comments.</summary>
    public string Text { get; }

    /// <summary>Parsed on first use: of many issues, only a few are ever considered.</summary>
    public IssueText Content => _content.Value;

    /// <summary>The tests of this repository that the issue names, by the words that name them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tests { get; }

    /// <summary>Those in its title.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> TitleTests { get; }

    /// <summary>Its lines that state an error.</summary>
    public IReadOnlyList<string> Errors => _errors.Value;

    /// <summary>What the issue says its failures show; null if it says nothing like that.</summary>
    public KnownBlock? Block => _block.Value;

    /// <summary>The kind of fault that it describes; computed on first use, because that is slow.</summary>
    public Mechanism Mechanism => _mechanism.Value;

    /// <summary>Names in its title that look like test names, whether such tests exist or not.</summary>
    public IEnumerable<string> NamesInTitle => TestLike().Matches(Issue.Title).Concat(TestClass().Matches(Issue.Title)).Select(m => m.Value);

    /// <summary>Files in its title, without their folders.</summary>
    public IEnumerable<string> FilesInTitle => Words.Of(Issue.Title).Where(w => w.Kind == WordKind.File)
        .Select(w => Issue.Title[w.Start..w.End].Split('/', '\\')[^1]);

    /// <summary>Its title says only that a test fails, and the rest is hardly more than links.</summary>
    public bool IsTitleAlone => TitleTests.Count > 0 && Errors.Count == 0 && Fails().IsMatch(Issue.Title)
        && SaysLittle(Links().Replace(Text[Math.Min(Text.Length, Issue.Title.Length)..], " "), FewWords)
        && SaysLittle(TitleTests.Keys.Aggregate(Fails().Replace(Issue.Title, " "), (title, name) => title.Replace(name, " ", StringComparison.Ordinal)),
        FewInTitle);

    private static bool SaysLittle(string text, int few) => Words.Of(text).Count(w => w.Kind > WordKind.Volatile) <= few;

    /// <summary>How many tests it names, known or not.</summary>
    public int NamedTests => Tests.Count + TestLike().Matches(Text).Select(m => m.Value).Distinct(StringComparer.Ordinal)
        .Count(n => !Tests.Keys.Any(t => t.Contains(n, StringComparison.Ordinal) || n.Contains(t, StringComparison.Ordinal)));

    /// <summary>Its list items and table rows.</summary>
    public IReadOnlyList<string> Items => [.. Text.Split('\n').Skip(1).Where(l => Item().IsMatch(l))];

    /// <summary>JSON pointer to the issue's body or title, whichever contains the text word for word, for a citation; null if neither does.</summary>
    public string? Pointer(string words) => Issue.Body.Contains(words, StringComparison.Ordinal) ? Issue.Pointer + "/body"
        : Issue.Title.Contains(words, StringComparison.Ordinal) ? Issue.Pointer + "/title" : null;

    private static bool StatesAnError(string line) =>
        line.Length <= LongestLine && StackFrames.Parse(line) is null && (ErrorTypes.Of(line) is not null || ErrorWords.StatesError(line));

    private IEnumerable<string> Lines() => Text.Split('\n').Skip(1).Select(l => Mark().Replace(l, "").Trim('`', ' ', '\r', '|'));

    /// <summary>Quote, list and pytest marks, and a log line's time and level.</summary>
    [GeneratedRegex(@"^[\s>*|-]*(?:E\s{2,})?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s+(?:[A-Z]+\s+)?)?", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b(?:flak\w*|fail\w*|intermittent\w*|spurious\w*|sporadic\w*|unstable|broken)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Fails();

    [GeneratedRegex(@"!?\[[^\]\n]{0,200}\]\([^)\s]{0,500}\)|https?://\S+|<[^>\n]{1,200}>", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Links();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d+[.)])\s+\S|^\s*\|(?![\s:|-]*$).*\S", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Item();

    [GeneratedRegex(@"\btest_\w+(?:\[[^\]\s]{1,80}\])?|\b\w+_test\b|\bTest[A-Z]\w+|\b\w+(?:Tests?|Spec)\b(?=[.:#/])[\w.:#/-]*",
        RegexOptions.CultureInvariant, 10000)]
    internal static partial Regex TestLike();

    /// <summary>A class of tests by its name: <c>TimerSpec</c>, <c>OrderServiceIT</c>; but not a kind of test.</summary>
    [GeneratedRegex("""
          \b(?!(?:Test|Unit|Integration|Smoke|Load|Stress|Performance|Regression|Google|System|Acceptance|Functional|Contract|Snapshot|Fuzz|Flaky|Api|Ui)[A-Z])
          (?:[A-Z]+[a-z0-9]+){1,12}?(?:Tests?|Specs?|TestCase|Suite|IT)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex TestClass();

    [GeneratedRegex(@"```[^\n`]*\n(?<text>[^`]+?)```|``(?<text>[^\n]+?)``|`(?<text>[^`\n]+)`",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Span();
}
