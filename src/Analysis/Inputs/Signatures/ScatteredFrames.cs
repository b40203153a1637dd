using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Signatures;

/// <summary>
/// Finds messages whose frames differ from failure to failure: such frames say nothing about the cause, so that failures with the same message are one cause. A
/// message of ordinary words alone ("Object reference not set to an instance of an object") may well have a cause in each place, unless there are very many.
/// </summary>
internal sealed class ScatteredFrames
{
    /// <summary>In fewer places than this, each may have a cause of its own.</summary>
    private const int ManyPlaces = 8;

    /// <summary>So many causes do not share one message by chance, whatever it says.</summary>
    private const int VeryManyPlaces = 50;

    private readonly Dictionary<(string? Type, string Message), Signature> _merged = [];
    private readonly IReadOnlySet<string> _own;

    /// <param name="own">Ids that are never replaced, because they have their own issues.</param>
    public ScatteredFrames(IReadOnlyList<(Signature Signature, int Tests)> failing, IReadOnlySet<string> own)
    {
        _own = own;
        foreach (var places in failing.GroupBy(f => (f.Signature.ErrorType, f.Signature.Message)))
            if (places.Count() >= (IsTelling(places.Key.Message) ? ManyPlaces : VeryManyPlaces) && places.Sum(p => p.Tests) < 2 * places.Count())
                _merged[places.Key] = new Signature(Signature.IdOf(places.Key.ErrorType, places.Key.Message, []), places.Key.ErrorType, places.Key.Message, []);
    }

    /// <summary>The signature without its frames, if they say nothing.</summary>
    public Signature Without(Signature signature) =>
        _merged.Count > 0 && !_own.Contains(signature.Id) && _merged.TryGetValue((signature.ErrorType, signature.Message), out var merged) ? merged : signature;

    private static bool IsTelling(string message) =>
        MessageNormalizer.Quoted().IsMatch(message) || Tokens.Of(message).Values.Any(t => t.Kind != TermKind.Word);
}
