using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary><c>the tests ran none of the 12 measured lines that it wrote, such as cart.go:54</c>, in all files that a commit changed.</summary>
internal sealed record RanNothingOf(Commit Commit, GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (facts.Incident.Changes is not { } changes
            || CauseCoverage.Of(RunCoverage.Of(facts.Incident), Cluster) is not { } coverage)
            return null;
        var fates = new LineFates(changes.Commits, f => Patch.Parse(f.Patch));
        var at = changes.Commits.ToList().FindIndex(c => c.Sha == Commit.Sha);
        var found = Commit.Files.Select(f => (File: f, Patch: Patch.Parse(f.Patch))).Where(f => Candidate.MayMatter(f.File, f.Patch))
            .Select(f => PlacedChange.Of(fates, at, f.File, f.Patch) is { } placed ? coverage.NotRun(placed) : null).ToList();
        if (at < 0 || found.Count == 0 || found.Any(f => f is null || facts.Reread(f.Citation) is null))
            return null;
        return found.Sum(f => f!.Lines) is var lines and > 1
            ? Prose.Of($"the tests ran none of the {lines} measured lines that it wrote, such as {found[0]!.Place}")
            : Prose.Of($"the tests did not run the only measured line that it wrote, {found[0]!.Place}");
    }
}
