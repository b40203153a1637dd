using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>
/// An issue's text: its title and body without the hidden comments of its template, and its words with their positions. Quotation marks, list marks and tables
/// stay between the words, where they do no harm.
/// </summary>
internal sealed partial class IssueText
{
    private const int MaxText = 64 * 1024;

    /// <summary>Line breaks as Windows tools escape them within one line; a word must not begin with their letters.</summary>
    public const string WrittenOut = @"\r\n";

    /// <summary>Each word's number, where the positions of each number begin in the combined list, and that list in order.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int[] _from;
    private readonly int[] _places;

    public IssueText(string title, string body) : this(Of(title, body))
    {
    }

    /// <param name="text">As <see cref="Of"/> gives it.</param>
    public IssueText(string text)
    {
        Text = text;
        Words = Language.Messages.Words.Of(Text);
        var numbers = new int[Words.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, Words[i].Text, out var known);
            numbers[i] = known ? number : number = _numbers.Count - 1;
        }
        _from = new int[_numbers.Count + 1];
        foreach (var number in numbers)
            _from[number + 1]++;
        for (var i = 1; i < _from.Length; i++)
            _from[i] += _from[i - 1];
        var next = _from.ToArray();
        _places = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
            _places[next[numbers[i]]++] = i;
    }

    /// <summary>Title and body; <see cref="Words"/> refers to character positions in it.</summary>
    public string Text { get; }
    public IReadOnlyList<Word> Words { get; }

    /// <summary>
    /// Title and body without hidden comments and without rules, which only people who may write rules can use. These are replaced with blanks, so everything
    /// else keeps its position.
    /// </summary>
    public static string Of(string title, string body) =>
        $"{title}\n{Unsaid().Replace(body.Length <= MaxText ? body : body[..MaxText], m => new string(' ', m.Length))}"
            .Replace(WrittenOut, "    ", StringComparison.Ordinal);

    public bool Holds(string word) => Positions(word).Count > 0;

    /// <summary>Positions of a word among <see cref="Words"/>; none for a single letter, which may be anywhere.</summary>
    public ArraySegment<int> Positions(string word) => word.Length > 1 && _numbers.TryGetValue(word, out var number)
        ? new ArraySegment<int>(_places, _from[number], _from[number + 1] - _from[number]) : ArraySegment<int>.Empty;

    /// <summary>The text from one word to another, both included, on one line.</summary>
    public string Between(int first, int last) => Whitespace.Flat(Text[Words[first].Start..Words[last].End]);

    [GeneratedRegex(@"<!--.*?(?:-->|\z)|^ {0,3}(?<fence>```+|~~~+)[ \t]*whybot\b.*?(?:^ {0,3}\k<fence>|\z)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline, 2000)]
    private static partial Regex Unsaid();
}
