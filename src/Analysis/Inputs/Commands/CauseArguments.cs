using System.Globalization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Inputs.Commands;

/// <summary>Arguments that name causes and issues, read from a command's words: a signature, an issue number, a count, and the remaining words.</summary>
/// <param name="Signature">A cause's signature; null for none.</param>
/// <param name="Issue">Written as <c>#17</c>; null for none.</param>
/// <param name="Number">A plain number; null for none.</param>
public sealed partial record CauseArguments(ClusterId? Signature, int? Issue, int? Number, string Rest)
{
    public static CauseArguments Read(string arguments)
    {
        var read = new CauseArguments(null, null, null, "");
        var words = arguments.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var (word, i) in words.Select((w, i) => (w, i)))
        {
            if (read.Signature is null && OfSignature().IsMatch(word))
                read = read with { Signature = new ClusterId(word) };
            else if (read.Issue is null && word is ['#', ..] && Whole(word[1..]) is { } issue)
                read = read with { Issue = issue };
            else if (read.Number is null && Whole(word) is { } number)
                read = read with { Number = number };
            else
                return read with { Rest = string.Join(' ', words[i..]) };
        }
        return read;
    }

    private static int? Whole(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex("^(?:w[0-9]+-[0-9a-f]{6,40}|(?:mass|down)-[a-z0-9-]{1,60})$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OfSignature();
}

/// <summary>A time and a reason: <c>7d the vendor fixes it</c>.</summary>
public static partial class MuteArguments
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <returns>Null when they cannot be read; the time is above zero and at most <see cref="Longest"/>.</returns>
    public static (TimeSpan Time, string Reason)? Read(string arguments)
    {
        var match = OfTime().Match(arguments);
        if (!match.Success)
            return null;
        var count = int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
        var time = match.Groups["unit"].Value switch { "h" => TimeSpan.FromHours(count), "d" => TimeSpan.FromDays(count), _ => TimeSpan.FromDays(7 * count) };
        return time > TimeSpan.Zero && time <= Longest ? (time, match.Groups["reason"].Value.Trim()) : null;
    }

    [GeneratedRegex(@"^(?<count>[0-9]{1,4})(?<unit>[hdw])[ \t]+(?<reason>\S.{0,400})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfTime();
}
