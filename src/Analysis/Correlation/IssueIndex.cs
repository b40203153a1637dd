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
/// Answers which of very many issues is about a failure, by an inverted index of lines. A line is masked as signatures are, so that times, ids, paths
/// and numbers do not matter; it counts by how rare it is among the issues. An answer is only sure where the second best is much worse: what fits several
/// issues tells none of them from the others.
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
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];
    private readonly List<List<int>> _postings = [];
    private readonly Dictionary<string, List<int>> _names = new(StringComparer.Ordinal);
    private readonly double[] _weights;
    private readonly double[] _totals;

    public IssueIndex(IEnumerable<IndexedIssue> issues)
    {
        _issues = [.. issues];
        var features = new List<int[]>(_issues.Count);
        for (var i = 0; i < _issues.Count; i++)
            features.Add(Add(i));
        _weights = [.. _postings.Select(p => Math.Log((_issues.Count + 1) / (p.Count + 0.5)))];
        _totals = [.. features.Select(f => f.Sum(id => _weights[id]))];
    }

    public int Count => _issues.Count;

    /// <summary>The best hits first; none where nothing is shared.</summary>
    public IReadOnlyList<IssueHit> Find(IssueQuery query, int most = 5)
    {
        var (known, total) = Lines(query);
        var shared = new Dictionary<int, double>();
        foreach (var id in known)
            foreach (var issue in _postings[id])
                shared[issue] = shared.GetValueOrDefault(issue) + _weights[id];
        var named = query.Test is { } test ? _names.GetValueOrDefault(NameOf(test), []) : [];
        foreach (var issue in named)
            shared.TryAdd(issue, 0);
        return [.. shared.Select(s => (Issue: s.Key, Hit: Hit(query, s.Key, s.Value / Math.Max(1e-9, total + _totals[s.Key] - s.Value), named.Contains(s.Key))))
            .OrderByDescending(h => h.Hit.Score).ThenBy(h => h.Hit.Issue.Id, StringComparer.Ordinal).Take(most).Select(h => h.Hit with { Shared = Rarest(known, h.Issue) })];
    }

    /// <summary>How sure the first of the hits is, 0 to 1: its score less most of the second's.</summary>
    public static double Confidence(IReadOnlyList<IssueHit> hits) =>
        hits.Count == 0 ? 0 : Math.Max(0, hits[0].Score - (hits.Count > 1 ? Rival * hits[1].Score : 0));

    private (List<int> Known, double Total) Lines(IssueQuery query)
    {
        var known = new List<int>();
        var unseen = Math.Log((_issues.Count + 1) / 0.5);
        var total = 0.0;
        foreach (var line in LinesOf(query.Text).Distinct(StringComparer.Ordinal))
            if (_ids.TryGetValue(line, out var id))
            {
                known.Add(id);
                total += _weights[id];
            }
            else
                total += unseen;
        return (known, total);
    }

    private IssueHit Hit(IssueQuery query, int issue, double text, bool named)
    {
        var about = _issues[issue];
        var circumstances = 1 + (query.Where is { } place && place == about.Where ? Circumstance : 0)
            + (query.At is { } at && about.CreatedAt is { } created && at >= created ? Circumstance * Math.Exp(-(at - created).TotalDays / Days) : 0);
        var said = Math.Min(1, text * circumstances);
        return new IssueHit(about, query.Test is null ? said : NameShare * said + (named ? 1 - NameShare : 0), text, named, circumstances, []);
    }

    private IReadOnlyList<string> Rarest(List<int> known, int issue) =>
        [.. known.Where(id => _postings[id].BinarySearch(issue) >= 0).OrderByDescending(id => _weights[id]).Take(MostShared).Select(id => _lines[id])];

    /// <returns>The issue's lines.</returns>
    private int[] Add(int issue)
    {
        var about = _issues[issue];
        foreach (var name in NamesIn($"{about.Title}\n{about.Body}"))
            if (!_names.TryGetValue(name, out var those))
                _names[name] = [issue];
            else if (those[^1] != issue)
                those.Add(issue);
        return [.. LinesOf(Quoted(about.Body)).Distinct(StringComparer.Ordinal).Select(line => Id(line, issue))];
    }

    private int Id(string line, int issue)
    {
        if (!_ids.TryGetValue(line, out var id))
        {
            _ids[line] = id = _postings.Count;
            _lines.Add(line);
            _postings.Add([]);
        }
        _postings[id].Add(issue);
        return id;
    }

    /// <summary>Masked; empty lines, fences, and the words with which a runner names a test are left out.</summary>
    private static IEnumerable<string> LinesOf(string text) =>
        text.Split('\n').Take(MostLines).Select(l => l.Trim()).Where(l => l.Length > 0 && !Fence().IsMatch(l))
            .Select(l => Masker.Mask((l.Length > MostCharacters ? l[..MostCharacters] : l).TrimEnd('.')));

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
