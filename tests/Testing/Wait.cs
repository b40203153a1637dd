namespace Whybot.Testing;

/// <summary>Waits for a state instead of a time.</summary>
public static class Wait
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <param name="tell">What to show when the state never comes.</param>
    public static async Task UntilAsync(Func<bool> state, Func<string>? tell = null)
    {
        var until = DateTime.UtcNow + Most;
        while (!state())
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"the state did not come in {Most.TotalSeconds} s\n{tell?.Invoke()}");
            await Task.Delay(20);
        }
    }
}
