using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary><c>it changed `parse_block`, which the failing test calls</c>: by name, in the test's code.</summary>
/// <param name="At">Where the test's code has it.</param>
internal sealed record CalledByTest(ChangedFile File, GroupFacts Cluster, string Name, Citation At) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Reread(At) is not null && HasChanged(File, Name, facts)
        ? Prose.Of($"it changed {Name:q}, which the failing test's code uses ({Place(At)})") : null;

    /// <summary>Whether a change's lines have the name, or are in its definition.</summary>
    public static bool HasChanged(ChangedFile file, string name, ClaimFacts facts) => facts.Holds(file.Source, file.Pointer + "/patch", name)
        || Patch.Parse(file.Patch).Hunks.Any(h => TouchedDefinitions.Of(h, facts.Incident.Sources.Find(file.Path)).Contains(name));

    public static string Place(Citation source) => $"{source.Source[(SourceTree.Folder.Length + 1)..]}:{source.Line ?? 0}";
}

/// <summary>
/// <c>it changed `parse_block`, which the failing test's code uses through `parse`</c>: by name, in the definition of what the test's code has.
/// </summary>
/// <param name="By">What the test's code has.</param>
/// <param name="At">Where the test's code has that.</param>
/// <param name="Within">Where its definition has the changed name.</param>
internal sealed record CalledThrough(ChangedFile File, GroupFacts Cluster, string Name, string By, Citation At, Citation Within) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Reread(At) is not null && facts.Reread(Within) is not null
        && facts.Incident.Sources.Find(Within.Source[(SourceTree.Folder.Length + 1)..])?.Around(Within.Line ?? 0).Any(d => d.Name == By) == true
        && CalledByTest.HasChanged(File, Name, facts)
        ? Prose.Of($"it changed {Name:q}, which the failing test's code uses through {By:q} ({CalledByTest.Place(At)}, {CalledByTest.Place(Within)})") : null;
}
