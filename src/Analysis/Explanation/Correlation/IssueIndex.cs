using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>A text that is looked up in an index of issues.</summary>
/// <param name="Text">The complete output of the failed tests.</param>
/// <param name="Test">Name of the failed test; null if unknown.</param>
/// <param name="Where">The job or machine that it ran on; null if unknown.</param>
/// <param name="At">When it failed; null if unknown.</param>
public sealed record IssueQuery(string Text, string? Test = null, string? Where = null, DateTimeOffset? At = null);

/// <summary>An issue as stored in the index.</summary>
/// <param name="Id">Its unique id, for example its number.</param>
/// <param name="Where">The job or machine where it was seen; null if unknown.</param>
public sealed record IndexedIssue(string Id, string Title, string Body, string? Where = null, DateTimeOffset? CreatedAt = null);

/// <summary>How well an issue fits a query.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Text">Share of the text that both have, weighted by rarity, 0 to 1.</param>
/// <param name="NamesTest">Whether it names the test.</param>
/// <param name="Circumstances">Factor by which place and time raise the text's score; 1 for no effect.</param>
/// <param name="Shared">The rarest lines that both have, masked.</param>
public sealed record IssueHit(IndexedIssue Issue, double Score, double Text, bool NamesTest, double Circumstances, IReadOnlyList<string> Shared);

/// <summary>
/// Finds which of very many issues is about a failure, by the lines they share. For half of the score a line is masked as in signatures, so times, ids, paths
/// and numbers do not matter. For the other half it keeps its short figures, because the same line of the same file, or the same code, separates failures with
/// the same message. An answer is only sure if the second best is much worse: text that fits several issues does not tell them apart.
/// </summary>
public sealed partial class IssueIndex
{
    /// <summary>At this confidence or above, the best hit is treated as the issue. Fixed by reasoning: half the weight of an issue's lines, less a second issue
    /// that has nearly as many.</summary>
    public const double SureFrom = 0.15;

    /// <summary>How much of the second best's score is subtracted from the best's.</summary>
    private const double Rival = 0.9;

    /// <summary>The test's name is worth as much as all of the text.</summary>
    private const double NameShare = 0.5;

    /// <summary>The same job, and a failure soon after the issue was filed, each raise the text's score by a twentieth.</summary>
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

    /// <summary>The best hits first; empty if nothing is shared.</summary>
    public IReadOnlyList<IssueHit> Find(IssueQuery query, int most = 5)
    {
        var lines = LinesOf(query.Text).ToList();
        var masked = _masked.Likeness(lines.Select(l => l.Masked));
        var exact = _exact.Likeness(lines.Select(l => l.Exact));
        var named = query.Test is { } test ? _names.GetValueOrDefault(NameOf(test), []).ToHashSet() : [];
        return [.. masked.Keys.Union(named)
            .Select(issue => (Issue: issue, Hit: Hit(query, issue, (masked.GetValueOrDefault(issue) + exact.GetValueOrDefault(issue)) / 2,
            named.Contains(issue))))
            .OrderByDescending(h => h.Hit.Score).ThenBy(h => h.Hit.Issue.Id, StringComparer.Ordinal).Take(most)
            .Select(h => h.Hit with { Shared = _masked.Rarest(lines.Select(l => l.Masked), h.Issue, MostShared) })];
    }

    /// <summary>How sure the first hit is, 0 to 1: its score less most of the second's.</summary>
    public static double Confidence(IReadOnlyList<IssueHit> hits) =>
        hits.Count == 0 ? 0 : Math.Max(0, hits[0].Score - (hits.Count > 1 ? Rival * hits[1].Score : 0));

    private IssueHit Hit(IssueQuery query, int issue, double text, bool named)
    {
        var about = _issues[issue];
        var circumstances = 1 + (query.Where is { } place && place == about.Where ? Circumstance : 0)
            + (query.At is { } at && about.CreatedAt is { } created && at >= created ? Circumstance * Math.Exp(-(at - created).TotalDays / Days) : 0);
        // Not capped at 1: if two issues say exactly this, the circumstances decide.
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

    /// <summary>Masked; in the second form with its short figures. Empty lines, fences, and the lines in which a runner names a test are left out.</summary>
    private static IEnumerable<(string Masked, string Exact)> LinesOf(string text) =>
        text.Split('\n').Take(MostLines).Select(l => l.Trim()).Where(l => l.Length > 0 && !Fence().IsMatch(l))
            .Select(l => (l.Length > MostCharacters ? l[..MostCharacters] : l).TrimEnd('.'))
            .Select(l => (MessageNormalizer.Mask(l), MessageNormalizer.MaskLongFigures(l)));

    /// <summary>What an issue quotes in fences; if it quotes nothing, all of it. The text that people write around a quote does not appear in any
    /// failure.</summary>
    private static string Quoted(string body) =>
        Block().Matches(body) is { Count: > 0 } blocks ? string.Join('\n', blocks.Select(b => b.Groups["text"].Value)) : body;

    /// <summary>Anything in a text that looks like a test's name: with a path or a member in it, or longer than a word.</summary>
    private static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(m => NameOf(m.Value)).Distinct();

    private static string NameOf(string test) => test.Trim().TrimEnd('.', ':', ',').ToLowerInvariant();

    [GeneratedRegex(@"^(?:`{3,}|~{3,}|-{3,}|not ok \d+|ok \d+)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^```[^\n`]*\n(?<text>.*?)(?:^```|\z)", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline, 2000)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<![\w.$-])[A-Za-z_][\w.$-]*(?:(?:::|[/#\\])[\w.$\[\]-]+)+|\b[A-Za-z_]\w*(?:[._-]\w+){1,}\b|\btest_?\w{4,}\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Name();
}
