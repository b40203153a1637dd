using System.Text.Json;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>A kind of effect, as the outbox's rows need it: without the type of its draft.</summary>
internal interface IEffectSender
{
    /// <summary>The name that rows of the outbox carry. It never changes: rows of earlier versions have it too.</summary>
    string Kind { get; }

    /// <summary>The type of its drafts; each kind has its own.</summary>
    Type DraftType { get; }

    /// <summary>Lower ones go first: a comment can then name the issue that was filed for its cause.</summary>
    int Order { get; }

    /// <summary>Whether people are notified; if so, only a limited number are written to one thread per hour.</summary>
    bool Notifies { get; }

    /// <summary>
    /// Whether it does more than say something: it starts, undoes, closes or writes. Inside GitHub Actions only the run that decided it carries it out, since
    /// the state that a later run reads may have been forged.
    /// </summary>
    bool Acts { get; }

    /// <summary>Whether doing it twice does harm; if so, it is not done again when GitHub's answer was lost.</summary>
    bool AtMostOnce { get; }

    /// <inheritdoc cref="IEffectSender{TDraft}.SendAsync"/>
    /// <exception cref="JsonException">Another version wrote the draft, and this one cannot read it.</exception>
    Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel);

    /// <summary>What the effect writes, for people.</summary>
    /// <exception cref="JsonException">Another version wrote the draft, and this one cannot read it.</exception>
    EffectDescription Describe(Effect effect);

    /// <summary>Where the effect can be seen, as a path below the repository's page on GitHub; null if it is nowhere yet.</summary>
    /// <exception cref="JsonException">Another version wrote the draft, and this one cannot read it.</exception>
    string? Link(Effect effect);
}

/// <summary>Writes effects of one kind on GitHub, describes them, and knows where they can be seen.</summary>
internal interface IEffectSender<in TDraft> : IEffectSender where TDraft : class
{
    /// <summary>Checks what is already there before it writes, so that a lost answer or a killed process does not lead to duplicates.</summary>
    /// <param name="claim">Must be awaited, with the hash of what will be written, right before writing it.</param>
    Task<Sending> SendAsync(TDraft draft, Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel);

    /// <summary>What is written, and on what, in one plain line that goes on after a colon: <c>comment on #17</c>.</summary>
    string Describe(TDraft draft);

    /// <summary>The text that is written, before the last changes to it; null if it is not a text.</summary>
    string? Body(TDraft draft);

    /// <summary>Where it can be seen after it was sent, as a path below the repository's page on GitHub: <c>issues/17</c>.</summary>
    string Link(TDraft draft, long remoteId);
}

/// <summary>What an effect writes, for people.</summary>
/// <param name="Line">One plain line; it may contain words from outside.</param>
/// <param name="Body">The text that is written; null if it is not a text.</param>
internal sealed record EffectDescription(string Line, string? Body);

/// <summary>The result of sending an effect.</summary>
internal abstract record Sending
{
    /// <param name="Created">Whether it was newly created.</param>
    internal sealed record Sent(long RemoteId, string Hash, bool Created) : Sending;

    /// <summary>It must not be written, for example because a person has taken over.</summary>
    internal sealed record Withheld(string Why) : Sending;

    /// <summary>It cannot be written yet.</summary>
    internal sealed record Later(TimeSpan Wait, string Why) : Sending;
}
