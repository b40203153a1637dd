using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Describes in one sentence what is behind a cluster, without saying more than was found.</summary>
internal static class RootCauses
{
    public static Prose Of(ClusterFinding finding, Verdict verdict)
    {
        var kind = new KindOfFault(finding.Facts, finding.Root, KindPart.Id);
        var explained = kind with { Part = KindPart.Explanation };
        if (finding.Ruling.FlakyBy is not null)
            return Prose.Of($"Flaky, as people say ({kind}).");
        if (verdict.Kind == VerdictKind.Flaky)
            return finding.Again is { Failed: 0 } && !finding.Past.Flipping ? Prose.Of($"Flaky: {new RanOnceMore(finding.Facts)} ({kind}).")
                : Prose.Of($"Flaky: {new CameAndWent(finding.Facts)} ({kind}).");
        if (finding.Suspect is { } suspect)
        {
            var how = suspect.Established ? "changed" : "may have changed";
            return $"{explained} {suspect.Commit.Sha.Short} {how:t} it in {suspect.File.Path}: {suspect.Because[0]}.";
        }
        if (finding.Fault is { } fault)
        {
            var faulty = explained with { Mechanism = fault.Mechanism };
            return fault switch
            {
                { OwnError: true } => $"{fault.Name} broke by an error of its own: {new FaultSays(fault)}. {faulty}",
                { Down: true } => $"The environment: {fault.Name} is not ready ({faulty with { Part = KindPart.Id }}: {new FaultSays(fault)}). {faulty}",
                { Name.Length: > 0 } => $"The environment: dependency {fault.Name} fails or is slow ({new FaultSays(fault)}). {faulty}",
                _ => $"The environment: {new FaultSays(fault)}. {faulty}",
            };
        }
        if (finding.Trouble is { } trouble)
            return $"The environment: {new Quotation(trouble.Said)}. {explained with { Mechanism = trouble.Kind }}";
        if (verdict.Kind == VerdictKind.Preexisting)
            return $"{explained} {new BaseFailsAlike(finding.Facts)}.";
        var nobody = new NothingExplains(finding.Facts) { Whole = true };
        return finding.Facts.Events is [var logged, ..] ? Prose.Of($"{explained} The platform logged {new Quotation(logged.Citation)}. {nobody}")
            : Prose.Of($"{explained} {nobody}");
    }
}
