namespace Whybot.Deployments;

/// <summary>What a step of a deployment's run comes to.</summary>
internal readonly record struct Next
{
    /// <summary>The run's state has changed: go on with it at once.</summary>
    public static readonly Next Step = new() { Now = true };

    /// <summary>Nothing is left to be done.</summary>
    public static readonly Next Done;

    public bool Now { get; private init; }

    /// <summary>When to look again; null for never.</summary>
    public DateTimeOffset? Due { get; private init; }

    public static Next At(DateTimeOffset due) => new() { Due = due };
}
