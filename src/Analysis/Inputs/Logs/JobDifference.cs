namespace Whybot.Analysis.Inputs.Logs;

/// <summary>What a failing job's log says and the logs of the job's last passes do not, the cause before its consequences.</summary>
/// <param name="Source">The failing job's log, relative to the incident's folder.</param>
/// <param name="Passing">The logs it was compared with, newest first.</param>
public sealed record JobDifference(string Source, IReadOnlyList<string> Passing, IReadOnlyList<LogBlock> Blocks)
{
    /// <summary>It names an error, so the job has most likely failed even if its log does not say how it ended.</summary>
    public bool Names { get; init; }
}

/// <summary>Lines of a failing job's log that belong together and are new.</summary>
/// <param name="First">1-based.</param>
/// <param name="Last">Inclusive.</param>
/// <param name="Telling">The few lines that matter, without stamps and colours, the one that says most first; never empty.</param>
public sealed record LogBlock(int First, int Last, IReadOnlyList<LogLine> Telling)
{
    public LogLine Headline => Telling[0];

    public bool Contains(int line) => line >= First && line <= Last;
}
