using System.Text;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>The lines of a comment about the run itself: what was not fully read, what passed on retry, what failed and was allowed to.</summary>
internal static class RunNotes
{
    private const int MostUnread = 3;
    private const int MostFlaky = 10;
    private const int MostJobs = 20;

    /// <summary>So many need not be folded.</summary>
    private const int FewJobs = 2;

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
        var text = new StringBuilder();
        foreach (var flaky in report.Flaky.Take(MostFlaky))
            text.Append($"- {Markdown.Code(flaky.Test)}: passed on try {flaky.Tries}\n");
        if (report.Flaky.Count > MostFlaky)
            text.Append($"- and {report.Flaky.Count - MostFlaky} more\n");
        return CommentWriter.Folded($"Flaky: {Numbers.Count(report.Flaky.Count, "test")} passed on retry", text.ToString());
    }

    /// <summary>Tests that failed in an earlier attempt at the commit and passed in this one.</summary>
    public static string PassedLater(Report report)
    {
        if (report.PassedLater.Count == 0)
            return "";
        var lines = report.PassedLater.Take(MostFlaky).Select(t => (Name: Markdown.Code(t.Test), Passed: t.OfJob ? "its job passed" : "passed", t.FailedAt,
            t.PassedAt)).Select(t => t.FailedAt is null ? $"- {t.Name}: failed in an earlier attempt, {t.Passed} in this one of the same commit\n"
                : $"- {t.Name}: failed at attempt {t.FailedAt}, {t.Passed} at attempt {t.PassedAt} of the same commit\n");
        var more = report.PassedLater.Count > MostFlaky ? $"- and {report.PassedLater.Count - MostFlaky} more\n" : "";
        return CommentWriter.Folded($"Flaky: {Numbers.Count(report.PassedLater.Count, "test")} failed in one attempt and passed in a later one",
            string.Concat(lines) + more);
    }

    /// <summary>Jobs that did not end well, and steps that failed and were allowed to; one line each.</summary>
    public static string Jobs(Report report)
    {
        List<string> lines =
        [
            .. JobWords.Of(report.Jobs.Where(j => j.CutShort)).Select(j => Markdown.Of(j)),
            .. report.Jobs.SelectMany(j => j.Allowed.Select(a => Markdown.Of(Prose.Of($"{j.Name}: {a.Step:q} failed and was allowed to")))),
        ];
        if (lines.Count == 0)
            return "";
        var list = string.Concat(lines.Take(MostJobs).Select(l => $"- {l}\n"));
        return lines.Count <= FewJobs ? $"\n{list}"
            : CommentWriter.Folded($"{report.Jobs.Count(j => j.CutShort) + report.Jobs.Sum(j => j.Allowed.Count)} jobs cut short, or steps allowed to fail",
                lines.Count > MostJobs ? $"{list}- and {lines.Count - MostJobs} more\n" : list);
    }
}
