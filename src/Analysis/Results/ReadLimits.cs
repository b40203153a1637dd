namespace Whybot.Analysis.Results;

/// <summary>What one result file may cost. Files come from outside; a file past a limit is read up to it, with a warning.</summary>
public static class ReadLimits
{
    /// <summary>Elements inside elements. 200,000 of them would end the process in a parser that recurses.</summary>
    public const int MaxDepth = 64;
    public const int MaxCases = 500_000;
    /// <summary>Values of one JSON document: some 300 MB of memory, whatever a file of little text is made of.</summary>
    public const int MaxValues = 3_000_000;
    public const int MaxFailureText = 64 * 1024;
    public const int MaxMessage = 16 * 1024;
    public const int MaxName = 1024;
    public const int MaxOutput = 2 * 1024;

    /// <summary>Characters that passing tests of one file printed, all together: enough to tell which words prove nothing.</summary>
    public const int MaxOutputs = 2 * 1024 * 1024;

    /// <summary>Bytes by which a file's format is known.</summary>
    public const int HeadOfFile = 64 * 1024;

    /// <summary>Bytes of one file: the limit of one artifact entry.</summary>
    public const long MaxFile = 50L * 1024 * 1024;
}
