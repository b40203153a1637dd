using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Writes effects of one kind on GitHub.</summary>
internal interface IEffectSender
{
    string Kind { get; }

    /// <summary>Lower ones go first: a comment can then name the issue that was filed for its cause.</summary>
    int Order { get; }

    /// <summary>Whether people are notified; if so, only a limited number are written to one thread per hour.</summary>
    bool Notifies => true;

    /// <summary>Checks what is already there before it writes, so that a lost answer or a killed process does not lead to duplicates.</summary>
    /// <param name="claim">Must be awaited, with the hash of what will be written, right before writing it.</param>
    Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel);
}

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
