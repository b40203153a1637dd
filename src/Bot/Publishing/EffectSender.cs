using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Reads an effect's draft for the sender of its kind.</summary>
internal abstract class EffectSender<TDraft> : IEffectSender<TDraft> where TDraft : class
{
    private const int MaxLine = 300;

    public abstract string Kind { get; }

    public Type DraftType => typeof(TDraft);

    public abstract int Order { get; }

    public virtual bool Notifies => true;

    public virtual bool Acts => false;

    public virtual bool AtMostOnce => false;

    public abstract Task<Sending> SendAsync(TDraft draft, Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel);

    public abstract string Describe(TDraft draft);

    public virtual string? Body(TDraft draft) => null;

    public abstract string Link(TDraft draft, long remoteId);

    public Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel) =>
        SendAsync(EffectJson.Read<TDraft>(effect.Draft), effect, repository, claim, cancel);

    public EffectDescription Describe(Effect effect)
    {
        var draft = EffectJson.Read<TDraft>(effect.Draft);
        return new EffectDescription(SafeText.OneLine(Describe(draft), MaxLine), Body(draft));
    }

    public string? Link(Effect effect) => effect.RemoteId is { } id ? Link(EffectJson.Read<TDraft>(effect.Draft), id) : null;
}
