using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// Gives each cause what is new in the logs of its jobs. A block belongs to the causes whose failures are in it; the others belong to the job as a whole and
/// are shown with its first cause.
/// </summary>
internal sealed class LogEvidence(IReadOnlyList<JobDifference> differences, IEvidence evidence)
{
    public const int MostLines = 40;

    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <summary>Call it for one cause after the other, the first one first.</summary>
    /// <param name="all">All causes of the run.</param>
    public IReadOnlyList<EvidenceBlock> Of(ClusterFinding finding, IReadOnlyList<ClusterFinding> all)
    {
        var blocks = new List<EvidenceBlock>();
        foreach (var difference in differences.Where(d => finding.Tests.Any(t => t.Source == d.Source)))
        {
            var first = _begun.Add(difference.Source);
            var own = difference.Blocks.Where(b => Holds(b, finding, difference.Source) || (first && !all.Any(f => Holds(b, f, difference.Source))));
            blocks.AddRange(own.Select(b => Read(difference.Source, b)).OfType<EvidenceBlock>());
        }
        return blocks;
    }

    private static bool Holds(LogBlock block, ClusterFinding finding, string source) =>
        finding.Tests.Any(t => t.Source == source && (block.Contains(LineOf(t)) || block.Contains(t.Failure?.EndLine ?? t.EndLine)));

    private static int LineOf(TestCase test) => test.Failure?.Line ?? test.Line;

    /// <summary>Null if it cannot be read again as it was.</summary>
    private EvidenceBlock? Read(string source, LogBlock block)
    {
        if (CitationChecker.Check(Citation.OfBlock(source, block.First, block.Last, block.Headline.Text), evidence) is not { } place)
            return null;
        var lines = evidence.TryReadLines(source, block.First, Math.Min(block.Last, block.First + MostLines - 1), out var text)
            ? text.Split('\n').Select(JobLogScanner.Bare) : [];
        return new EvidenceBlock(place, Clean(block.Telling.Select(l => l.Text)), Clean(lines));
    }

    /// <summary>Masks the lines together, since a secret can span several; the number of lines stays the same.</summary>
    private static IReadOnlyList<string> Clean(IEnumerable<string> lines) => Secrets.Redact(string.Join('\n', lines)).Split('\n');
}
