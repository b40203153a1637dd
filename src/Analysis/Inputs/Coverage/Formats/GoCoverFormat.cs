using System.Globalization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Coverage.Formats;

/// <summary>
/// Go's profiles: <c>mode: set|count|atomic</c>, then blocks <c>IMPORT/PATH/file.go:LINE.COLUMN,LINE.COLUMN STATEMENTS TIMES</c> (cmd/cover). Without
/// <c>-coverpkg</c>, each package is measured by its own tests only; with it, each block is written once for each package that has tests.
/// </summary>
internal sealed partial class GoCoverFormat : ICoverageFormat
{
    /// <summary>No block has more lines.</summary>
    private const int MostLines = 100_000;

    public string Name => "Go cover profile";

    public bool Recognises(CoverageHead head) => Mode().IsMatch(head.Text);

    public void Read(Stream stream, CoverageReading reading)
    {
        using var text = new StreamReader(stream, leaveOpen: true);
        var (at, before, folders, first, isRepeated) = (0, "", 0, "", false);
        while (text.ReadLine() is { } line)
        {
            at++;
            // Profiles that were joined have several such lines.
            if (line.Length == 0 || line.StartsWith("mode:", StringComparison.Ordinal))
                continue;
            var colon = line.LastIndexOf(".go:", StringComparison.Ordinal);
            if (colon < 0 || Block().Match(line, colon + 4) is not { Success: true } block)
            {
                reading.Broken(at, "not FILE:LINE.COLUMN,LINE.COLUMN STATEMENTS TIMES");
                continue;
            }
            var name = line[..(colon + 3)];
            if (name != before)
            {
                reading.File([name]);
                folders += Folder(name) == Folder(before) ? 0 : 1;
                before = name;
            }
            // The first block again: with -coverpkg all blocks are there for each test binary.
            var position = line[..block.Groups["statements"].Index];
            if (first.Length == 0)
                first = position;
            else
                isRepeated |= position == first;
            if (reading.IsWanted)
                Lines(line, block, at, reading);
        }
        reading.Whole &= isRepeated || folders < 2;
    }

    private static void Lines(string line, Match block, int at, CoverageReading reading)
    {
        var (from, to) = (Number(block.Groups["from"]), Number(block.Groups["to"]));
        if (from == 0 || to < from || to - from > MostLines)
        {
            reading.Broken(at, "not a block of lines");
            return;
        }
        var ran = block.Groups["times"].ValueSpan.ContainsAnyExcept('0');
        for (var number = from; number <= to; number++)
            reading.Line(number, ran, at, () => line);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static string Folder(string name) => name[..Math.Max(0, name.LastIndexOf('/'))];

    [GeneratedRegex(@"\Amode: (?:set|count|atomic)\s*(?:\n|\z)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Mode();

    [GeneratedRegex(@"\G(?<from>\d{1,8})\.\d{1,8},(?<to>\d{1,8})\.\d{1,8} (?<statements>\d{1,8}) (?<times>\d{1,20})\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Block();
}
