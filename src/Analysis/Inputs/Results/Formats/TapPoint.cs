using System.Globalization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>A line <c>ok</c> or <c>not ok</c> with what belongs to it.</summary>
internal sealed class TapPoint
{
    public required string Name { get; init; }
    public required bool Ok { get; init; }
    public required int Line { get; init; }
    public int EndLine { get; set; }
    public bool Skip { get; init; }
    public bool Todo { get; init; }
    public double? Seconds { get; init; }

    /// <summary>The test that it belongs to, if a comment names it instead of a subtest (tape).</summary>
    public string Group { get; init; } = "";

    public List<string> Yaml { get; } = [];

    /// <summary>Comments and text around it.</summary>
    public List<string> Said { get; } = [];
    public List<TapPoint> Inside { get; set; } = [];

    /// <summary>The text breaks off inside it.</summary>
    public bool Cut { get; set; }
}

/// <summary>Points of one indentation.</summary>
internal sealed class TapLevel(int indent, string? name)
{
    public int Indent => indent;

    /// <summary>The name from <c># Subtest:</c>; its point comes later.</summary>
    public string? Name => name;
    public List<TapPoint> Points { get; } = [];
    public int? Plan { get; set; }
    public int PlanLine { get; set; }

    /// <summary>The point whose braces contain it.</summary>
    public TapPoint? Owner { get; init; }

    /// <summary>Points of subtests that are waiting for the point that sums them up.</summary>
    public List<TapPoint> Waiting { get; set; } = [];
    public int LastNumber { get; set; }
}

/// <summary>Parses a point's line.</summary>
internal static class TapPoints
{
    /// <param name="match">Match of <see cref="TapLines.Point"/>.</param>
    /// <param name="opens">Whether its content follows, in braces.</param>
    public static TapPoint Of(Match match, int number, int line, string group, out bool opens)
    {
        var rest = match.Groups["rest"].Value.TrimEnd();
        opens = rest == "{" || rest.EndsWith(" {", StringComparison.Ordinal);
        rest = opens ? rest[..^1].TrimEnd() : rest;
        var time = TapLines.Time().Match(rest);
        rest = time.Success ? rest.Remove(time.Index, time.Length).TrimEnd() : rest;
        var directive = TapLines.Directive().Match(rest);
        var name = (directive.Success ? rest[..directive.Index] : rest).Trim();
        name = name.Replace("\\#", "#", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        var word = directive.Groups["word"].Value;
        return new TapPoint
        {
            Name = name.Length > 0 ? name : $"test {number}",
            Ok = !match.Groups["not"].Success,
            Line = line,
            Skip = word.Equals("SKIP", StringComparison.OrdinalIgnoreCase),
            Todo = word.Equals("TODO", StringComparison.OrdinalIgnoreCase),
            Seconds = Seconds(time),
            Group = group,
        };
    }

    private static double? Seconds(Match time) =>
        time.Success && double.TryParse(time.Groups["time"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value * time.Groups["unit"].Value switch { "ms" => 0.001, "m" => 60, _ => 1 } : null;
}
