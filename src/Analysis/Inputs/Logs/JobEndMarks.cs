namespace Whybot.Analysis.Inputs.Logs;

/// <summary>Messages of jobs that were ended from outside: a limit, a cancellation, a lost machine. Their tests did not fail; they did not finish.</summary>
internal static class JobEndMarks
{
    private static readonly string[] Marks =
    [
        "operation was canceled", "has exceeded the maximum execution time", "received a shutdown signal", "lost communication with the server",
            "was cancelled", "exit code 143", "exit code 137",
    ];

    public static bool IsFromOutside(string error) => Marks.Any(m => error.Contains(m, StringComparison.OrdinalIgnoreCase));
}
