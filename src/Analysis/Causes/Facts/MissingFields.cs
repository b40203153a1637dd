using System.Text.RegularExpressions;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>Finds the names of fields that failures report as missing.</summary>
internal static partial class MissingFields
{
    public static IEnumerable<string> In(GroupFacts facts) =>
        facts.Symptom.Id != "payload-contract" ? [] : facts.Said(Speaker.Test).SelectMany(s => Of(s.Words)).Distinct();

    public static IEnumerable<string> Of(string words)
    {
        foreach (Match match in Field().Matches(words))
            foreach (Match name in Quoted().Matches(match.Groups["names"].Value))
                yield return name.Groups[1].Value;
    }

    [GeneratedRegex("""(?:KeyError:|missing (?:required )?(?:field|propert|key|attribute)\w*(?:\(s\))?:?|required (?:property|field|key)|has no (?:field|property|key))\s*(?<names>\[[^\]]{0,400}\]|'[^']{1,100}'|"[^"]{1,100}")""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Field();

    [GeneratedRegex("""['"]([^'"]{1,100})['"]""", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Quoted();
}
