namespace Whybot.Runs.Analyzing;

/// <summary>The files that <c>whybot rules</c> reads and writes.</summary>
internal static class RuleFiles
{
    /// <summary>The text, in the folder that is read.</summary>
    public const string Body = "issue.md";

    /// <summary>The text to report.</summary>
    public const string Output = "rules.md";

    /// <summary>The file with one line per rule: accepted or refused.</summary>
    public const string Accepted = "rules.txt";
}
