using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Verdicts;

namespace Whybot.Analysis.Whys;

/// <summary>Has it happened before? Which gate, alert, rollback or test is missing?</summary>
internal static class SystemRung
{
    private const string Question = "Has it happened before, and what would have caught it?";

    public static WhyDraft Of(ClusterFinding finding, RunView run)
    {
        if (finding.Issues.Match is { } match)
            return new WhyDraft(Rung.System, Question,
                $"Yes: #{match.Issue.Number} {match.Issue.Title:q} describes it and is still open.", WhyStatus.Established,
                [Citation.OfJson(match.Issue.Source, match.Issue.Pointer + "/title", match.Issue.Title), .. match.Citations], $"Read #{match.Issue.Number}.");
        if (finding.Issues.SeenBefore is [var seen, ..])
        {
            Prose closed = seen.Issue.ClosedAt is { } at ? Prose.Of($", closed on {at:yyyy-MM-dd}") : Prose.Empty;
            Prose was = seen.Holds ? Prose.Of($"It came back: #{seen.Issue.Number} {seen.Issue.Title:q} describes it") : Prose.Of($"Something like it: #{seen.Issue.Number} {seen.Issue.Title:q}");
            return new WhyDraft(Rung.System, Question, $"{was}{closed}; {seen.Because[0]}.", WhyStatus.Likely,
                [Citation.OfJson(seen.Issue.Source, seen.Issue.Pointer + "/title", seen.Issue.Title), .. seen.Citations], $"Compare with #{seen.Issue.Number}.");
        }
        if (finding.Past.FailedBefore is [.., var before])
            return new WhyDraft(Rung.System, Question,
                $"Yes: it failed alike in {finding.Past.FailedBefore.Select(f => f.Run.Name).Distinct().Count()} of {finding.Past.Runs} earlier runs, and no open issue describes it.", WhyStatus.Established,
                [Citation.OfLines(before.Outcome.Source, before.Outcome.Line, before.Outcome.Line, before.Test.Name)], $"Look through the earlier runs.");
        if (finding.Past.PassedAtLast is [var passed, ..])
            return new WhyDraft(Rung.System, Question,
                $"Not in the {(finding.Past.Runs == 1 ? "earlier run that is" : $"{finding.Past.Runs} earlier runs that are"):t} known: {finding.Past.PassedAtLast.Count} of {finding.Tests.Count} passed at the last {finding.Occasion:t}.", WhyStatus.Likely,
                [.. finding.Past.PassedAtLast.Take(2).Select(p => Citation.OfLines(p.Past.Source, p.Past.Line, p.Past.Line, p.Test.Name))], $"Run {passed.Test.Suite} before the merge.");
        return WhyDraft.Unknown(Rung.System, Question,
            $"No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.");
    }
}
