namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>A runner's counts at the end of a run. A job may have several runs, and their counts add up.</summary>
internal sealed class Tally
{
    private (int Passed, int Skipped, int Failed) _total;
    private (int Passed, int Skipped, int Failed)? _last;
    private (int Passed, int Skipped, int Failed)? _doubtful;

    /// <summary>A run ended.</summary>
    public bool Any { get; private set; }

    public int Passed => Sum(t => t.Passed);
    public int Skipped => Sum(t => t.Skipped);
    public int Failed => Sum(t => t.Failed);

    /// <summary>A test was reported: following counts belong to another run than previous ones, even if they are equal.</summary>
    public void Told() => _last = null;

    public void Add(int passed, int skipped, int failed)
    {
        _total = (Limited(_total.Passed + passed), Limited(_total.Skipped + skipped), Limited(_total.Failed + failed));
        Any = true;
    }

    /// <summary>Counts that some runners print twice at the end of one run.</summary>
    public void AddOnce(int passed, int skipped, int failed)
    {
        if (_last == (passed, skipped, failed))
            return;
        Add(passed, skipped, failed);
        _last = (passed, skipped, failed);
    }

    /// <summary>Counts that a test may have printed. The last of them is used if there are no others.</summary>
    public void AddDoubtful(int passed, int skipped, int failed) => _doubtful = (passed, skipped, failed);

    private int Sum(Func<(int Passed, int Skipped, int Failed), int> of) => Limited(of(Any ? _total : _doubtful ?? default));

    private static int Limited(int number) => Math.Clamp(number, 0, Figure.Most);
}
