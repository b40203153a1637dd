using Whybot.Analysis.Decisions.Acting;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Publishing;

/// <summary>The text for an analysis that found nothing to read or could not be carried out: it says that the result is unknown, and how to find out.</summary>
internal static class Unreadable
{
    public static RunDrafts Drafts(CommitSha sha, string problem, bool failing, bool gates, string? environment = null)
    {
        // A check that can be required must not pass if the result is unknown, whether or not anything failed.
        var text = $"""
            ### {(failing || gates ? "❔ Inconclusive" : "✅ No check failed")} at {Markdown.Code(sha.Short)}

            {(failing ? "A check failed, and why is not known" : "No check failed, and the results are not known")}: {Markdown.Code(problem)}.

            What would help: upload the tests' results as JUnit XML in an artifact, and the services' logs as `.log` files beside them.

            {CommentWriter.MarkerOf(environment)}
            """.ReplaceLineEndings("\n");
        return new RunDrafts(1, Decision.Inconclusive, failing, gates,
            new CheckDraft(failing ? "Inconclusive: why a check failed is not known" : gates
                ? "Inconclusive: no check failed, and no results were read" : "No check failed", text, []), text, [], [], [])
        {
            Reason = problem,
            Acting = new ActionFacts { Unread = [new InputProblem("results", null, ReadExtent.None, problem)] },
        };
    }
}
