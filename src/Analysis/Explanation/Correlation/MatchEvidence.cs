using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>Everything that an issue and a cluster have in common, and what separates them.</summary>
internal sealed class MatchEvidence
{
    /// <summary>An issue says a line if it has at least this share of the line's words.</summary>
    private const double SaysFrom = 0.6;

    /// <summary>The weight that a message's words need to say anything specific: one plain word and a common one.</summary>
    private const double SaysSomething = 1.1;

    /// <param name="worth">The weight of each word in each of the cluster's lines.</param>
    public MatchEvidence(IssueProfile issue, ClusterText cluster, IReadOnlyList<double[]> worth, WordWeights weights)
    {
        (Issue, Cluster, Weights) = (issue, cluster, weights);
        Passages = [.. cluster.Lines.Select((l, at) => Alignment.Find(l, worth[at], issue.Content)).OfType<Passage>().OrderByDescending(p => p.Differs is null)
            .ThenByDescending(p => p.Coverage >= SaysFrom).ThenByDescending(p => p.Weight)];
        Said = [.. Passages.Where(p => p.Coverage >= SaysFrom && p.Differs is null)];
        Failing = [.. issue.Tests.Where(t => t.Value.Any(cluster.FailedTests.Contains)).Select(t => t.Key)];
        Passed = [.. issue.Tests.Where(t => t.Value.All(cluster.Passed)).Select(t => t.Key)];
        Names = [.. cluster.Names.Values.Where(n => issue.Content.Holds(n.Text)).OrderByDescending(weights.Of)];
        Block = issue.Block is { } block ? ShownOf(block) : null;
        OtherAddress = Other(issue, cluster, WordKind.Address);
        OtherSetting = Other(issue, cluster, WordKind.Setting);
        Against = MatchRules.Against(this);
    }

    public IssueProfile Issue { get; }
    public ClusterText Cluster { get; }
    public WordWeights Weights { get; }

    /// <summary>Places where the issue says something of the cluster's lines; those that say most, without a difference, come first.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The passages in which it says the line.</summary>
    public IReadOnlyList<Passage> Said { get; }

    /// <summary>Tests that it names and that fail here.</summary>
    public IReadOnlyList<string> Failing { get; }

    /// <summary>Tests that it names and that ran and passed.</summary>
    public IReadOnlyList<string> Passed { get; }

    /// <summary>Names that point to the cause and that are in the issue too, heaviest first.</summary>
    public IReadOnlyList<Word> Names { get; }

    /// <summary>The part of the issue's own block (what it says its failures show) that every failure shows; null for none.</summary>
    public string? Block { get; }

    /// <summary>An address that the issue names where the failures name others; null for none.</summary>
    public string? OtherAddress { get; }

    public string? OtherSetting { get; }

    /// <summary>A reason that rules out a match, whatever is shared; null for none.</summary>
    public Prose? Against { get; }

    /// <summary>
    /// The weight of the shared names outside the passage, or of all of them if there is no passage. An error type says nothing without its message, and many
    /// causes pass through one file.
    /// </summary>
    public double WeightOfNames(Passage? beside) =>
        Names.Where(n => n.Kind >= WordKind.Identifier).Where(n => beside is null || !beside.Line.Words.Any(w => w.Text == n.Text)).Sum(Weights.Of);

    /// <summary>An error that the issue shows and that is not one of the cluster's; null for none.</summary>
    public string? OtherError() => Issue.Errors.FirstOrDefault(e => !Passages.Any(p => p.Coverage >= 0.4 && Overlaps(p.Said, e)));

    /// <summary>The failures say something specific that the issue does not, and the issue shows another error: the same test failed for a different
    /// reason.</summary>
    public bool IsAnotherFailure() => OtherError() is not null
        && Cluster.Lines.Any(l => l.Complains && l.Words.Skip(l.Message).Sum(Weights.Of) >= SaysSomething && !Said.Any(s => ReferenceEquals(s.Line, l)));

    /// <summary>Its title names a failing test, and either it says only where that was seen, or the failure has no message to compare.</summary>
    public bool IsTitleAlone() => Issue.TitleTests.Values.Any(ids => ids.Any(Cluster.FailedTests.Contains)) && (Cluster.Lines.Count == 0 || Issue.IsTitleAlone);

    /// <summary>The test that its title names, if none of the tests that fail here is in the title; otherwise null.</summary>
    public string? OtherTestInTitle()
    {
        if (Issue.TitleTests.Values.Any(ids => ids.Any(Cluster.FailedTests.Contains))
            || Failing.Any(f => Issue.Issue.Title.Contains(f, StringComparison.Ordinal)))
            return null;
        return Issue.TitleTests.Keys.Concat(Issue.NamesInTitle.Where(n => !IsOurs(n) && !IsFamilyOfOurs(n)))
            .Concat(Issue.FilesInTitle.Where(f => IsFileLikeOurs(f) && !IsOurs(f))).FirstOrDefault();
    }

    /// <summary>It is a list of several problems; this cluster is at most one of them.</summary>
    public bool IsUmbrella()
    {
        if (Umbrella.Named(Issue.Issue.Title))
            return true;
        var foreign = Issue.Items.Where(i => IssueProfile.TestLike().Matches(i) is { Count: > 0 } names
            && !names.Any(n => IsOurs(n.Value))).ToList();
        return foreign.Count >= 2;
    }

    /// <summary>The part of a block that every failure shows; null if one does not, if any failure could say those words, or if passing tests show it
    /// too.</summary>
    private string? ShownOf(KnownBlock block)
    {
        if (Cluster.ShownOf(block) is not [var first, ..] shown || Cluster.PassingThatShow(first) > 0)
            return null;
        // A pattern may spell out only the beginning of a word: NU130\d.
        var there = shown.SelectMany(Words.Of).Select(w => w.Text).Distinct().ToList();
        return block.Words.Where(w => there.Exists(t => t.StartsWith(w.Text, StringComparison.Ordinal))).Sum(Weights.Of) >= MatchRules.Telling ? first : null;
    }

    /// <summary>The tests here are files, and this file has the same extension.</summary>
    private bool IsFileLikeOurs(string file) => Path.GetExtension(file) is { Length: > 1 } kind
        && Cluster.FailedTests.Any(f => f.EndsWith(kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>The title means all tests whose names begin like this: <c>TestWatchDelay*</c>.</summary>
    private bool IsFamilyOfOurs(string name) => Issue.Issue.Title.Contains(name + "*", StringComparison.Ordinal)
        && Cluster.FailedTests.Any(f => f.Contains(name, StringComparison.Ordinal));

    /// <summary>A test that fails here has exactly this name, with or without its class, with or without a subtest or parameters after it; or the failures show
    /// the name.</summary>
    private bool IsOurs(string name) => Cluster.FailedTests.Any(f => TestNames.HoldsWhole(f, name)
        || TestNames.HoldsWhole(f, name.Trim('/').Replace('/', '.'))) || Cluster.Shows(name);

    private static bool Overlaps(string said, string error) => said.Contains(error, StringComparison.Ordinal) || error.Contains(said, StringComparison.Ordinal)
        || Words.Of(error).Select(w => w.Text).Intersect(Words.Of(said).Select(w => w.Text)).Count() * 2 >= Words.Of(error).Count;

    private static string? Other(IssueProfile issue, ClusterText cluster, WordKind kind)
    {
        var mine = cluster.Names.Values.Where(n => n.Kind == kind).ToList();
        if (mine.Count == 0 || mine.Any(n => issue.Content.Holds(n.Text)))
            return null;
        var other = issue.Content.Words.FirstOrDefault(w => w.Kind == kind
            && !(kind == WordKind.Address && mine.Any(m => Addresses.MayBeSame(m.Text, w.Text))));
        return other.Kind == kind ? issue.Text[other.Start..other.End] : null;
    }
}

/// <summary>Recognises issues that collect other issues.</summary>
internal static partial class Umbrella
{
    public static bool Named(string title) => Title().IsMatch(title);

    [GeneratedRegex(@"\b(?:umbrella|epic|meta(?:[ -]issue)?|tracking issue|tracker|master issue)\b", RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Title();
}
