using System.Text;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>The lines of a comment about the run itself: what was not fully read, what passed on retry, what failed and was allowed to.</summary>
internal static class RunNotes
{
    private const int MostUnread = 3;
    private const int MostFlaky = 10;

    /// <summary>Among the first lines: as long as there is one of these, nothing else can be trusted to be complete.</summary>
    public static string Unread(Report report)
    {
        if (report.Unread.Count == 0)
            return "";
        var named = report.Unread.Take(MostUnread).Select(u => Markdown.Of(Prose.Of($"{u.Place} ({u.Reason})")));
        var more = report.Unread.Count > MostUnread ? $"; and {report.Unread.Count - MostUnread} more" : "";
        return $"\n**Not fully read:** {string.Join("; ", named)}{more}\n";
    }

    /// <summary>Tests that failed first and passed when they were retried.</summary>
    public static string Flaky(Report report)
    {
        if (report.Flaky.Count == 0)
            return "";
        var text = new StringBuilder($"\n**Flaky in this run** ({Numbers.Count(report.Flaky.Count, "test")} failed first and passed on retry)\n\n");
        foreach (var flaky in report.Flaky.Take(MostFlaky))
            text.Append($"- {Markdown.Code(flaky.Test)}: passed on try {flaky.Tries}\n");
        if (report.Flaky.Count > MostFlaky)
            text.Append($"- and {report.Flaky.Count - MostFlaky} more\n");
        return text.ToString();
    }

    /// <summary>Jobs that did not end well, and steps that failed and were allowed to; one line each.</summary>
    public static string Jobs(Report report)
    {
        var text = new StringBuilder();
        foreach (var job in report.Jobs.Where(j => j.CutShort))
            text.Append($"- {Markdown.Of(JobWords.Of(job))}\n");
        foreach (var (job, allowed) in report.Jobs.SelectMany(j => j.Allowed.Select(a => (j, a))))
            text.Append($"- {Markdown.Of(Prose.Of($"{job.Name}: {allowed.Step:q} failed and was allowed to"))}\n");
        return text.Length == 0 ? "" : $"\n**Jobs**\n\n{text}";
    }
}
