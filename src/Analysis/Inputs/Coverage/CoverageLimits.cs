namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>Limits for coverage reports, which come from outside; what exceeds one is left out with a warning.</summary>
public static class CoverageLimits
{
    /// <summary>Bytes of one report: the limit for one artifact entry.</summary>
    public const long MaxFile = 50L * 1024 * 1024;

    /// <summary>Bytes of all reports of a run.</summary>
    public const long MaxOfAll = 200L * 1024 * 1024;

    public const int MaxReports = 100;

    /// <summary>Bytes that are enough to recognise a report.</summary>
    public const int Head = 4 * 1024;

    /// <summary>Lines that are kept of one report, of all files that were asked for: about 40 MB.</summary>
    public const int MaxLines = 300_000;

    /// <summary>No file of code has more lines.</summary>
    public const int MaxLine = 10_000_000;

    public const int MaxPath = 1024;
    public const int MaxWords = 300;
    public const int MaxDepth = 64;
    public const int MaxWarnings = 5;

    /// <summary>Folders that the names of a report may be relative to.</summary>
    public const int MaxRoots = 50;
}
