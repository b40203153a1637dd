using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>
/// A text as a person would read it: without colours and zero-width characters, and with the escapes of JSON, URLs and XML resolved. It knows where each of its
/// characters was in the original. This way, a secret is found even if a terminal or a serializer inserted something into the middle of it.
/// </summary>
internal sealed class PlainView
{
    /// <summary>JSON within JSON within XML: deeper nesting has not been seen.</summary>
    private const int MostNested = 3;

    private const string SpecialAscii = "\u001b\\%&";

    /// <summary>Searching for ASCII characters only is many times faster, and most texts are ASCII.</summary>
    private static readonly SearchValues<char> InAscii = SearchValues.Create(SpecialAscii);
    private static readonly SearchValues<char> Everywhere = SearchValues.Create(SpecialAscii + "\u009b\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f"
        + "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff");

    private readonly List<Stretch> _stretches = [];
    private readonly StringBuilder _plain = new();
    private readonly ReadOnlyMemory<char> _raw;
    private readonly PlainView? _of;

    /// <param name="Unit">How many original characters each character of the stretch takes: more than 1 for an escape.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stretch(int Plain, int Raw, int Unit);

    private PlainView(ReadOnlyMemory<char> raw, PlainView? of)
    {
        (_raw, _of) = (raw, of);
        Text = Read(raw.Span) ? _plain.ToString().AsMemory() : raw;
    }

    /// <summary>The resolved text; the original if there is nothing to resolve.</summary>
    public ReadOnlyMemory<char> Text { get; }

    /// <summary>Whether anything in it was resolved.</summary>
    public bool IsResolved => _stretches.Count > 0 || Text.Length < _raw.Length;

    /// <summary>The text resolved once, and again as long as that changes it: <c>\\u003d</c> is <c>\u003d</c>, and that is <c>=</c>.</summary>
    public static IReadOnlyList<PlainView> Of(ReadOnlyMemory<char> raw)
    {
        var first = new PlainView(raw, null);
        if (!first.IsResolved)
            return [first];
        var views = new List<PlainView> { first };
        while (views.Count < MostNested && new PlainView(views[^1].Text, views[^1]) is { IsResolved: true } next)
            views.Add(next);
        return views;
    }

    /// <summary>Where a piece of it is in the original text.</summary>
    public (int Start, int Length) InText(int start, int length)
    {
        var piece = InRaw(start, length);
        return _of?.InText(piece.Start, piece.Length) ?? piece;
    }

    private (int Start, int Length) InRaw(int start, int length)
    {
        if (_stretches.Count == 0)
            return (start, length);
        var begins = At(start);
        var last = At(start + length - 1);
        var from = begins.Raw + (start - begins.Plain) * begins.Unit;
        return (from, last.Raw + (start + length - last.Plain) * last.Unit - from);
    }

    private Stretch At(int plain)
    {
        var (low, high) = (0, _stretches.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _stretches[middle].Plain <= plain ? (middle, high) : (low, middle - 1);
        }
        return _stretches[low];
    }

    /// <returns>Whether anything was resolved.</returns>
    private bool Read(ReadOnlySpan<char> raw)
    {
        var special = Ascii.IsValid(raw) ? InAscii : Everywhere;
        // Nearly all texts contain a sign that could begin an escape, but few contain an escape: nothing is copied before the first one.
        var copied = 0;
        for (var at = 0; raw[at..].IndexOfAny(special) is >= 0 and var next;)
        {
            at += next;
            var (resolved, length) = Resolve(raw, at);
            if (length == 0)
            {
                at++;
                continue;
            }
            Take(raw, copied, at - copied);
            if (resolved is { } character)
            {
                _stretches.Add(new Stretch(_plain.Length, at, length));
                _plain.Append(character);
            }
            copied = at += length;
        }
        if (copied > 0)
            Take(raw, copied, raw.Length - copied);
        return copied > 0;
    }

    private void Take(ReadOnlySpan<char> raw, int at, int length)
    {
        if (length == 0)
            return;
        _stretches.Add(new Stretch(_plain.Length, at, 1));
        _plain.Append(raw.Slice(at, length));
    }

    /// <returns>The resolved character (null if nothing visible), and how many characters of the text it takes; 0 if it is not an escape.</returns>
    private static (char? Is, int Length) Resolve(ReadOnlySpan<char> raw, int at)
    {
        var (resolved, length) = raw[at] switch
        {
            '\\' => Escapes.Backslash(raw, at),
            '%' => Escapes.Percent(raw, at),
            '&' => Escapes.Entity(raw, at),
            _ => (raw[at], 1),
        };
        if (resolved is '\u001b' or '\u009b')
            return (null, length + Escapes.Sequence(raw, at + length, resolved));
        if (length == 1 && raw[at] is '\\' or '%' or '&')
            return (null, 0);
        return (CharUnicodeInfo.GetUnicodeCategory(resolved) is UnicodeCategory.Format || resolved == '\u034f' ? null : resolved, length);
    }
}
