using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>A pattern for one line from outside input, limited in length and time; a match that takes longer counts as no match.</summary>
internal sealed class LinePattern(string needs, string pattern)
{
    private const int MostCharacters = 2000;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(100);

    // Most are never needed. Linear matching (NonBacktracking) would take thirty times as long to build.
    private readonly Lazy<Regex> _regex = new(() => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Most));

    public Match? Find(string line)
    {
        if (line.Length > MostCharacters || !line.Contains(needs, StringComparison.Ordinal))
            return null;
        try
        {
            return _regex.Value.Match(line) is { Success: true } found ? found : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
