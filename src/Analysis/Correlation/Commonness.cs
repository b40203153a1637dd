using Whybot.Analysis.Signatures;

namespace Whybot.Analysis.Correlation;

/// <summary>How many issues use a term or quote the same words: what many have in common tells none of them from the others.</summary>
internal sealed class Commonness
{
    /// <summary>In a small list two issues may well be about one thing; in a large one a few in a hundred.</summary>
    private const double Share = 0.02;
    private const int Few = 2;

    private readonly Dictionary<string, int> _terms;
    private readonly Dictionary<string, int> _claims;
    private readonly int _most;

    /// <param name="issues">All issues, open and closed.</param>
    public Commonness(IReadOnlyList<IssueProfile> issues)
    {
        _terms = issues.SelectMany(i => i.Terms.Values.Where(t => t.Strong).Select(t => t.Text)).GroupBy(t => t)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        _claims = issues.SelectMany(i => i.Claims.Select(c => c.Plain).Distinct()).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        _most = Math.Max(Few, (int)(issues.Count * Share));
    }

    public bool IsRare(Term term) => _terms.GetValueOrDefault(term.Text) <= _most;

    public bool IsRare(Claim claim) => _claims.GetValueOrDefault(claim.Plain) <= _most;
}
