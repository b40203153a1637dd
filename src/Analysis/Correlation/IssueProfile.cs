using System.Text.RegularExpressions;
using Whybot.Analysis.Filing;
using Whybot.Analysis.Signatures;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Correlation;

/// <summary>What an issue says, taken apart once: the words it quotes, the terms it uses, the kind of fault it describes.</summary>
internal sealed partial class IssueProfile
{
    private const int MaxText = 64 * 1024;
    private const int MaxClaims = 60;
    private const int MaxFrame = 500;

    private readonly Lazy<Mechanism> _mechanism;

    public IssueProfile(KnownIssue issue, TestNames tests)
    {
        Issue = issue;
        var body = issue.Body.Length <= MaxText ? issue.Body : issue.Body[..MaxText];
        Text = $"{issue.Title}\n{body}";
        var spans = Span().Matches(Text).Select(m => m.Groups["text"].Value.Trim()).Where(s => s.Length > 0).Distinct().Take(MaxClaims).ToList();
        Tests = tests.NamedIn(Text, spans);
        Claims = [.. spans.Where(s => !Tests.ContainsKey(s)).SelectMany(s => s.Split('\n')).Select(s => s.Trim()).Where(s => s.Length > 0 && !IsFrame(s))
            .Distinct().Take(MaxClaims).Select(s => new Claim(s))];
        Terms = Signatures.Terms.Of(Text);
        _mechanism = new(() => MechanismCatalogue.Of(Claims.Select(c => c.Words)) is var quoted && quoted != Mechanism.Unknown ? quoted : MechanismCatalogue.Of(Text));
    }

    /// <summary>All issues of an incident. What the bot wrote about other causes and issues in one of its own is not what that issue is about.</summary>
    public static IReadOnlyList<IssueProfile> All(Incident incident)
    {
        var names = new TestNames(incident.Tests, incident.History.Runs.SelectMany(r => r.Tests.Keys).Distinct());
        var own = incident.Filed.Values.ToHashSet();
        return [.. incident.Issues.Select(i => new IssueProfile(own.Contains(i.Number) ? i with { Body = IssueDrafter.Core(i.Body) } : i, names))];
    }

    public KnownIssue Issue { get; }
    public string Text { get; }

    /// <summary>By the words that name them: the tests of this repository that the issue names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tests { get; }

    /// <summary>What the issue quotes, test names aside.</summary>
    public IReadOnlyList<Claim> Claims { get; }
    public IReadOnlyDictionary<string, Term> Terms { get; }

    /// <summary>The kind of fault that it describes; found out when it is asked for, since that takes most of the time.</summary>
    public Mechanism Mechanism => _mechanism.Value;

    /// <summary>A stack's frames say where, not what: many causes pass through the same ones.</summary>
    private static bool IsFrame(string line) =>
        line.Length <= MaxFrame && (line.StartsWith("at ", StringComparison.Ordinal) || Place().IsMatch(line) || StackFrames.Parse(line) is not null);

    /// <summary>The words of the issue that hold the given text, for a citation.</summary>
    public string Pointer(string words) => Issue.Body.Contains(words, StringComparison.Ordinal) ? Issue.Pointer + "/body" : Issue.Pointer + "/title";

    /// <summary>It ends with a line and a column, is nothing but a place, or is the line of source that throws.</summary>
    [GeneratedRegex(@":\d+:\d+\)?(?: \{)?$|^\S*[/\\]\S*:\d+$|^throw\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"```[^\n`]*\n(?<text>[^`]+?)```|``(?<text>[^\n]+?)``|`(?<text>[^`\n]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Span();
}

/// <summary>Words that an issue quotes.</summary>
internal sealed partial class Claim
{
    private const int TellingLength = 24;
    private const int TellingWords = 4;
    private const double TellingWeight = 4;

    public Claim(string words)
    {
        Words = words;
        Plain = Normal(Placeholder().Replace(words, "0"));
        Inner = Plain.Split(' ') is { Length: > 2 } parts ? parts[1..^1].MaxBy(p => p.Length) : null;
        var rest = Generic().Replace(words, " ");
        Weight = Terms.Of(rest).Values.Sum(t => t.Weight);
        Telling = Weight >= TellingWeight || (rest.Trim().Length >= TellingLength && Word().Count(rest) >= TellingWords);
    }

    public string Words { get; }

    /// <summary>Masked and without punctuation, for finding it in an error's text that went through the same.</summary>
    public string Plain { get; }

    /// <summary>The longest word that is neither the first nor the last: a text that holds <see cref="Plain"/> holds it as a whole word. Null for none.</summary>
    public string? Inner { get; }
    public double Weight { get; }

    /// <summary>Specific enough to speak for one cause; "exit code 1" and "timed out" are not.</summary>
    public bool Telling { get; }

    public static string Normal(string text) => Spaces().Replace(Punctuation().Replace(Masker.Mask(text), " "), " ").Trim();

    /// <summary>A lone capital stands for some number: "for weight N".</summary>
    [GeneratedRegex(@"(?<![\w'""])[NXY](?![\w'""])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[""'{}\[\]`]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    /// <summary>What any failure may say.</summary>
    [GeneratedRegex("""
        process\ completed\ with\ exit\ code\ \d+ | exit(?:ed)?\ (?:with\ )?(?:code|status)\ \d+ | \bE?TIMED?\ ?_?OUT\b | time-?d?\ ?out | connection\ (?:refused|reset(?:\ by\ peer)?|closed|aborted)
        | connect\ ECONN\w+ | ECONN\w+ | \[?Errno\ \d+\]? | internal\ server\ error | bad\ gateway | service\ unavailable | AssertionError | \bassert\b | \bError:\ | something\ went\ wrong
        | test\ failed | expect\(received\)\.\w+\(expected\) | object\.is\ equality | operation\ was\ canceled | null\ pointer | undefined
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Generic();
}
