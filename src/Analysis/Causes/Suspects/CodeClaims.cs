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
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Reread(At) is not null && (facts.Holds(File.Source, File.Pointer + "/patch", Name) || Patch.Parse(File.Patch).Hunks
            .Any(h => TouchedDefinitions.Of(h, facts.Incident.Sources.Find(File.Path)).Contains(Name)))
            ? Prose.Of($"it changed {Name:q}, which the failing test's code uses ({At.Source[(SourceTree.Folder.Length + 1)..]}:{At.Line ?? 0})") : null;
}
