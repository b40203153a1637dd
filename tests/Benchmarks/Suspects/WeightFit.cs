using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Identity;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks.Suspects;

/// <summary>
/// Fits the weights as a conditional logit: the right commit of each incident against all others and against "none of them". Each incident is used twice: as it
/// is, and with its right commit taken away, where "none" is right. Direct links are too rare in such
/// incidents to be fitted; their points are log-likelihoods already.
/// </summary>
internal static class WeightFit
{
    private const double WithoutCause = 0.15;

    /// <param name="incidents">To fit on.</param>
    /// <param name="others">To check the fitted weights on.</param>
    public static void Print(IReadOnlyList<KnownIncident> incidents, IReadOnlyList<KnownIncident> others)
    {
        // The same incident, with the sources and without them, counts once.
        var versions = incidents.CountBy(i => i.Name).ToDictionary();
        var choices = incidents.SelectMany(i => Choices(i).Select(c => (i.Group, Choice: c with { Weight = c.Weight / versions[i.Name] }))).ToList();
        var names = Enum.GetNames<Feature>();
        double[] Fit(IReadOnlyList<Choice> some) => ConditionalLogit.Fit(some, names.Length + 1,
            new Dictionary<int, double> { [(int)Feature.Link] = Weights.Fitted[Feature.Link] });
        var weights = Fit([.. choices.Select(c => c.Choice)]);
        Console.WriteLine($"none {weights[^1]:0.00}");
        foreach (var (name, weight) in names.Zip(weights))
            Console.WriteLine($"{name} {weight:0.00}");
        foreach (var set in incidents.Concat(others).Select(Set).Distinct().Order())
            Console.WriteLine($"{set.Folder} {set.Kind}: first / first 3 / first 5 where fitted {Shares(incidents, set, weights)}, "
                + $"on the others {Shares(others, set, weights)}");
        LeftOut.Print(choices, Fit);
    }

    /// <summary>
    /// How sure the present weights may be of incidents that they were not fitted on. The points of direct links and of "none" are not divided: a name that the
    /// error has must still suffice.
    /// </summary>
    public static void PrintSureness(IReadOnlyList<KnownIncident> incidents)
    {
        double[] kept = [.. Enum.GetValues<Feature>().Select(f => f == Feature.Link ? Weights.Fitted[f] : 0), Weights.Fitted.None];
        double[] cooled = [.. Enum.GetValues<Feature>().Select(f => f == Feature.Link ? 0 : Weights.Fitted[f]), 0];
        Sureness.Print([.. incidents.SelectMany(Choices).Select(c => new Judged(c, c.Scores(kept), c.Scores(cooled)))]);
    }

    private static (string Folder, string Kind) Set(KnownIncident incident) => (Path.GetDirectoryName(incident.Folder)!, incident.Kind);

    private static string Shares(IReadOnlyList<KnownIncident> incidents, (string, string) set, double[] weights)
    {
        var ranks = incidents.Where(i => Set(i) == set).SelectMany(i => Choices(i).Where(c => c.Weight >= 1)).Select(choice =>
        {
            var shares = choice.Shares(weights);
            return 1 + shares.SkipLast(1).Count(s => s > shares[choice.Right]);
        }).ToList();
        return ranks.Count == 0 ? "none" : string.Join(" / ", new[] { 1, 3, 5 }.Select(n => $"{ranks.Average(r => r <= n ? 1 : 0):0.0%}"));
    }

    private static IEnumerable<Choice> Choices(KnownIncident known)
    {
        var incident = KnownIncident.Read(known.Open());
        if (incident.Changes is not { } changes || FailureGroup.Of(incident.Tests.Where(t => t.Bad)) is not { Count: > 0 } groups)
            yield break;
        // One change did it all.
        var reader = new GroupReader(incident, new LogCorrelation(incident));
        var facts = GroupFacts.Merge([.. groups.Select(reader.Read)]);
        var without = changes with { Commits = [.. changes.Commits.Where(c => c.Sha != known.Inducing)] };
        var coverage = RunCoverage.Of(incident);
        if (Read(new ChangeRange(changes, incident.Sources, coverage), facts, known.Inducing, 1) is { } whole)
            yield return whole;
        if (without.Commits.Count > 0)
            yield return Read(new ChangeRange(without, incident.Sources, coverage), facts, null, WithoutCause)!;
    }

    private static Choice? Read(ChangeRange range, GroupFacts facts, CommitSha? right, double weight)
    {
        var reader = new FeatureReader(range, new FaultText(facts, facts.Symptom, environmental: false));
        var evidence = CommitEvidence.Of(reader.Read());
        var at = right is null ? evidence.Count : evidence.Index().FirstOrDefault(e => e.Item.Best.Candidate.Commit.Sha == right, (-1, null!)).Index;
        // The last alternative is that it is none of them.
        double[] none = [.. Enum.GetValues<Feature>().Select(_ => 0.0), 1];
        return at < 0 ? null : new Choice([.. evidence.Select(e => (double[])[.. e.Values, 0]), none], at, weight);
    }
}
