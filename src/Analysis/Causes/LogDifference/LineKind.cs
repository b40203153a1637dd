using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results.Console;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>What a line of a job's log does.</summary>
internal enum LineKind
{
    Blank,

    /// <summary>It says what the job is doing, or gives advice: progress, figures, commands, anything marked as information or a warning.</summary>
    Aside,

    /// <summary>A frame, a place, an indented line: it belongs to the line above.</summary>
    Detail,

    /// <summary>It may be part of what went wrong, or of anything else.</summary>
    Plain,

    /// <summary>It says that something failed because something else did.</summary>
    Consequence,

    /// <summary>It speaks of an error.</summary>
    Error,

    /// <summary>The system that ran the job says that a step, or the job, failed.</summary>
    Failed,

    /// <summary>The system that ran the job speaks of something else: it begins a step, or opens a group.</summary>
    System,
}

/// <summary>Tells the kinds of lines apart by how tools write them, whatever tool it is.</summary>
internal static partial class LineKinds
{
    private const int MostOfLine = 2000;
    private static readonly string[] Undertakings = ["HEAD is now at ", "Commit message: ", "Checking out ", "[command]", "> git ", "* [new "];
    private const string ErrorMark = "##[error]";

    /// <param name="text">Without stamp and colours.</param>
    public static LineKind Of(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return LineKind.Blank;
        var line = text.Length > MostOfLine ? text[..MostOfLine] : text;
        if (EndOf(line) is { } end)
            return end;
        if (line.StartsWith("##[", StringComparison.Ordinal))
            return line.StartsWith(ErrorMark, StringComparison.Ordinal) ? LineKind.Error : LineKind.System;
        if (LabelOf(line) is { } label)
            return label.Groups["bad"].Success ? Marked(line, line[label.Length..]) : LineKind.Aside;
        if (IsDetail(line))
            return LineKind.Detail;
        if (IsUndertaking(line) || JobNoise.IsNoise(line))
            return LineKind.Aside;
        return JobNoise.IsConsequence(line) ? LineKind.Consequence : JobNoise.IsError(line) || JobNoise.IsTelling(line) ? LineKind.Error
            : char.IsWhiteSpace(line[0]) ? LineKind.Detail : LineKind.Plain;
    }

    /// <summary>A frame of a stack, a place in a source, or an indented line without a word about an error.</summary>
    public static bool IsDetail(string line) => JobNoise.IsPlace(line) || (char.IsWhiteSpace(line[0]) && !JobNoise.IsTelling(line));

    /// <summary>It says what to do, or where to read more.</summary>
    public static bool IsAdvice(string line) => JobNoise.IsNoise(line) && !JobNoise.IsPlace(line);

    /// <summary>Its tool marked it as part of an error.</summary>
    public static bool IsMarked(string line) => LabelOf(line)?.Groups["bad"].Success == true;

    /// <summary>What its tool marked as an error is one, except for the advice below it.</summary>
    private static LineKind Marked(string line, string words) => JobNoise.IsConsequence(line) ? LineKind.Consequence
        : !words.AsSpan().ContainsAnyInRange('a', 'z') || words.StartsWith("->", StringComparison.Ordinal) || JobNoise.IsNoise(line) ? LineKind.Detail
        : LineKind.Error;

    private static LineKind? EndOf(string line)
    {
        foreach (var rule in EndRule.Index.Candidates(line))
            if (EndRule.All[rule] is { By: EndWeight.Job or EndWeight.Step } end && end.Find(line) is not null)
                return end.State == JobState.Succeeded ? LineKind.System : LineKind.Failed;
        return null;
    }

    private static Match? LabelOf(string line)
    {
        try
        {
            return Label().Match(line.Length > MostOfLine ? line[..MostOfLine] : line) is { Success: true } label ? label : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>What the job is asked to do or checks out; the words of a commit are not the job's.</summary>
    private static bool IsUndertaking(string line) => Undertakings.Any(u => line.AsSpan().TrimStart().StartsWith(u));

    /// <summary>Loggers put the level in front, maybe after a time, a thread or a logger.</summary>
    [GeneratedRegex(
        @"^(?:[\d:.,TZ/ -]{5,30} )?(?:\[[^\]]{0,60}\] |\S{0,40}\] )?\[?(?:(?<bad>ERROR|error|FATAL|fatal|SEVERE)|INFO|info|DEBUG|debug|TRACE|trace"
        + @"|NOTICE|notice|WARNING|warning|WARN|warn|VERBOSE|verbose)(?:\]|(?:\s+[\w.$]+)? [-:]|:|\s{2,})(?:\s|$)"
        + @"|^npm (?:(?<bad>ERR!|error)|WARN|warn|notice|info)(?:\s|$)",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Label();
}
