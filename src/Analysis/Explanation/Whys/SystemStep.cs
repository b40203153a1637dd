using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>Has it happened before? Which gate, alert, rollback or test is missing?</summary>
internal static class SystemStep
{
    private const string Question = "Has it happened before, and what would have caught it?";

    public static WhyDraft Of(ClusterFinding finding, RunView run)
    {
        if (finding.Issues.Match is { } match)
            return new WhyDraft(WhyStep.System, Question,
                $"Yes: {new DescribedBy(finding.Facts, match.Issue)}.", WhyStatus.Established,
                [Citation.OfJson(match.Issue.Source, match.Issue.Pointer + "/title", match.Issue.Title), .. match.Citations],
                    $"Read {new IssueNumber(match.Issue.Number)}.");
        if (finding.Issues.SeenBefore is [var seen, ..])
        {
            var closed = new ClosedOn(seen.Issue);
            Prose was = seen.Holds ? Prose.Of($"It came back: {new IssueNumber(seen.Issue.Number)} {new IssueTitle(seen.Issue)} describes it")
                : Prose.Of($"Something like it: {new IssueNumber(seen.Issue.Number)} {new IssueTitle(seen.Issue)}");
            return new WhyDraft(WhyStep.System, Question, $"{was}{closed}; {seen.Because[0]}.", WhyStatus.Likely,
                [Citation.OfJson(seen.Issue.Source, seen.Issue.Pointer + "/title", seen.Issue.Title), .. seen.Citations],
                    $"Compare with {new IssueNumber(seen.Issue.Number)}.");
        }
        if (finding.Past.FailedBefore is [.., var before])
            return new WhyDraft(WhyStep.System, Question,
                $"Yes: it failed alike in {new FailedAlikeIn(finding.Facts)}, and {new NoOpenIssue(finding.Facts)}.", WhyStatus.Established,
                [before.Outcome.Cite(before.Test)], $"Look through the earlier runs.");
        if (finding.Past.PassedAtLast is [var passed, ..])
            return new WhyDraft(WhyStep.System, Question,
                $"Not seen before: {new NothingBefore(finding.Facts)}; {new PassedAtLast(finding.Facts)}.", WhyStatus.Likely,
                [.. finding.Past.PassedAtLast.Take(2).Select(p => p.Past.Cite(p.Test))],
                    $"Run {passed.Test.Suite} before the merge.");
        return WhyDraft.Unknown(WhyStep.System, Question,
            $"Whether it happened before is not known: {new NothingBefore(finding.Facts)}, and {new NoIssueAtAll(finding.Facts)}. Keep the results of runs "
                + $"so that later ones can be compared.");
    }
}
