using System.Text.RegularExpressions;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>Recognises values that mean "nothing arrived" or "an error arrived". A failure that received one may be caused by an error elsewhere.</summary>
internal static partial class EmptyValues
{
    public static bool Received(string message) => Empty().IsMatch(message);

    [GeneratedRegex("""(?:Received(?: has value)?:|received|but (?:was|got)|got|assert)[ :=]{1,4}["'<]?(?:undefined|null|None|nil|NaN|0|\[\]|\{\}|""|''|[45]\d\d)(?=["'>]?(?:\s|$|,|\)))|["']error["']|JSONDecodeError|Unexpected end of JSON|Cannot read propert|NoneType|of (?:undefined|null)""", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Empty();
}
