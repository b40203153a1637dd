using System.Buffers;
using System.Globalization;
using System.Text;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Seconds as people write them: <c>0.16</c>, <c>0,160</c>, <c>1,024.12</c>, <c>1.024,12</c>, <c>1 024.12</c>, <c>1'024.12</c>, <c>0.16s</c>,
/// <c>160ms</c>, <c>00:00:01.5</c>, in any digits.
/// <para>
/// One comma followed by three digits may be either: <c>1,024</c>. If a zero precedes it, it is a decimal comma, because no one writes a thousand as 0,xxx.
/// Otherwise the other times in the file decide. A file that groups thousands with commas writes fractions with a point, so a point anywhere (<c>0.160</c>,
/// <c>1,024.12</c>) makes it a thousand, unless another time shows a decimal comma (<c>0,160</c>, <c>3,5</c>). A file without any such hint has decimal commas:
/// tests take about a second more often than a quarter of an hour, and few times are whole seconds. The reverse applies to <c>1.024</c>, which is a thousand
/// only in a file with a time such as <c>1.024,12</c>.
/// </para>
/// </summary>
internal sealed class Durations(ResultReading reading)
{
    private const double Thousand = 1000;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.");

    private enum Shape
    {
        /// <summary>It can only be read one way.</summary>
        Plain,
        CommaOrThousand,
        PointOrThousand,
    }

    private readonly List<int> _commas = [];
    private readonly List<int> _points = [];
    private double _suitesByComma;
    private double _suitesByPoint;
    private bool _hasDecimalComma;
    private bool _hasDecimalPoint;
    private bool _groupsByComma;
    private bool _groupsByPoint;

    /// <summary>The duration of the case that is added next.</summary>
    public double? Next(string? text)
    {
        if (Read(text, out var shape) is not { } seconds)
            return null;
        if (shape != Shape.Plain)
            (shape == Shape.CommaOrThousand ? _commas : _points).Add(reading.Count);
        return seconds;
    }

    /// <summary>The duration of a suite, added to that of the file.</summary>
    public void Suite(string? text)
    {
        if (Read(text, out var shape) is not { } seconds)
            return;
        reading.Took(seconds);
        _suitesByComma += shape == Shape.CommaOrThousand ? seconds : 0;
        _suitesByPoint += shape == Shape.PointOrThousand ? seconds : 0;
    }

    /// <summary>Call at the end of the file: settles times that can be read two ways.</summary>
    public void Settle()
    {
        if (!_hasDecimalComma && (_groupsByComma || _hasDecimalPoint || (!_groupsByPoint && (_points.Count > 0 || _suitesByPoint > 0))))
            Enlarge(_commas, _suitesByComma);
        if (!_hasDecimalPoint && _groupsByPoint)
            Enlarge(_points, _suitesByPoint);
    }

    /// <summary>A time without others to compare; null for none.</summary>
    public static double? Alone(string? text) => new Durations(new ResultReading("", "")).Read(text, out _);

    private void Enlarge(List<int> cases, double suites)
    {
        foreach (var index in cases.Where(i => i < reading.Count))
            reading.Amend(index, test => test with { Seconds = test.Seconds * Thousand });
        if (suites > 0)
            reading.Took(suites * (Thousand - 1));
    }

    private double? Read(string? text, out Shape shape)
    {
        shape = Shape.Plain;
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.AsSpan().ContainsAnyExcept(Figures))
            return Written(text, out shape);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point > 0 && point == text.Length - 4 && text[0] != '0')
            shape = Shape.PointOrThousand;
        else
            _hasDecimalPoint |= point >= 0;
        return Plain(text);
    }

    private double? Written(string text, out Shape shape)
    {
        shape = Shape.Plain;
        var (digits, scale) = Normal(text);
        if (digits.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParse(digits.Replace(',', '.'), CultureInfo.InvariantCulture, out var span) ? span.TotalSeconds : null;
        var (comma, point) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        if (comma < 0)
        {
            _hasDecimalPoint |= point >= 0;
            return Plain(digits) * scale;
        }
        var groupsByComma = point > comma || digits.IndexOf(',', StringComparison.Ordinal) != comma;
        var plain = groupsByComma ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        if (Plain(plain) is not { } seconds)
            return null;
        if (!groupsByComma && point < 0 && comma is > 0 and <= 3 && comma == digits.Length - 4 && digits[0] != '0')
            shape = Shape.CommaOrThousand;
        _groupsByComma |= groupsByComma;
        _groupsByPoint |= !groupsByComma && point >= 0;
        _hasDecimalComma |= !groupsByComma && shape == Shape.Plain;
        return seconds * scale;
    }

    private static double? Plain(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : null;

    /// <summary>The number in ASCII, without blanks, apostrophes and the unit.</summary>
    private static (string Digits, double Scale) Normal(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var at in text.AsSpan(0, Math.Min(text.Length, 64)))
            if (at > 0x7F && CharUnicodeInfo.GetDecimalDigitValue(at) is >= 0 and var digit)
                plain.Append((char)('0' + digit));
            else if (!char.IsWhiteSpace(at) && at is not ('\'' or '\u2019' or '\u066C'))
                plain.Append(at == '\u066B' ? '.' : at);
        var digits = plain.ToString();
        return digits switch
        {
            _ when digits.EndsWith("ms", StringComparison.OrdinalIgnoreCase) => (digits[..^2], 1 / Thousand),
            _ when digits.EndsWith("sec", StringComparison.OrdinalIgnoreCase) => (digits[..^3], 1),
            [.. var number, 's' or 'S'] => (number, 1),
            _ => (digits, 1),
        };
    }
}
