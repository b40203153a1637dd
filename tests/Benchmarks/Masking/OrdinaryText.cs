using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Benchmarks.Masking;

/// <summary>Masks ordinary text, in pieces that end with a line as the copies of evidence are masked, and counts the lines that are touched.</summary>
internal sealed partial class OrdinaryText(int samples)
{
    private const int Piece = 128 * 1024;
    private const int Shown = 160;

    private readonly Dictionary<string, (int Count, List<string> Samples)> _classes = new(StringComparer.Ordinal);
    private long _lines;
    private long _touched;
    private long _bytes;
    private int _files;

    public static int Print(IReadOnlyList<string> folders, int samples)
    {
        if (folders.FirstOrDefault(f => !Directory.Exists(f)) is { } missing)
        {
            Console.Error.WriteLine($"{missing}: no such folder");
            return 64;
        }
        var text = new OrdinaryText(samples);
        foreach (var file in folders.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
            text.Read(file);
        text.Print();
        return 0;
    }

    private void Print()
    {
        var rate = _touched * 10_000.0 / Math.Max(1, _lines);
        Console.WriteLine($"{_files:N0} files, {_bytes >> 20:N0} MB, {_lines:N0} lines, {_touched:N0} touched ({rate:0.00} in 10,000)");
        foreach (var (name, (count, lines)) in _classes.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"  {count,5} × {name}");
            foreach (var line in lines)
                Console.WriteLine($"          {line}");
        }
    }

    private void Read(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var buffer = new char[Piece];
        var kept = 0;
        try
        {
            for (var first = true; ; first = false)
            {
                var length = kept + reader.ReadBlock(buffer, kept, buffer.Length - kept);
                // Images and archives are no text.
                if (first && buffer.AsSpan(0, length).Contains('\0'))
                    return;
                _files += first ? 1 : 0;
                var cut = length < buffer.Length ? length : buffer.AsSpan(0, length).LastIndexOf('\n') is > 0 and var at ? at + 1 : length;
                Mask(new string(buffer, 0, cut));
                buffer.AsSpan(cut, length - cut).CopyTo(buffer);
                kept = length - cut;
                if (length < buffer.Length)
                    return;
            }
        }
        catch (InvalidDataException broken)
        {
            Console.Error.WriteLine($"{path}: {broken.Message}");
        }
    }

    private void Mask(string piece)
    {
        _bytes += Encoding.UTF8.GetByteCount(piece);
        _lines += piece.AsSpan().Count('\n') + (piece.Length > 0 && piece[^1] != '\n' ? 1 : 0);
        var masked = Secrets.Redact(piece);
        if (masked == piece)
            return;
        if (MaskedPlaces.Of(piece, masked) is { } places)
            Count(piece, places);
        else
            foreach (var line in piece.Split('\n'))
                if (Secrets.Redact(line) is var alone && alone != line)
                    Count(line, MaskedPlaces.Of(line, alone) ?? [(0, line.Length)]);
    }

    private void Count(string text, IReadOnlyList<(int Start, int Length)> places)
    {
        var last = -1;
        foreach (var (start, length) in places)
        {
            var from = text.LastIndexOf('\n', Math.Max(0, start - 1), Math.Max(0, start)) + 1;
            var end = text.IndexOf('\n', start + length) is >= 0 and var found ? found : text.Length;
            var lines = text.AsSpan(from, end - from).Count('\n') + 1;
            _touched += from >= last ? lines : Math.Max(0, lines - 1);
            last = end;
            var name = $"{Hashes().Replace(Before().Match(text[from..start]).Value, "#")}‹{Kind(text.Substring(start, length))}›";
            if (!_classes.TryGetValue(name, out var known))
                known = (0, []);
            if (known.Samples.Count < samples)
                known.Samples.Add(Sample(text[Math.Max(from, start - Shown / 2)..start], length,
                    text[(start + length)..Math.Min(end, start + length + Shown / 2)]));
            _classes[name] = (known.Count + 1, known.Samples);
        }
    }

    /// <summary>Of other places in the line nothing is known: long words beside this one are not shown either.</summary>
    private static string Sample(string before, int length, string after) =>
        Control().Replace($"{LongWord().Replace(before, m => $"‹{m.Length}›")}‹‹{length}››{LongWord().Replace(after, m => $"‹{m.Length}›")}", " ");

    private static string Kind(string value) => value switch
    {
        _ when value.Contains('\n') => "lines",
        _ when value.All(char.IsAsciiDigit) => "digits",
        _ when value.All(char.IsAsciiLetter) => "letters",
        _ when value.All(char.IsAsciiHexDigit) => $"hex {value.Length}",
        _ when Guid.TryParse(value, out _) => "uuid",
        _ when value.Contains(' ') => "words",
        _ => value.Length < 12 ? "short" : value.Length < 32 ? "middling" : "long",
    };

    /// <summary>The name that the value belongs to.</summary>
    [GeneratedRegex("""(?:[\w.$-]{1,40}\\?["']?\s?(?:=>|:=|[:=>])?\s?\\?["']?(?:\w{4,8}\s)?|\S{0,16}\s?)$""", RegexOptions.None, 1000)]
    private static partial Regex Before();

    [GeneratedRegex("[0-9a-fA-F-]{8,}|[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Hashes();

    [GeneratedRegex(@"[\w+/=.~-]{33,}", RegexOptions.None, 1000)]
    private static partial Regex LongWord();

    [GeneratedRegex(@"[\u0000-\u001f\u007f]", RegexOptions.None, 1000)]
    private static partial Regex Control();
}
