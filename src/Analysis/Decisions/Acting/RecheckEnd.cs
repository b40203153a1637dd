namespace Whybot.Analysis.Decisions.Acting;

/// <summary>What came of running failed tests once more.</summary>
public enum RecheckState
{
    /// <summary>No test was to run once more.</summary>
    NotAsked,
    NotEnded,
    Cancelled,
    TimedOut,

    /// <summary>By a signal, or its test host gave up.</summary>
    Killed,

    /// <summary>The machine went away, or its workflow run was never found.</summary>
    Lost,

    /// <summary>It ended well, and not every test that was to run once more has a result.</summary>
    Unread,

    /// <summary>A test failed again, or it ended badly for a reason that no test shows.</summary>
    Red,

    /// <summary>It ended well, and every test that was to run once more was read and passed.</summary>
    Green,
}

/// <param name="Why">In words, with names from outside in them.</param>
public sealed record RecheckEnd(RecheckState State, string Why)
{
    public static readonly RecheckEnd NotAsked = new(RecheckState.NotAsked, "no test had to run once more");
}
