using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A change that can explain a cluster.</summary>
/// <param name="Probability">How likely it is, from 0 to 1, compared with all other changes of the range and with none of them; see
/// <see cref="Weights"/>.</param>
/// <param name="Established">True if what the change touched is what the error names, and no other change comes close.</param>
/// <param name="Because">In words, strongest first.</param>
/// <param name="Keys">The names and literals that the change and the error share.</param>
internal sealed record Suspect(Commit Commit, ChangedFile File, double Probability, bool Established, IReadOnlyList<Prose> Because, IReadOnlyList<string> Keys,
    IReadOnlyList<Citation> Citations)
{
    /// <summary>Nothing that the change touched is what the error names; only words, tests or the stack point to it.</summary>
    public bool Unlinked => Keys.Count == 0;
}

/// <summary>The changes of a range in the order of how likely each caused a cluster.</summary>
/// <param name="Listed">At most <see cref="Most"/> commits, each with the file that ties it best; likeliest first.</param>
/// <param name="Named">The one that can be named, and other files of the same commit that are linked to the error; empty for none.</param>
internal sealed record Ranking(IReadOnlyList<Suspect> Listed, IReadOnlyList<Suspect> Named)
{
    public const int Most = 5;

    /// <summary>Nobody reads more of a short range, and the cause of a long one is among five much more often than among three.</summary>
    private const int MostOfShort = 3;
    private const int LongFrom = 21;
    private const double WorthReading = 0.1;

    /// <summary>Set by hand: of lists that together had 25 to 50% on the incidents that the weights were fitted on, more than half held the cause.</summary>
    private const double TogetherFrom = 0.25;

    public static readonly Ranking None = new([], []);

    /// <summary>What is shown to people if nobody can be named: few changes that together may well hold the cause; empty for none.</summary>
    public IReadOnlyList<Suspect> Shortlist { get; private init; } = [];

    /// <summary>Commits that the failing tests ran nothing of, with where their coverage says so, newest first.</summary>
    public IReadOnlyList<(Commit Commit, IReadOnlyList<Citation> Citations)> NotRun { get; init; } = [];

    /// <summary>The probability of each commit that anything ties to the cause, by its position in the range.</summary>
    public IReadOnlyDictionary<int, double> Shares { get; init; } = new Dictionary<int, double>();

    public static Ranking Of(IReadOnlyList<Suspect> listed, IReadOnlyList<Suspect> named, int commits)
    {
        List<Suspect> shown = [.. listed.Where(s => s.Probability >= WorthReading).Take(commits >= LongFrom ? Most : MostOfShort)];
        return new Ranking(listed, named) { Shortlist = named.Count == 0 && shown.Sum(s => s.Probability) >= TogetherFrom ? shown : [] };
    }
}
