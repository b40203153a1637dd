namespace Whybot.Analysis.Inputs.Coverage.Formats;

/// <summary>
/// lcov's trace files, as geninfo(1) describes them: <c>SF:PATH</c>, <c>DA:LINE,TIMES[,CHECKSUM]</c>, …, <c>end_of_record</c>. A file may have several
/// records, one for each test (<c>TN:</c>).
/// </summary>
internal sealed class LcovFormat : ICoverageFormat
{
    public string Name => "lcov";

    public bool Recognises(CoverageHead head) => head.Text.StartsWith("SF:", StringComparison.Ordinal)
        || (head.Text.StartsWith("TN:", StringComparison.Ordinal) && head.Text.Contains("\nSF:", StringComparison.Ordinal));

    public void Read(Stream stream, CoverageReading reading)
    {
        using var text = new StreamReader(stream, leaveOpen: true);
        var (at, isOpen) = (0, false);
        while (text.ReadLine() is { } line)
        {
            at++;
            if (line.StartsWith("SF:", StringComparison.Ordinal))
            {
                if (isOpen)
                    reading.Broken(at, "a record without an end");
                reading.File([line[3..].Trim()]);
                isOpen = true;
            }
            else if (line.StartsWith("end_of_record", StringComparison.Ordinal))
            {
                reading.EndFile();
                isOpen = false;
            }
            else if (reading.IsWanted && line.StartsWith("DA:", StringComparison.Ordinal))
                Line(line, at, reading);
        }
        if (isOpen)
            reading.Broken(at, "it breaks off here");
    }

    private static void Line(string line, int at, CoverageReading reading)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            reading.Broken(at, "not DA:LINE,TIMES");
            return;
        }
        var end = line.IndexOf(',', comma + 1) is > 0 and var second ? second : line.Length;
        reading.Line(line.AsSpan(3, comma - 3).Trim(), line.AsSpan(comma + 1, end - comma - 1).Trim(), at, () => line[..end].TrimEnd());
    }
}
