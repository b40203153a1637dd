using System.Globalization;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>Interprets exit codes and signals: how did the process end?</summary>
internal static class ExitCodes
{
    private const int OfSignals = 128;

    /// <summary>GNU <c>timeout</c> exits with this code if the command took too long.</summary>
    private const int TimedOut = 124;

    private const int Interrupt = 2;

    /// <summary>STATUS_CONTROL_C_EXIT of Windows.</summary>
    private const uint ControlC = 0xC000013A;

    /// <summary>Start of Windows' status codes with severity "error": an access violation, a stack overflow, a corrupt heap.</summary>
    private const uint FirstStatus = 0xC0000000;
    private const uint LastStatus = 0xC000FFFF;

    /// <summary>Signals that end a process because of a fault in it, its memory, or a person's decision: QUIT, ILL, TRAP, ABRT, BUS, FPE, KILL, SEGV, TERM,
    /// XCPU, XFSZ, SYS. Programs use the codes of other signals for their own purposes (git: 129).</summary>
    private static readonly HashSet<int> Deadly = [3, 4, 5, 6, 7, 8, 9, 11, 15, 24, 25, 31];

    /// <summary>The exit code as the shell reports it: 128 + n for signal n; Python gives −n.</summary>
    /// <returns>Null for 0, which is not a failure.</returns>
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

    /// <summary>The state for <c>SIGKILL</c>, <c>killed</c> or <c>9</c>.</summary>
    public static JobState OfSignal(string signal) =>
        signal.Trim().ToUpperInvariant() is "SIGINT" or "INT" or "INTERRUPT" or "2" ? JobState.Cancelled : JobState.Killed;

    /// <summary>A signal that asks a process to end; scripts send it to processes that they started themselves.</summary>
    public static bool IsRequest(string? signal) => signal?.Trim().ToUpperInvariant() is "SIGTERM" or "TERM" or "TERMINATED" or "15" or "HANGUP";

    /// <summary>Null for text that is not an exit code.</summary>
    public static long? Parse(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null;
}
