namespace Whybot.Publishing;

/// <summary>The registered senders, by kind and by draft.</summary>
internal sealed class EffectSenders(IEnumerable<IEffectSender> senders)
{
    private readonly Dictionary<string, IEffectSender> _byKind = senders.ToDictionary(s => s.Kind, StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _kinds = senders.ToDictionary(s => s.DraftType, s => s.Kind);

    /// <summary>Kinds that do more than say something.</summary>
    public IReadOnlyList<string> Acting => [.. _byKind.Values.Where(s => s.Acts).Select(s => s.Kind)];

    /// <returns>Null for a kind that this version does not know.</returns>
    public IEffectSender? Find(string kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>The kind that drafts of a type are stored under.</summary>
    /// <exception cref="InvalidOperationException">No sender of such drafts is registered in <see cref="EffectRegistration"/>.</exception>
    public string KindOf<TDraft>() where TDraft : class => _kinds.TryGetValue(typeof(TDraft), out var kind) ? kind
        : throw new InvalidOperationException($"no sender of {typeof(TDraft).Name} is registered; add it to {nameof(EffectRegistration)}");
}
