using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Causes.Mechanisms;

/// <summary>One kind of fault, recognised by the messages that it causes.</summary>
/// <param name="Id">The cause in reports.</param>
/// <param name="Family">The group of faults that it belongs to; rules refer to families.</param>
/// <param name="Pattern">Matches the messages that it causes; a regular expression without lookaround.</param>
/// <param name="Question">The second why.</param>
/// <param name="Brief">
/// The fault as a clause; in braces what to call the one that has it, if its name is not known: <c>{a service} refuses connections</c>.
/// </param>
/// <param name="Explanation">What such a message means.</param>
/// <param name="Next">What to look at next.</param>
/// <param name="Verbs">Names that a change can bring in to cause the fault.</param>
/// <param name="Places">Parts of paths where such faults occur.</param>
/// <param name="Examples">Messages that the pattern must match; each is used as a test.</param>
internal sealed record Mechanism(string Id, FaultFamily Family, string Pattern, string Question, string Brief, string Explanation,
    string Next, IReadOnlyList<string> Verbs, IReadOnlyList<string> Places, IReadOnlyList<string> Examples)
{
    public static readonly Mechanism Unknown = new(
        "unknown", FaultFamily.Unknown, "(?!)", "What kind of fault produces that message?", "{a service} is not ready",
        "No known kind of fault produces that message.", "Read the failing test and its log.", [], [], [])
    {
        Transient = Transience.Never,
        Changes = [],
    };

    /// <summary>Whether running the same commit again may be enough.</summary>
    public required Transience Transient { get; init; }

    /// <summary>Whether the message itself shows it, so that the explanation tells its reader nothing new.</summary>
    public bool Evident { get; init; }

    /// <summary>Which kinds of files a change must touch to bring such a fault; empty if no change can.</summary>
    public required IReadOnlyList<ChangedKind> Changes { get; init; }

    private const int MaxWords = 4096;

    /// <summary>The program's own patterns, on at most <see cref="MaxWords"/> characters; a text that still takes too long matches nothing.</summary>
    private readonly Lazy<Regex> _regex = new(() => new Regex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2)));

    public bool Matches(string words)
    {
        if (this == Unknown)
            return false;
        try
        {
            return _regex.Value.IsMatch(words.Length <= MaxWords ? words : words[..MaxWords]);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The words in which a text shows this kind of fault, in lower case.</summary>
    public IEnumerable<string> Shown(string words) => _regex.Value.Matches(words.Length <= MaxWords ? words : words[..MaxWords])
        .Select(m => m.Value.ToLowerInvariant());

    /// <summary>The first place in a text that shows this kind of fault; null for none.</summary>
    public (int Index, int Length)? FirstIn(string words) =>
        Matches(words) && _regex.Value.Match(words.Length <= MaxWords ? words : words[..MaxWords]) is { Success: true } found
            ? (found.Index, found.Length) : null;

    /// <summary>Nearly any failure can show it, so a more specific kind in the same words says more.</summary>
    public bool IsVague => Id is "unknown" or "process-failed" or "wrong-value";

    /// <summary>A compiler or a type checker refuses the code at the place that it prints.</summary>
    public bool RefusesCode => Id is "compile-error" or "undefined-name" or "type-error";

    /// <summary>A failure of this family may be caused by something that failed behind the tested service.</summary>
    public bool MayBeConsequence => Family is FaultFamily.Connectivity or FaultFamily.Server or FaultFamily.Timing or FaultFamily.Quota
        or FaultFamily.Protocol or FaultFamily.Resource;

    /// <summary>A fault of the code's surroundings, if nothing in the diff explains it.</summary>
    public bool OfEnvironment => Family is FaultFamily.Connectivity or FaultFamily.Quota or FaultFamily.Resource or FaultFamily.Timing
        or FaultFamily.Configuration;
}

/// <summary>The kinds of fault that the bot knows, most specific first.</summary>
internal static partial class MechanismCatalogue
{
    public static IReadOnlyList<Mechanism> All { get; } = Load();

    /// <summary>The first kind of fault that any of the words shows; <see cref="Mechanism.Unknown"/> for none.</summary>
    public static Mechanism Of(IEnumerable<string> words)
    {
        var texts = words as IReadOnlyCollection<string> ?? [.. words];
        return All.FirstOrDefault(m => texts.Any(m.Matches)) ?? Mechanism.Unknown;
    }

    public static Mechanism Of(string words) => Of([words]);

    /// <summary>Its position in the catalogue: the lower, the more specific.</summary>
    public static int Rank(Mechanism mechanism) => mechanism == Mechanism.Unknown ? int.MaxValue : Array.IndexOf([.. All], mechanism);

    private static IReadOnlyList<Mechanism> Load()
    {
        using var stream = typeof(MechanismCatalogue).Assembly.GetManifestResourceStream("Whybot.Analysis.Causes.Mechanisms.mechanisms.json")!;
        return Read(stream);
    }

    /// <exception cref="JsonException">It is not a catalogue, or a family in it is unknown or missing.</exception>
    internal static IReadOnlyList<Mechanism> Read(Stream json) => JsonSerializer.Deserialize(json, CatalogueJson.Default.IReadOnlyListMechanism)!;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true,
        UseStringEnumConverter = true, Converters = [typeof(FaultFamilyJson)])]
    [JsonSerializable(typeof(IReadOnlyList<Mechanism>))]
    private sealed partial class CatalogueJson : JsonSerializerContext;
}
