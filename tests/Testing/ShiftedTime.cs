namespace Whybot.Testing;

/// <summary>The system's clock, put forward: what is late by hours need not be waited for.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private long _by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _by));

    public void Forward(TimeSpan by) => Interlocked.Add(ref _by, by.Ticks);
}
