using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;

namespace Whybot.Analysis.Tests.Inputs.Results.Console;

/// <summary>Reads lines as the log of a job that ran them in one step.</summary>
internal static class ConsoleLog
{
    public static ResultFile Of(params IEnumerable<string> printed) => Read([.. printed, "##[error]Process completed with exit code 1."]).ShouldNotBeNull();

    /// <summary>Of a job that ended well.</summary>
    public static ResultFile? OfGreen(params IEnumerable<string> printed) => Read([.. printed, "Cleaning up orphan processes"]);

    private static ResultFile? Read(IEnumerable<string> printed)
    {
        var results = new ConsoleResults("logs/ci-12345678.txt");
        foreach (var line in (string[])["##[group]Run make test", "##[endgroup]", .. printed])
            results.Feed($"2026-11-20T12:00:00.0000000Z {line}");
        return results.Finish();
    }
}
