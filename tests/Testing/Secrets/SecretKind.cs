namespace Whybot.Testing.Secrets;

/// <summary>One kind of credential.</summary>
/// <param name="Pattern">
/// A regular expression for <see cref="PatternSampler"/>: what it makes is the value, or a construct with the value in its group <c>secret</c>.
/// </param>
/// <param name="Names">Vendors' words and, after <c>=</c>, names as they are: the value is secret beside one of them. Empty where it is secret by
/// itself.</param>
/// <param name="Source">The documentation or the public rule set that describes the format.</param>
public sealed record SecretKind(string Id, string Pattern, IReadOnlyList<string> Names, string Source)
{
    /// <summary>All kinds, in the order of the file.</summary>
    public static IReadOnlyList<SecretKind> All { get; } = [.. Read()];

    /// <summary>Whether the pattern describes a line of a command or of a file with the secret in it.</summary>
    public bool IsConstruct => Pattern.Contains("(?<secret", StringComparison.Ordinal);

    private static IEnumerable<SecretKind> Read()
    {
        using var stream = typeof(SecretKind).Assembly.GetManifestResourceStream("Whybot.Testing.Secrets.kinds.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var id, var pattern, var names, var source])
                yield return new SecretKind(id, pattern, names.Split(',', StringSplitOptions.RemoveEmptyEntries), source);
    }
}
