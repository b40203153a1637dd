namespace Whybot.Analysis.Language.Text;

/// <summary>Splits names at case, underscores and other marks, in lower case, without a plural s; single letters are left out.</summary>
internal static class NameParts
{
    public static IEnumerable<string> Of(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
            if (i == name.Length || !char.IsLetterOrDigit(name[i]) || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                var part = name[start..i].Trim('_', '-', '.', '/', ' ', '\'', '"').ToLowerInvariant();
                if (part.Length >= 2)
                    yield return part.Length > 4 && part.EndsWith('s') && !part.EndsWith("ss", StringComparison.Ordinal) ? part[..^1] : part;
                start = i;
            }
    }
}
