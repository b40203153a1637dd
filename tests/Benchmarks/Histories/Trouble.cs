using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Histories;

/// <summary>What goes wrong while the runs of one moment work.</summary>
internal enum Trouble
{
    None,

    /// <summary>One request in eight fails, or its answer is lost.</summary>
    LostAnswers,

    /// <summary>One of the runs is killed at one of its requests.</summary>
    Killed,

    /// <summary>GitHub limits requests for longer than a run waits.</summary>
    Limited,

    /// <summary>Somebody has deleted the branch with the state.</summary>
    StateLost,

    /// <summary>Somebody has written nonsense into it.</summary>
    StateUnreadable,

    /// <summary>The workflow lacks a permission.</summary>
    Refused,
}

/// <summary>Chooses what goes wrong, and has the fake GitHub do it. Which request it strikes depends on how runs at the same moment interleave.</summary>
internal sealed class Troubles(FakeGitHub github, Random random)
{
    private static readonly string[] Permissions = ["checks", "issues", "pull_requests", "contents"];

    private readonly Lock _lock = new();
    private string? _refused;

    public Trouble Choose() => random.Next(20) switch
    {
        < 8 => Trouble.None,
        < 12 => Trouble.LostAnswers,
        < 15 => Trouble.Killed,
        15 => Trouble.Limited,
        16 => Trouble.StateLost,
        17 => Trouble.StateUnreadable,
        _ => Trouble.Refused,
    };

    public void Begin(Trouble trouble)
    {
        var left = 1;
        github.Faults = trouble switch
        {
            Trouble.LostAnswers => _ => Next(8) > 0 ? null : new Fault((FaultKind)(Next(3) switch
            {
                0 => FaultKind.FailBefore,
                1 => FaultKind.FailAfter,
                _ => FaultKind.LoseAnswer,
            })),
            Trouble.Limited => _ => Next(6) > 0 || Interlocked.Decrement(ref left) < 0 ? null : new Fault(FaultKind.None, Answer: Limit()),
            _ => _ => null,
        };
        if (trouble == Trouble.Refused && _refused is null)
            github.Apps.Permissions[_refused = Permissions[random.Next(Permissions.Length)]] = "read";
    }

    /// <summary>A permission that is lacking is given after a while.</summary>
    /// <param name="all">Whether everything is well again.</param>
    public void End(bool all)
    {
        github.Faults = _ => null;
        if (_refused is null || (!all && random.Next(2) == 0))
            return;
        github.Apps.Permissions[_refused] = "write";
        _refused = null;
    }

    private int Next(int below)
    {
        lock (_lock)
            return random.Next(below);
    }

    private FakeAnswer Limit() => FakeAnswer.Error(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.") with
    {
        Headers = new() { ["retry-after"] = $"{90 + Next(600)}" },
    };
}
