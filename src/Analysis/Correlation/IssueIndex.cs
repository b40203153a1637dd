using System.Text.RegularExpressions;
using Whybot.Analysis.Signatures;

namespace Whybot.Analysis.Correlation;

/// <summary>A text that is looked up in an index of issues.</summary>
/// <param name="Text">What failed tests said, whole.</param>
/// <param name="Test">Name of the failed test; null where it is not known.</param>
/// <param name="Where">The job or machine that it ran on; null where it is not known.</param>
/// <param name="At">When; null where it is not known.</param>
public sealed record IssueQuery(string Text, string? Test = null, string? Where = null, DateTimeOffset? At = null);

/// <summary>An issue as the index keeps it.</summary>
/// <param name="Id">What tells it from the others, for example its number.</param>
/// <param name="Where">The job or machine that it was seen on; null where it does not say.</param>
public sealed record IndexedIssue(string Id, string Title, string Body, string? Where = null, DateTimeOffset? CreatedAt = null);

/// <summary>How an issue answers a query.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Text">Share of what both say, by how rare it is, 0 to 1.</param>
/// <param name="NamesTest">It names the test.</param>
/// <param name="Circumstances">By how much the place and the time raise what the texts say: 1 for nothing.</param>
/// <param name="Shared">The rarest lines that both have, masked.</param>
public sealed record IssueHit(IndexedIssue Issue, double Score, double Text, bool NamesTest, double Circumstances, IReadOnlyList<string> Shared);

/// <summary>
/// Answers which of very many issues is about a failure, by what lines they share. For half of the score a line is masked as signatures are, so that times,
/// ids, paths and numbers do not matter; for the other half it keeps its short figures, since the same line of the same file, or the same code, tells
/// failures apart that say the same. An answer is only sure where the second best is much worse: what fits several issues tells none of them from the
/// others.
/// </summary>
public sealed partial class IssueIndex
{
    /// <summary>From that confidence on the best hit is taken for the issue. Fixed by reason: half the weight of an issue's lines, less a second that has nearly as many.</summary>
    public const double SureFrom = 0.15;

    /// <summary>How much of the second best's score is taken off the best's.</summary>
    private const double Rival = 0.9;

    /// <summary>The name of the test is worth as much as all of the text.</summary>
    private const double NameShare = 0.5;

    /// <summary>The same job, and a failure soon after the issue was filed, raise what the texts say by a twentieth each.</summary>
    private const double Circumstance = 0.05;
    private const double Days = 60;
    private const int MostLines = 200;
    private const int MostCharacters = 400;
    private const int MostShared = 3;

    private readonly List<IndexedIssue> _issues;
    private readonly Dictionary<string, List<int>> _names = new(StringComparer.Ordinal);
    private readonly LineIndex _masked;
    private readonly LineIndex _exact;

    public IssueIndex(IEnumerable<IndexedIssue> issues)
    {
        _issues = [.. issues];
        for (var i = 0; i < _issues.Count; i++)
            AddNames(i);
        var lines = _issues.Select(i => LinesOf(Quoted(i.Body)).ToList()).ToList();
        _masked = new LineIndex(lines.Select(those => those.Select(l => l.Masked)));
        _exact = new LineIndex(lines.Select(those => those.Select(l => l.Exact)));
    }

    public int Count => _issues.Count;

    /// <summary>The best hits first; none where nothing is shared.</summary>
    public IReadOnlyList<IssueHit> Find(IssueQuery query, int most = 5)
    {
        var lines = LinesOf(query.Text).ToList();
        var masked = _masked.Likeness(lines.Select(l => l.Masked));
        var exact = _exact.Likeness(lines.Select(l => l.Exact));
        var named = query.Test is { } test ? _names.GetValueOrDefault(NameOf(test), []).ToHashSet() : [];
        return [.. masked.Keys.Union(named)
            .Select(issue => (Issue: issue, Hit: Hit(query, issue, (masked.GetValueOrDefault(issue) + exact.GetValueOrDefault(issue)) / 2, named.Contains(issue))))
            .OrderByDescending(h => h.Hit.Score).ThenBy(h => h.Hit.Issue.Id, StringComparer.Ordinal).Take(most)
            .Select(h => h.Hit with { Shared = _masked.Rarest(lines.Select(l => l.Masked), h.Issue, MostShared) })];
    }

    /// <summary>How sure the first of the hits is, 0 to 1: its score less most of the second's.</summary>
    public static double Confidence(IReadOnlyList<IssueHit> hits) =>
        hits.Count == 0 ? 0 : Math.Max(0, hits[0].Score - (hits.Count > 1 ? Rival * hits[1].Score : 0));

    private IssueHit Hit(IssueQuery query, int issue, double text, bool named)
    {
        var about = _issues[issue];
        var circumstances = 1 + (query.Where is { } place && place == about.Where ? Circumstance : 0)
            + (query.At is { } at && about.CreatedAt is { } created && at >= created ? Circumstance * Math.Exp(-(at - created).TotalDays / Days) : 0);
        // Not capped at 1: of two issues that say exactly this, the circumstances tell which.
        var most = 1 + (query.Where is null ? 0 : Circumstance) + (query.At is null ? 0 : Circumstance);
        var said = text * circumstances / most;
        return new IssueHit(about, query.Test is null ? said : NameShare * said + (named ? 1 - NameShare : 0), text, named, circumstances, []);
    }

    private void AddNames(int issue)
    {
        foreach (var name in NamesIn($"{_issues[issue].Title}\n{_issues[issue].Body}"))
            if (!_names.TryGetValue(name, out var those))
                _names[name] = [issue];
            else if (those[^1] != issue)
                those.Add(issue);
    }

    /// <summary>Masked, once with its short figures; empty lines, fences, and the words with which a runner names a test are left out.</summary>
    private static IEnumerable<(string Masked, string Exact)> LinesOf(string text) =>
        text.Split('\n').Take(MostLines).Select(l => l.Trim()).Where(l => l.Length > 0 && !Fence().IsMatch(l))
            .Select(l => (l.Length > MostCharacters ? l[..MostCharacters] : l).TrimEnd('.')).Select(l => (Masker.Mask(l), Masker.MaskLongFigures(l)));

    /// <summary>What an issue quotes, in fences; where it quotes nothing, all of it. What people write around it no failure says.</summary>
    private static string Quoted(string body) =>
        Block().Matches(body) is { Count: > 0 } blocks ? string.Join('\n', blocks.Select(b => b.Groups["text"].Value)) : body;

    /// <summary>Whatever in a text looks like the name of a test: with a path or a member in it, or longer than a word.</summary>
    private static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(m => NameOf(m.Value)).Distinct();

    private static string NameOf(string test) => test.Trim().TrimEnd('.', ':', ',').ToLowerInvariant();

    [GeneratedRegex(@"^(?:`{3,}|~{3,}|-{3,}|not ok \d+|ok \d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^```[^\n`]*\n(?<text>.*?)(?:^```|\z)", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline, 2000)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<![\w.$-])[A-Za-z_][\w.$-]*(?:(?:::|[/#\\])[\w.$\[\]-]+)+|\b[A-Za-z_]\w*(?:[._-]\w+){1,}\b|\btest_?\w{4,}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Name();
}
