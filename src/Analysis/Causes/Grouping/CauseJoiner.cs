using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Grouping;

/// <summary>Groups with the same cause, and why they were joined.</summary>
/// <param name="Because">The reasons, in words; empty when nothing was joined.</param>
internal sealed record Cause(GroupFacts Facts, EnvironmentFault? Fault, IReadOnlyList<Prose> Because);

/// <summary>
/// Joins groups when there is evidence that they have the same cause: variants of one test, the same missing fields, the same broken service, the same logged
/// error, the same changed name, the same change behind failures that are new. Groups that only fail at the same time are kept apart.
/// </summary>
internal sealed class CauseJoiner(IReadOnlyList<EnvironmentFault> faults, SuspectRanker ranker)
{
    /// <param name="isNew">Whether the group's tests passed before, and nobody has said anything about it.</param>
    public IReadOnlyList<Cause> Join(IReadOnlyList<GroupFacts> groups, Func<GroupFacts, bool> isNew)
    {
        var sets = new UnionFind(groups.Count);
        var reasons = new List<(int Group, Prose Because)>();
        var faultEvents = faults.SelectMany(f => f.Events).ToHashSet();
        var own = groups.Select(g => g.Without(faultEvents)).ToList();
        var rankings = own.Select(g => ranker.Rank(new FaultText(g, g.Symptom, environmental: false))).ToList();
        var suspects = rankings.Select(r => r.Named.FirstOrDefault()).ToList();
        var fault = groups.Select((g, i) => FaultAttribution.Of(g, faults, suspects[i])).ToList();
        groups = [.. groups.Select((g, i) => fault[i] is null ? own[i] : g)];
        JoinBy(groups, sets, reasons, (g, _) => VariantKeys(g), key => Prose.Of($"they are variants of {key.Split(':')[0]}"));
        JoinBy(groups, sets, reasons, (g, _) => MissingFields.In(g), key => Prose.Of($"they lack the same field, {key}"));
        JoinBy(groups, sets, reasons, (_, i) => fault[i] is { } f ? [Name(f)] : [], key => Prose.Of($"they follow from the same fault: {key}"));
        JoinBy(groups, sets, reasons, (g, i) => fault[i] is null ? LoggedErrors(g) : [],
            key => Prose.Of($"the platform logged the same error while they failed: {key}"));
        JoinBy(groups, sets, reasons, (_, i) => fault[i] is null && suspects[i] is { } s ? s.Keys.Take(1)
            .Select(k => $"{s.Commit.Sha.Short} {s.File.Path}: {k}") : [], key => Prose.Of($"the same change explains them ({key})"));
        JoinBy(groups, sets, reasons, (g, _) => [g.Id.Value], _ => Prose.Of($"they had one cause in an earlier run"));
        var shared = SharedChange.Of([.. groups.Select((g, i) => fault[i] is null && isNew(g) ? ((GroupFacts, Ranking)?)(g, rankings[i]) : null)],
            ranker.Commits);
        for (var i = 0; i < groups.Count; i++)
            if (shared[i] is { } by && sets.Join(i, by.Leader))
                reasons.Add((i, by.Because));
        return [.. sets.Sets().Select(members => new Cause(
            GroupFacts.Merge([.. members.Select(m => groups[m])]),
            members.Select(m => fault[m]).FirstOrDefault(f => f is not null),
            [.. reasons.Where(r => members.Contains(r.Group)).Select(r => r.Because).Distinct().Take(4)]))];
    }

    private static void JoinBy(IReadOnlyList<GroupFacts> groups, UnionFind sets, List<(int, Prose)> reasons, Func<GroupFacts, int, IEnumerable<string>> keys,
        Func<string, Prose> because)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Count; i++)
            foreach (var key in keys(groups[i], i).Distinct())
                if (first.TryGetValue(key, out var other))
                {
                    if (sets.Join(i, other))
                        reasons.Add((i, because(key)));
                }
                else
                    first[key] = i;
    }

    /// <summary>The same test with different parameters, with messages that differ only in quoted words.</summary>
    private static IEnumerable<string> VariantKeys(GroupFacts facts) =>
        facts.Main.Where(t => t.BaseName != t.Name).Select(t => $"{t.BaseName}: {Signature.Shape(t)}").Distinct();

    private static IEnumerable<string> LoggedErrors(GroupFacts facts) =>
        facts.Events.Where(e => e.Exception is not null || e.Level >= LogLevel.Error).Select(e => MessageNormalizer.Mask(e.Words));

    private static string Name(EnvironmentFault fault) => fault.Name.Length > 0 ? fault.Name : fault.Mechanism.Id;

    private sealed class UnionFind(int count)
    {
        private readonly int[] _parent = [.. Enumerable.Range(0, count)];

        public bool Join(int one, int two)
        {
            var (a, b) = (Root(one), Root(two));
            _parent[Math.Max(a, b)] = Math.Min(a, b);
            return a != b;
        }

        public IEnumerable<List<int>> Sets() => Enumerable.Range(0, count).GroupBy(Root).Select(g => g.ToList());

        private int Root(int item)
        {
            while (_parent[item] != item)
                item = _parent[item] = _parent[_parent[item]];
            return item;
        }
    }
}
