using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>
/// The last new lines before a job failed, whatever they say: many checks print what they found in plain words and end with an exit code. Used if no new line
/// speaks of an error.
/// </summary>
internal sealed class PlainTail
{
    private const int MostLines = 6;
    private const int MostCharacters = 1000;

    /// <summary>Lines that are further apart were printed about different things.</summary>
    private const int Apart = 2;

    /// <summary>How far before the end they may be.</summary>
    private const int MostBeforeEnd = 10;

    private readonly Queue<LogLine> _lines = new(MostLines);
    private int _last;

    public void Add(int number, string text)
    {
        if (number - _last > Apart)
            _lines.Clear();
        if (_lines.Count == MostLines)
            _lines.Dequeue();
        _lines.Enqueue(new LogLine(number, text.Length <= MostCharacters ? text : text[..MostCharacters]));
        _last = number;
    }

    /// <param name="end">The line at which the job failed.</param>
    /// <returns>Null if there are none near it.</returns>
    public FoundBlock? Before(int end) => _lines.Count == 0 || end - _last > MostBeforeEnd ? null
        : new FoundBlock(new LogBlock(_lines.Peek().Number, _last, [.. _lines]), Speaks: false, Strength.Plain);
}
