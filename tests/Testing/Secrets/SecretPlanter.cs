namespace Whybot.Testing.Secrets;

/// <summary>Makes texts with secrets in them. The same seed makes the same ones.</summary>
public sealed class SecretPlanter(int seed)
{
    /// <summary>Any so many characters of a secret in a row are a leak; of a shorter one, all of it.</summary>
    public const int Run = 12;

    /// <summary>Of a run, so many must be the secret's own: what all values of a kind have tells nothing.</summary>
    private const int Own = 8;

    private static readonly string[] Words = ["maple", "otter", "Falcon", "winter", "Bridge", "copper", "tulip", "Harbor", "pepper", "Rocket", "velvet",
        "Summer", "walnut", "canyon"];
    private readonly Random _random = new(seed);

    public static IReadOnlyList<Split> Splits { get; } = Enum.GetValues<Split>();

    /// <summary>Ids of all kinds, those of the file and the passwords that people choose.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. SecretKind.All.Select(k => k.Id), .. SecretPlace.OfPasswords.Select(p => $"password {p.Name}")];

    /// <summary>One of each kind after another, each round split in the next way.</summary>
    public IEnumerable<PlantedSecret> Many(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Next(i % Kinds.Count, Splits[(i / Kinds.Count + i) % Splits.Count]);
    }

    /// <param name="kind">Index in <see cref="Kinds"/>.</param>
    public PlantedSecret Next(int kind, Split split)
    {
        if (kind >= SecretKind.All.Count)
            return Password(SecretPlace.OfPasswords[kind - SecretKind.All.Count], split);
        var of = SecretKind.All[kind];
        var sample = new PatternSampler(_random).Make(of);
        var place = of.Names.Count > 0 ? new SettingNames(_random).Of(of)
            : Any(of.IsConstruct || sample.Text.Any(c => c is '\n' or ' ' or '"') ? SecretPlace.OfLines : SecretPlace.OfTokens);
        return Planted(of.Id, place, split, sample);
    }

    private PlantedSecret Password(SecretPlace place, Split split)
    {
        var word = Any(Words);
        var chosen = _random.Next(4) switch
        {
            0 => $"{word}{_random.Next(10, 10000)}!",
            1 => $"{word[..4]}-{Any(Words)[..3]}.{_random.Next(10, 100)}",
            2 => $"{_random.Next(10, 100)}{word}_{Any(Words)}{_random.Next(10)}",
            _ => $"{word[..3]}{(char)('A' + _random.Next(26))}{_random.Next(100, 1000)}{Any(Words)[..2]}",
        };
        return Planted($"password {place.Name}", place, split, new Sample(chosen, 0, chosen.Length, [.. chosen.Select(_ => true)]));
    }

    private PlantedSecret Planted(string kind, SecretPlace place, Split split, Sample sample)
    {
        var (text, start) = place.With(sample.Text);
        return new PlantedSecret(kind, place.Name, split, new Splitter(_random).Apply(split, text, start + sample.Start, sample.Length), sample.Secret,
            Needles(sample));
    }

    private static IReadOnlyList<string> Needles(Sample sample)
    {
        var secret = sample.Secret;
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= secret.Length; i++)
            if (Enumerable.Range(sample.Start + i, Run).Count(at => sample.Random[at]) >= Own && !secret.AsSpan(i, Run).ContainsAny('\n', ' '))
                found.Add(secret.Substring(i, Run));
        return found.Count > 0 ? [.. found] : [secret];
    }

    private T Any<T>(IReadOnlyList<T> among) => among[_random.Next(among.Count)];
}
