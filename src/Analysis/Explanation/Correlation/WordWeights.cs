using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>What a word is worth: by its kind, and by how many of the repository's issues have it. A word that many have does not tell them apart.</summary>
internal sealed class WordWeights(Candidates issues)
{
    private const double Least = 0.15;

    /// <summary>With fewer issues, how many of them have a word says nothing.</summary>
    private const int Few = 3;

    public double Of(Word word) => word.Weight * Rarity(word.Text);

    /// <summary>1 for a word that at most one issue has; the more issues have it, the less (the inverse document frequency, scaled).</summary>
    public double Rarity(string word) => issues.Having(word) is var having && (having <= 1 || issues.Count < Few) ? 1
        : Math.Clamp(Math.Log((issues.Count + 1) / (having + 0.5)) / Math.Log((issues.Count + 1) / 1.5), Least, 1);
}
