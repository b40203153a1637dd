using System.Security;
using System.Text;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Histories;

/// <summary>What a run of the tests uploads: one test for each cause, and one that always passes.</summary>
internal static class WorldResults
{
    /// <param name="only">Names of the tests that run; null for all.</param>
    public static byte[] Of(IReadOnlySet<WorldCause> failing, DateTimeOffset at, IReadOnlySet<string>? only = null)
    {
        var text = new StringBuilder($"<testsuites><testsuite name=\"orders\" timestamp=\"{at:yyyy-MM-ddTHH:mm:ss}\">\n");
        foreach (var cause in WorldCause.All.Where(c => only?.Contains(c.Test) != false))
            text.Append($"<testcase classname=\"tests.test_orders\" name=\"{cause.Test}\" time=\"0.25\">{(failing.Contains(cause) ? Failure(cause) : "")}"
                + "</testcase>\n");
        if (only is null)
            text.Append("<testcase classname=\"tests.test_orders\" name=\"test_list\" time=\"0.25\"></testcase>\n");
        return Stage.Zip(("orders.xml", text.Append("</testsuite></testsuites>\n").ToString()));
    }

    /// <summary>The log of the job in which they ran.</summary>
    public static string Log(IReadOnlySet<WorldCause> failing) => failing.Count == 0 ? "2026-11-20T12:00:00.0000000Z 9 passed\n"
        : Stage.JobLog([.. failing.Select(c => $"FAILED tests/test_orders.py::{c.Test} - {c.Message}")]);

    private static string Failure(WorldCause cause)
    {
        var stack = $"tests/test_orders.py:{12 + cause.Name.Length}: in {cause.Test}\n    load()\n{cause.Line}\n    return row[key]\nE   {cause.Message}";
        return $"<failure message=\"{SecurityElement.Escape(cause.Message)}\">{SecurityElement.Escape(stack)}</failure>";
    }
}
