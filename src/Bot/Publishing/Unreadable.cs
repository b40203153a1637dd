using Whybot.Analysis.Filing;
using Whybot.Analysis.Reports;

namespace Whybot.Publishing;

/// <summary>What is said when the analysis found nothing to read, or could not be carried out: that it is not known, and how to find out.</summary>
internal static class Unreadable
{
    public static RunDrafts Drafts(string sha, string problem)
    {
        var text = $"""
            ### ❔ Inconclusive at {Markdown.Code(sha[..8])}

            A check failed, and why is not known: {Markdown.Code(problem)}.

            What would help: upload the tests' results as JUnit XML in an artifact, and the services' logs as `.log` files beside them.

            {CommentWriter.Marker}
            """.ReplaceLineEndings("\n");
        return new RunDrafts(1, "inconclusive", Failing: true, Gates: false, new CheckDraft("Inconclusive: why a check failed is not known", text, []), text, [], [], []);
    }
}
