namespace Whybot.Features.Deployments;

/// <summary>What to do after a step of a deployment's run.</summary>
internal readonly record struct Next
{
    /// <summary>The run's state has changed: continue with it immediately.</summary>
    public static readonly Next Step = new() { Now = true };

    /// <summary>Nothing is left to do.</summary>
    public static readonly Next Done;

    public bool Now { get; private init; }

    /// <summary>When to look again; null if never.</summary>
    public DateTimeOffset? Due { get; private init; }

    public static Next At(DateTimeOffset due) => new() { Due = due };
}
