using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>One reason for an issue or, below zero, against it.</summary>
/// <param name="Words">The issue's words that it is based on; null for none.</param>
internal sealed record MatchPoint(double Points, Prose Because, string? Words = null);

/// <summary>Describes what an issue and a cluster share. Every count is taken from the tests' own words, and every quotation is in both.</summary>
internal static class MatchReasons
{
    private const int LongestQuote = 200;

    /// <summary>A passage with a smaller share of the message is not worth showing.</summary>
    private const double ShownFrom = 0.3;

    /// <summary>A plain word rarer than this says something; a single one does not.</summary>
    private const double Rare = 0.5;
    private const int FewestRare = 2;

    public static IEnumerable<MatchPoint> Of(MatchEvidence evidence, MatchRule? rule)
    {
        var shown = Shown(evidence, rule);
        List<MatchPoint> shared = [.. Message(evidence, shown), .. Names(evidence, shown), .. Tests(evidence)];
        return shared.Concat(shared.Count == 0 ? RareWords(evidence) : []).Concat(Kind(evidence)).Concat(Against(evidence));
    }

    /// <summary>The passage worth showing; null for none.</summary>
    private static Passage? Shown(MatchEvidence evidence, MatchRule? rule) =>
        rule?.Passage ?? evidence.Passages.FirstOrDefault(p => p.Weight >= 1 && p.Coverage >= ShownFrom);

    private static IEnumerable<MatchPoint> Message(MatchEvidence evidence, Passage? passage)
    {
        if (evidence.Block is { Length: <= LongestQuote } shown)
        {
            yield return new MatchPoint(0.9, Prose.Of($"{Show(evidence.Cluster, shown)}, which its block of known errors looks for"));
            yield break;
        }
        if (passage is null)
            yield break;
        var cluster = evidence.Cluster;
        var points = Math.Round((passage.Differs is null ? 0.6 : 0.2) * passage.Coverage, 2);
        if (passage.Quote is { Length: <= LongestQuote } quote && cluster.Showing(quote) > 0)
            yield return new MatchPoint(cluster.PassingThatShow(quote) > 0 ? 0 : points, Show(cluster, quote), quote);
        else if (passage.Quote is { Length: <= LongestQuote } words && cluster.LoggedByPlatform(words))
            yield return new MatchPoint(points, Prose.Of($"{new PlatformLogged(cluster.Facts, words)}"), words);
        else
            yield return new MatchPoint(points, Prose.Of($"{new BothSay(evidence.Issue, cluster.Facts, passage.Said, passage.Line)}"));
        if (passage.Differs is var (here, there))
            yield return new MatchPoint(-0.4, Prose.Of($"it says {there}, here it is {here}"));
    }

    private static Prose Show(ClusterText cluster, string words) =>
        Prose.Of($"{new TestsShow(cluster.Facts, words)}");

    private static IEnumerable<MatchPoint> Names(MatchEvidence evidence, Passage? passage)
    {
        var told = passage?.Quote ?? "";
        foreach (var kind in new[] { (WordKind.Address, "address"), (WordKind.Setting, "setting") })
            if (Written(evidence, n => n.Kind == kind.Item1).FirstOrDefault() is { Words: { } words } name)
                yield return new MatchPoint(Math.Round(0.3 * evidence.Weights.Rarity(name.Name.Text), 2), Prose.Of($"both name the {kind.Item2:t} {words}"),
                    words);
        var others = Written(evidence, n => n.Kind is not (WordKind.Address or WordKind.Setting)).Where(n => !told.Contains(n.Words, StringComparison.Ordinal))
            .Take(3).ToList();
        if (others.Count > 0)
            yield return new MatchPoint(Math.Round(Math.Min(0.3, 0.08 * others.Sum(o => evidence.Weights.Of(o.Name))), 2),
                Prose.Of($"both name {Prose.List(others.Select(o => o.Words))}"), others[0].Words);
    }

    /// <summary>The shared names that both spell the same way, enumerated lazily because few of them are shown.</summary>
    private static IEnumerable<(Word Name, string Words)> Written(MatchEvidence evidence, Func<Word, bool> isSought) =>
        evidence.Names.Where(isSought).Select(n => (n, Words: AsWritten(evidence, n))).Where(n => n.Words is not null).Select(n => (n.n, n.Words!));

    /// <summary>The name as the issue spells it, if the failures spell it the same way.</summary>
    private static string? AsWritten(MatchEvidence evidence, Word name)
    {
        foreach (var at in evidence.Issue.Content.Positions(name.Text))
        {
            var word = evidence.Issue.Content.Words[at];
            var raw = evidence.Issue.Text[word.Start..word.End];
            if (evidence.Cluster.Shows(raw))
                return raw;
        }
        return null;
    }

    /// <summary>Plain words that few issues have: no reason for a match, but enough to list an issue that shares nothing else.</summary>
    private static IEnumerable<MatchPoint> RareWords(MatchEvidence evidence)
    {
        var words = evidence.Cluster.Lines.SelectMany(l => l.Words).Where(w => w.Kind == WordKind.Plain && evidence.Issue.Content.Holds(w.Text)
            && evidence.Weights.Rarity(w.Text) > Rare).DistinctBy(w => w.Text).OrderByDescending(evidence.Weights.Of).Select(w => AsWritten(evidence, w))
            .OfType<string>().Take(3).ToList();
        if (words.Count >= FewestRare)
            yield return new MatchPoint(0.05, Prose.Of($"both say {Prose.List(words)}"), words[0]);
    }

    private static IEnumerable<MatchPoint> Tests(MatchEvidence evidence)
    {
        var failing = evidence.Failing;
        if (failing.Count > 0)
            yield return new MatchPoint(Math.Round(0.25 * failing.Count / evidence.Issue.NamedTests, 2),
                Prose.Of($"{new NamedTestsFail(evidence.Issue, evidence.Cluster.Facts)}"), failing[0]);
    }

    private static IEnumerable<MatchPoint> Kind(MatchEvidence evidence)
    {
        if (evidence.Passages.Count == 0 && evidence.Names.Count == 0 && evidence.Failing.Count == 0)
            yield break;
        // The issue's kind of fault is computed last, and only if it can be the same, because that is slow.
        if (!evidence.Cluster.Root.Matches(evidence.Issue.Text) && !evidence.Cluster.Facts.Symptom.Matches(evidence.Issue.Text))
            yield break;
        var kind = evidence.Issue.Mechanism;
        if (!kind.IsVague && kind.Id is not ("server-error" or "not-found" or "crash")
            && (kind == evidence.Cluster.Root || kind == evidence.Cluster.Facts.Symptom))
            yield return new MatchPoint(0.1, Prose.Of($"it describes the same kind of fault ({kind.Id:t})"));
    }

    private static IEnumerable<MatchPoint> Against(MatchEvidence evidence)
    {
        if (evidence.Against is { } against)
            yield return new MatchPoint(-0.3, against);
        if (evidence.OtherAddress is { } address)
            yield return new MatchPoint(-0.2, Prose.Of($"it names the address {address}, which is not the one here"));
        if (evidence.OtherSetting is { } setting)
            yield return new MatchPoint(-0.2, Prose.Of($"it names the setting {setting}, which is not the one here"));
    }
}
