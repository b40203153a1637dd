using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>A block whose end has not been read yet.</summary>
internal sealed class OpenBlock(int first)
{
    /// <summary>How many lines are shown; the others are found by their numbers.</summary>
    private const int MostTelling = 6;
    private const int MostCharacters = 1000;
    private const int MostLines = 5000;
    private const int MostRead = 1024 * 1024;

    private readonly List<LogLine> _telling = new(MostTelling);
    private int _first = first;
    private int _last;
    private Strength _strength = Strength.None;
    private bool _speaks;
    private int _characters;

    /// <summary>The last line about an error.</summary>
    public int Told { get; private set; }

    /// <summary>How many lines of another kind have followed the last line that belongs to it.</summary>
    public int Between { get; set; }

    /// <summary>So long that it is better cut in two, so that each half can be read again.</summary>
    public bool IsLong => _last - _first + 1 >= MostLines || _characters >= MostRead;

    public bool IsDirectlyBefore(int number) => _last == number - 1;

    /// <summary>Takes a line in without looking at what it says.</summary>
    public void Extend(int number) => _last = number;

    public void Add(int number, string text, LineKind kind)
    {
        (_last, Between) = (number, 0);
        _characters += text.Length;
        if (kind is LineKind.Error or LineKind.Consequence)
            Tell(number, text, kind);
        else if (_telling.Count > 0 && kind != LineKind.Consequence)
            Show(number, text);
    }

    public FoundBlock Block() => new(new LogBlock(_first, _last, [.. _telling]), _speaks, _strength);

    private void Tell(int number, string text, LineKind kind)
    {
        // That a build failed is the heading of what follows; only the line directly above says what failed.
        if (kind == LineKind.Error && !_speaks && Told > 0)
            _first = Told == number - 1 ? Told : number;
        Told = number;
        _speaks |= kind == LineKind.Error;
        if (Headlines.Of(text, kind) is var strength && strength <= _strength)
        {
            if (kind == LineKind.Error)
                Show(number, text);
            return;
        }
        _strength = strength;
        _telling.Clear();
        _telling.Add(Line(number, text));
    }

    private void Show(int number, string text)
    {
        if (_telling.Count < MostTelling && !LineKinds.IsAdvice(text) && text.AsSpan().ContainsAnyInRange('a', 'z')
            && !_telling.Exists(t => t.Text.AsSpan().Trim().SequenceEqual(text.AsSpan().Trim())))
            _telling.Add(Line(number, text));
    }

    private static LogLine Line(int number, string text) => new(number, text.Length <= MostCharacters ? text : text[..MostCharacters]);
}
