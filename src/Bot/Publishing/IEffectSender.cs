using Whybot.GitHub;
using Whybot.Storage;

namespace Whybot.Publishing;

/// <summary>Writes effects of one kind on GitHub.</summary>
internal interface IEffectSender
{
    string Kind { get; }

    /// <summary>Lower ones first: a comment can then name the issue that was filed for its cause.</summary>
    int Order { get; }

    /// <summary>Whether somebody hears of it: then only so many are written to one thread within an hour.</summary>
    bool Notifies => true;

    /// <summary>Looks for what is there already before it writes, so that a lost answer or a killed process leaves one thing, not two.</summary>
    /// <param name="claim">To be awaited with the hash of what is to be written right before it is.</param>
    Task<Sending> SendAsync(Effect effect, RepositoryRef repository, Func<string, Task> claim, CancellationToken cancel);
}

/// <summary>What came of an effect.</summary>
internal abstract record Sending
{
    /// <param name="Created">It was not there before.</param>
    internal sealed record Sent(long RemoteId, string Hash, bool Created) : Sending;

    /// <summary>It shall not be written, for example because a person has taken it over.</summary>
    internal sealed record Withheld(string Why) : Sending;

    /// <summary>Not now.</summary>
    internal sealed record Later(TimeSpan Wait, string Why) : Sending;
}
