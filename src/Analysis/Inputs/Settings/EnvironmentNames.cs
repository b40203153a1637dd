using System.Security.Cryptography;
using System.Text;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>
/// Names of environments. GitHub accepts any text up to 255 characters, including blanks and slashes, and treats <c>Staging</c> and <c>staging</c> as one
/// environment (docs.github.com, "Managing environments for deployment"). A name is shown as GitHub writes it, and compared ignoring case.
/// </summary>
public static class EnvironmentNames
{
    private const int LongestWord = 80;
    private const int HashCharacters = 8;

    public static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

    public static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Equal for two names of one environment; used as the key in stores and jobs.</summary>
    public static string KeyOf(string name) => name.ToLowerInvariant();

    /// <summary>
    /// One word of plain characters for file names, markers and similar uses; a plain name stays as it is. Two environments never share a word: if a character
    /// has to be replaced (<c>prod/eu</c>), a hash of the name distinguishes it from the environment that really has that name (<c>prod-eu</c>).
    /// </summary>
    public static string WordOf(string name)
    {
        var key = KeyOf(name);
        var word = new StringBuilder();
        foreach (var character in key)
            if (char.IsAsciiLetterOrDigit(character) || character is '.' or '_')
                word.Append(character);
            else if (word.Length == 0 || word[^1] != '-')
                word.Append('-');
        var plain = word.ToString().Trim('.', '-');
        if (plain == key && plain.Length is > 0 and <= LongestWord)
            return key;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..HashCharacters];
        return $"{(plain.Length > LongestWord ? plain[..LongestWord] : plain)}-{hash}".TrimStart('-');
    }
}
