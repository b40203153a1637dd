using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>Reads which name of the code a compiler's message is about: the one it does not know, or else the first one it quotes.</summary>
internal static partial class RefusedNames
{
    private const int Most = 4000;

    /// <param name="message">The compiler's lines.</param>
    /// <returns>Null if it names none.</returns>
    public static string? In(string message)
    {
        var text = message.Length <= Most ? message : message[..Most];
        return Unknown().Match(text) is { Success: true } unknown ? unknown.Groups["name"].Value
            : Quoted().Match(text) is { Success: true } quoted ? quoted.Groups["name"].Value : null;
    }

    /// <summary>Go, javac (with and without the line below the message), Kotlin, Scala, and linkers.</summary>
    [GeneratedRegex(@"\bundefined: (?:\w+\.)?(?<name>[A-Za-z_]\w*)|\bhas no field or method (?<name>\w+)"
        + @"|\bsymbol: +(?:method|class|variable|interface) (?<name>[A-Za-z_]\w*)|\b[Uu]nresolved reference:? ['‘]?(?<name>[A-Za-z_]\w*)"
        + @"|\bnot found: (?:value|type|object) (?<name>[A-Za-z_]\w*)|\bundefined reference to [`'](?:[\w:]+::)?(?<name>[A-Za-z_]\w*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Unknown();

    /// <summary>A quoted name that follows a word of the message; a quoted path at the beginning is not a name.</summary>
    [GeneratedRegex(@"(?<=\w )(?:'(?<name>[A-Za-z_]\w*)'|‘(?<name>[A-Za-z_]\w*)’|`(?<name>[A-Za-z_]\w*)[`'])|(?<=error: )‘(?<name>[A-Za-z_]\w*)’",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Quoted();
}
