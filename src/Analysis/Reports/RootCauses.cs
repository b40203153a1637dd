using Whybot.Analysis.Verdicts;

namespace Whybot.Analysis.Reports;

/// <summary>Says in one sentence what is behind a cluster, no more than was found.</summary>
internal static class RootCauses
{
    private static string Nobody(ClusterFinding finding) => finding.ChangesKnown ? "No change that explains it is known." : "What changed is not known.";

    public static Prose Of(ClusterFinding finding, Verdict verdict)
    {
        if (finding.Ruling.FlakyBy is not null)
            return Prose.Of($"Flaky, as people say ({finding.Root.Id:t}).");
        if (verdict.Kind == VerdictKind.Flaky)
            return finding.Again is { Failed: 0 } && !finding.Past.Flipping
                ? Prose.Of($"Flaky: it failed, and passed once more on the same commit ({finding.Root.Id:t}).")
                : Prose.Of($"Flaky: the same failure came and went over earlier runs ({finding.Root.Id:t}).");
        if (finding.Suspect is { } suspect)
        {
            var how = suspect.Established ? "changed" : "may have changed";
            return $"{finding.Root.Explanation:t} {suspect.Commit.ShortSha} {how:t} it in {suspect.File.Path}: {suspect.Because[0]}.";
        }
        if (finding.Fault is { } fault)
            return fault switch
            {
                { OwnError: true } => $"{fault.Name} broke by an error of its own: {fault.Said:q}. {fault.Mechanism.Explanation:t}",
                { Down: true } => $"The environment: {fault.Name} is not ready ({fault.Mechanism.Id:t}: {fault.Said:q}). {fault.Mechanism.Explanation:t}",
                { Name.Length: > 0 } => $"The environment: dependency {fault.Name} fails or is slow ({fault.Said:q}). {fault.Mechanism.Explanation:t}",
                _ => $"The environment: {fault.Said:q}. {fault.Mechanism.Explanation:t}",
            };
        return finding.Facts.Events is [var logged, ..]
            ? Prose.Of($"{finding.Root.Explanation:t} The platform logged {logged.Words:q}. {Nobody(finding):t}")
            : Prose.Of($"{finding.Root.Explanation:t} {Nobody(finding):t}");
    }
}
