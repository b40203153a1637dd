namespace Whybot.Analysis.Inputs.Results;

/// <summary>Limits for one result file. Files come from outside; a file that exceeds a limit is read up to it, with a warning.</summary>
public static class ReadLimits
{
    /// <summary>Nesting depth of elements. 200,000 levels would crash a recursive parser and the process.</summary>
    public const int MaxDepth = 64;
    public const int MaxCases = 500_000;
    /// <summary>Values of one JSON document: about 300 MB of memory, even if the file has little text.</summary>
    public const int MaxValues = 3_000_000;
    public const int MaxFailureText = 64 * 1024;
    public const int MaxMessage = 16 * 1024;
    public const int MaxName = 1024;
    public const int MaxOutput = 2 * 1024;

    /// <summary>Total characters of output kept from passing tests in one file: enough to see which words prove nothing.</summary>
    public const int MaxOutputs = 2 * 1024 * 1024;

    /// <summary>Bytes that are enough to recognise a file's format.</summary>
    public const int HeadOfFile = 64 * 1024;

    /// <summary>Bytes per file: the limit for one artifact entry.</summary>
    public const long MaxFile = 50L * 1024 * 1024;
}
