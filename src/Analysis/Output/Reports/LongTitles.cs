using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results.Console;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// Shortens what a job says about its failure to a title. What comes first is what was tried, and the reason is at the end: <c>Could not transfer X from Y
/// (https://…): Connection reset</c>. So the tool's own name, addresses and advice go first, and the middle only then.
/// </summary>
internal static partial class LongTitles
{
    private const int ShortestSentence = 40;
    private const int ShortestReason = 3;
    private const int LongestReason = 60;

    /// <param name="words">One line.</param>
    /// <param name="most">Maximum number of characters; text that cannot be shortened well stays longer.</param>
    public static string Shorten(string words, int most)
    {
        if (words.Length <= most)
            return words;
        var shorter = Help().Replace(Address().Replace(Tool().Replace(words, ""), ""), "");
        return shorter.Length > most && Sentence().Match(shorter) is { Success: true, Length: >= ShortestSentence } first && first.Length <= most
            ? first.Value : shorter;
    }

    /// <summary>Leaves out the middle if the text ends with a reason: <c>Failed to execute goal…: No space left on device</c>.</summary>
    public static string KeepEnd(string words, int most)
    {
        if (words.Length <= most || Reason().Match(words) is not { Success: true } found || found.Groups["reason"].Value is not
            { Length: >= ShortestReason and <= LongestReason } reason || JobNoise.IsConsequence(reason))
            return words;
        var head = words[..(most - reason.Length - "…: ".Length)];
        return $"{(head.LastIndexOf(' ') is > ShortestSentence and var word ? head[..word] : head).TrimEnd(' ', ':', ',')}…: {reason}";
    }

    [GeneratedRegex(@"^(?:npm (?:ERR!|error)|\[ERROR\]|ERROR:|Error:|error:) +", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Tool();

    [GeneratedRegex(@" \(https?://[^()\s]{1,500}\)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Address();

    /// <summary>Where Maven and others explain the error.</summary>
    [GeneratedRegex(@"(?: -> \[Help \d\])+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Help();

    /// <summary>What comes before advice. Any other sentence may be the reason.</summary>
    [GeneratedRegex(@"^.{1,400}?\.(?= (?:Please|Run|Use|Try|You can|See|Update|Make sure|Check) )", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Sentence();

    /// <summary>Words after the last colon; quoted text, data and figures are no reason.</summary>
    [GeneratedRegex(@": (?<reason>[A-Za-z][^:""'`{}\[\]<>=]*[A-Za-z][^:""'`{}\[\]<>=]*)$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, 10000)]
    private static partial Regex Reason();
}
