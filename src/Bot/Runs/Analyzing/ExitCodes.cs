using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;

namespace Whybot.Runs.Analyzing;

/// <summary>Exit codes, for scripts.</summary>
internal static class ExitCodes
{
    /// <summary>The folder could not be read, or the reports could not be written.</summary>
    public const int Unreadable = 3;

    /// <summary>EX_USAGE of sysexits.h.</summary>
    public const int Usage = 64;

    /// <summary>EX_SOFTWARE of sysexits.h: an internal error must not look like a decision.</summary>
    public const int Internal = 70;

    /// <summary>Prints what is wrong and returns the exit code.</summary>
    public static int Fail(int code, string message)
    {
        Console.Error.WriteLine($"whybot: {message}");
        return code;
    }

    /// <summary>Every decision except go is a failure.</summary>
    public const string FailOnAll = "all";
    public const string FailNever = "never";

    /// <summary>The name of <see cref="FailOnAll"/> before 0.1.</summary>
    private const string Mildest = "inconclusive";

    /// <summary>The exit code for a decision; 0 if it does not count as a failure.</summary>
    /// <param name="failOn">Decisions that count as failures, separated by commas; <c>no-go</c> always counts. Null for all.</param>
    public static int Of(Decision decision, string? failOn)
    {
        var row = DecisionTable.Of(decision);
        var named = (failOn ?? FailOnAll).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var counts = !named.Contains(FailNever) && (decision == Decision.NoGo || named.Contains(FailOnAll) || named.Contains(Mildest)
            || named.Contains(row.Json));
        return counts ? row.ExitCode : DecisionTable.Of(Decision.Go).ExitCode;
    }

    /// <summary>What is wrong with a list of decisions; null if nothing is.</summary>
    public static string? Problem(string failOn)
    {
        string[] known = [FailOnAll, FailNever, .. DecisionTable.Rows.Where(r => r.Decision != Decision.Go).Select(r => r.Json)];
        var named = failOn.Split(',', StringSplitOptions.TrimEntries);
        return named.FirstOrDefault(n => !known.Contains(n)) is { } unknown ? $"'{unknown}' is not a decision; use {string.Join(", ", known)}"
            : named.Length > 1 && named.Contains(FailNever) ? "'never' does not go with a decision" : null;
    }
}
