using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>
/// Ruby prints all fields of an object that lacks a method, <c>#&lt;Cart:0x00007f @items=[]&gt;</c>. The error shows them, but is not about them.
/// </summary>
internal static partial class ObjectDumps
{
    /// <summary><c>#&lt;Cart&gt;</c>.</summary>
    public static string Without(string words) => Fields().Replace(words, ">");

    [GeneratedRegex(@"(?<=#<[A-Z][\w:]{0,200}):0x[0-9a-f]{1,32} @.*>", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Fields();
}
