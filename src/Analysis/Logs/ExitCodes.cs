using System.Globalization;

namespace Whybot.Analysis.Logs;

/// <summary>What an exit code or a signal says of how a process ended.</summary>
internal static class ExitCodes
{
    private const int OfSignals = 128;

    /// <summary>GNU <c>timeout</c> ends with it where the command took too long.</summary>
    private const int TimedOut = 124;

    private const int Interrupt = 2;

    /// <summary>STATUS_CONTROL_C_EXIT of Windows.</summary>
    private const uint ControlC = 0xC000013A;

    /// <summary>The highest of Windows' statuses of severity "error": an access violation, a stack overflow, a corrupt heap.</summary>
    private const uint FirstStatus = 0xC0000000;
    private const uint LastStatus = 0xC000FFFF;

    /// <summary>Signals that end a process because of itself, its memory or somebody's will: QUIT, ILL, TRAP, ABRT, BUS, FPE, KILL, SEGV, TERM, XCPU, XFSZ, SYS. Codes of others are used by programs for their own ends (git: 129).</summary>
    private static readonly HashSet<int> Deadly = [3, 4, 5, 6, 7, 8, 9, 11, 15, 24, 25, 31];

    /// <summary>As the shell sees it: 128 + n for signal n; Python gives −n.</summary>
    /// <returns>Null for 0, which is no failure.</returns>
    public static JobState? Of(long code)
    {
        if (code == 0)
            return null;
        if (code == TimedOut)
            return JobState.TimedOut;
        var status = unchecked((uint)code);
        if (code is < int.MinValue or > uint.MaxValue)
            return JobState.Failed;
        if (status is >= FirstStatus and <= LastStatus)
            return status == ControlC ? JobState.Cancelled : JobState.Killed;
        var signal = code is < -1 and > -64 ? -code : code - OfSignals;
        return signal == Interrupt ? JobState.Cancelled : Deadly.Contains((int)signal) ? JobState.Killed : JobState.Failed;
    }

    /// <summary>Of <c>SIGKILL</c>, <c>killed</c> or <c>9</c>.</summary>
    public static JobState OfSignal(string signal) =>
        signal.Trim().ToUpperInvariant() is "SIGINT" or "INT" or "INTERRUPT" or "2" ? JobState.Cancelled : JobState.Killed;

    /// <summary>It asks a process to end; scripts send it to what they started themselves.</summary>
    public static bool IsRequest(string? signal) => signal?.Trim().ToUpperInvariant() is "SIGTERM" or "TERM" or "TERMINATED" or "15" or "HANGUP";

    /// <summary>Null for text that is no code.</summary>
    public static long? Parse(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null;
}
