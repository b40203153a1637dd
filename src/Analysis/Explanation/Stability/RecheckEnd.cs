namespace Whybot.Analysis.Explanation.Stability;

/// <summary>The result of running failed tests again.</summary>
public enum RecheckState
{
    /// <summary>No test had to run again.</summary>
    NotAsked,
    NotEnded,
    Cancelled,
    TimedOut,

    /// <summary>Killed by a signal, or its test host crashed.</summary>
    Killed,

    /// <summary>The machine was lost, or its workflow run was never found.</summary>
    Lost,

    /// <summary>It ended well, but not every test that had to run again has a result.</summary>
    Unread,

    /// <summary>A test failed again, or the job ended badly for a reason that no test shows.</summary>
    Red,

    /// <summary>It ended well, and every test that had to run again was read and passed.</summary>
    Green,
}

/// <param name="Why">In words, including names from outside.</param>
public sealed record RecheckEnd(RecheckState State, string Why)
{
    public static readonly RecheckEnd NotAsked = new(RecheckState.NotAsked, "no test had to run once more");
}
