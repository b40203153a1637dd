using System.Text.RegularExpressions;

namespace Whybot.Analysis.Correlation;

/// <summary>
/// What an issue says: its title and body without the hidden comments of its template; its words with their places. Quotation marks, list marks and tables stay
/// between the words, where they hinder nobody.
/// </summary>
internal sealed partial class IssueText
{
    private const int MaxText = 64 * 1024;

    /// <summary>Line feeds as Windows' tools put them into one line; words must not begin with their letters.</summary>
    public const string WrittenOut = @"\r\n";

    private readonly Lazy<Dictionary<string, List<int>>> _positions;

    public IssueText(string title, string body)
    {
        Text = Of(title, body);
        Words = Correlation.Words.Of(Text);
        _positions = new(() =>
        {
            var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var i = 0; i < Words.Count; i++)
                if (Words[i].Text.Length > 1)
                    (positions.TryGetValue(Words[i].Text, out var those) ? those : positions[Words[i].Text] = []).Add(i);
            return positions;
        });
    }

    /// <summary>Title and body, as <see cref="Words"/> counts their characters.</summary>
    public string Text { get; }
    public IReadOnlyList<Word> Words { get; }

    /// <summary>
    /// Title and body without hidden comments and without the rules in it, which are for those who may write rules; these become blanks, so that all else keeps
    /// its place.
    /// </summary>
    public static string Of(string title, string body) =>
        $"{title}\n{Unsaid().Replace(body.Length <= MaxText ? body : body[..MaxText], m => new string(' ', m.Length))}"
            .Replace(WrittenOut, "    ", StringComparison.Ordinal);

    public bool Holds(string word) => _positions.Value.ContainsKey(word);

    /// <summary>Places of a word among <see cref="Words"/>.</summary>
    public IReadOnlyList<int> Positions(string word) => _positions.Value.TryGetValue(word, out var those) ? those : [];

    /// <summary>From a word to another one, both with it, on one line.</summary>
    public string Between(int first, int last) => Flat(Text[Words[first].Start..Words[last].End]);

    /// <summary>On one line, each white space one blank.</summary>
    public static string Flat(string text, bool trim = true) => Spaces().Replace(trim ? text.Trim() : text, " ");

    [GeneratedRegex(@"<!--.*?(?:-->|\z)|^ {0,3}(?<fence>```+|~~~+)[ \t]*whybot\b.*?(?:^ {0,3}\k<fence>|\z)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline, 2000)]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
