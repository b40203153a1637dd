using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>What this instance is about to do on GitHub, so that no other does it too, and so that a later one knows of it if this one is killed.</summary>
internal interface IClaims
{
    /// <summary>Called before effects are sent.</summary>
    /// <returns>Those that this instance may send; another is about to send the rest.</returns>
    Task<IReadOnlyList<Effect>> TakeAsync(IReadOnlyList<Effect> due, CancellationToken cancel);

    /// <summary>
    /// Called right before something that must happen at most once, when the store already says that it is about to happen: makes that known to every instance.
    /// </summary>
    Task SaveAsync(CancellationToken cancel);
}

/// <summary>Instances that share one database: a job under its lease is a claim, and a committed row is known to all.</summary>
internal sealed class LeasedClaims : IClaims
{
    public Task<IReadOnlyList<Effect>> TakeAsync(IReadOnlyList<Effect> due, CancellationToken cancel) => Task.FromResult(due);

    public Task SaveAsync(CancellationToken cancel) => Task.CompletedTask;
}
