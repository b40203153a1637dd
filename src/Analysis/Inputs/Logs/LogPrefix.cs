namespace Whybot.Analysis.Inputs.Logs;

/// <summary>The system that adds a prefix to each line of a log.</summary>
internal enum LogContainer
{
    None,

    /// <summary><c>2026-10-12T08:02:00.1234567Z text</c>: a job's log from GitHub's API or Azure Pipelines. Nobody else uses seven digits.</summary>
    GitHub,

    /// <summary>
    /// <c>job⇥step⇥2026-10-12T08:02:00.1234567Z text</c>, as <c>gh run view --log</c> prints it; a step's first line has a byte order mark before its stamp.
    /// </summary>
    GitHubCli,

    /// <summary><c>[workflow/job]   | text</c>, as nektos/act prints it.</summary>
    Act,

    /// <summary><c>2026-10-12T08:02:00.123456Z 00O text</c>: GitLab's stamp, and the number and kind of the stream.</summary>
    GitLab,

    /// <summary><c>build⇥20-Nov-2026 09:33:11⇥text</c>.</summary>
    Bamboo,

    /// <summary><c>[Container] 2026/11/20 09:33:11 text</c>.</summary>
    CodeBuild,

    /// <summary><c>Step #1 - "unit": text</c>.</summary>
    CloudBuild,

    /// <summary>
    /// A stamp that services write as well: <c>2026-10-12T08:02:00Z text</c>, <c>[2026-10-12T08:02:00.123Z] text</c>, <c>08:02:00  text</c>,
    /// <c>[08:02:00] text</c>.
    /// </summary>
    Stamp,
}

/// <summary>The prefix of one line of a job's log. It is checked on every line, so it is parsed by hand.</summary>
/// <param name="Length">Where the text begins.</param>
/// <param name="JobAt">Where the job's name begins; only for containers with several jobs.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct LogPrefix(LogContainer Container, int Length, int JobAt = 0, int JobLength = 0)
{
    private const char ByteOrderMark = '\uFEFF';
    private const int MostOfName = 300;
    private const string Date = "0000-00-00T00:00:00";
    private const string Clock = "00:00:00";
    private const string GitHubs = "0000-00-00T00:00:00.0000000Z";

    /// <summary>No service writes such lines.</summary>
    public bool IsOfJob => Container is not LogContainer.None and not LogContainer.Stamp;

    public ReadOnlySpan<char> Job(ReadOnlySpan<char> line) => line.Slice(JobAt, JobLength);

    public static LogPrefix Of(ReadOnlySpan<char> line)
    {
        var at = line.Length > 0 && line[0] == ByteOrderMark ? 1 : 0;
        if (at == line.Length)
            return new(LogContainer.None, at);
        var found = line[at] switch
        {
            >= '0' and <= '9' => Stamped(line, at),
            '[' => Bracketed(line, at),
            'S' => CloudBuild(line, at),
            _ => default,
        };
        if (found.Container == LogContainer.None)
            found = Tabbed(line, at);
        return found.Container == LogContainer.None ? new(LogContainer.None, at) : found;
    }

    private static LogPrefix Stamped(ReadOnlySpan<char> line, int at)
    {
        if (IsGitHubs(line, at))
            return new(LogContainer.GitHub, Behind(line, at + GitHubs.Length));
        if (StampEnd(line, at, out var digits) is > 0 and var end)
        {
            if (StreamEnd(line, end) is > 0 and var text)
                return new(LogContainer.GitLab, text);
            return new(digits == 7 ? LogContainer.GitHub : LogContainer.Stamp, Behind(line, end));
        }
        // Jenkins' clock is followed by two spaces, and so is its elapsed time.
        if (!Fits(line, at, Clock))
            return default;
        end = Fraction(line, at + Clock.Length, out _);
        return end + 1 < line.Length && line[end] == ' ' && line[end + 1] == ' ' ? new(LogContainer.Stamp, end + 2) : default;
    }

    /// <summary>Checks only the separators: nearly all lines of all logs begin like this.</summary>
    private static bool IsGitHubs(ReadOnlySpan<char> line, int at) =>
        line.Length >= at + GitHubs.Length && line[at + 27] == 'Z' && line[at + 19] == '.' && line[at + 10] == 'T' && line[at + 4] == '-'
            && line[at + 7] == '-' && line[at + 13] == ':' && line[at + 16] == ':'
            && char.IsAsciiDigit(line[at + 20]) && char.IsAsciiDigit(line[at + 26]);

    private static LogPrefix Bracketed(ReadOnlySpan<char> line, int at)
    {
        if (StampEnd(line, at + 1, out _) is > 0 and var end && end < line.Length && line[end] == ']')
            return new(LogContainer.Stamp, Behind(line, end + 1));
        if (Fits(line, at + 1, Clock) && (end = Fraction(line, at + 1 + Clock.Length, out _)) < line.Length && line[end] == ']')
            return new(LogContainer.Stamp, BehindTeamCity(line, end + 1));
        const string Word = "[Container] ";
        if (line[at..].StartsWith(Word) && Fits(line, at + Word.Length, "0000/00/00 00:00:00"))
            return new(LogContainer.CodeBuild, Behind(line, Fraction(line, at + Word.Length + 19, out _)));
        return Act(line, at);
    }

    /// <summary>Position after <c>[09:33:11]W:⇥ [Step 1/3] text</c>; <c>[09:33:11] text</c> comes from others.</summary>
    private static int BehindTeamCity(ReadOnlySpan<char> line, int at)
    {
        if (at + 1 >= line.Length || line[at + 1] != ':' || !(char.IsAsciiLetter(line[at]) || line[at] == ' '))
            return Behind(line, at);
        at += 2;
        while (at < line.Length && line[at] is '\t' or ' ')
            at++;
        return line[at..].StartsWith("[Step ") && line[at..].IndexOf(']') is > 0 and var end ? Behind(line, at + end + 1) : at;
    }

    private static LogPrefix Act(ReadOnlySpan<char> line, int at)
    {
        var end = line[at..Math.Min(line.Length, at + MostOfName)].IndexOf(']');
        var slash = end < 0 ? -1 : line[at..(at + end)].IndexOf('/');
        if (slash < 2)
            return default;
        var text = at + end + 1;
        while (text < line.Length && line[text] == ' ')
            text++;
        // Output comes after a bar; nearly all of act's own messages begin with a non-ASCII sign.
        if (text == line.Length || text == at + end + 1 || (line[text] != '|' && char.IsAscii(line[text]) && !line[text..].StartsWith("exitcode '")))
            return default;
        var (job, length) = (at + slash + 1, line[(at + slash + 1)..(at + end)].TrimEnd().Length);
        return new(LogContainer.Act, line[text] == '|' ? Behind(line, text + 1) : text, job, length);
    }

    private static LogPrefix CloudBuild(ReadOnlySpan<char> line, int at)
    {
        const string Step = "Step #";
        if (!line[at..].StartsWith(Step))
            return default;
        var end = at + Step.Length;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
            end++;
        if (line[end..].StartsWith(" - \"") && line[(end + 4)..Math.Min(line.Length, end + MostOfName)].IndexOf('"') is > 0 and var name)
            end += 5 + name;
        return end < line.Length && line[end] == ':' ? new(LogContainer.CloudBuild, Behind(line, end + 1)) : default;
    }

    private static LogPrefix Tabbed(ReadOnlySpan<char> line, int at)
    {
        var job = line[at..Math.Min(line.Length, at + MostOfName)].IndexOf('\t');
        if (job <= 0)
            return default;
        var second = at + job + 1;
        var step = line[second..Math.Min(line.Length, second + MostOfName)].IndexOf('\t');
        if (step <= 0)
            return default;
        var text = second + step + 1;
        if (Fits(line, second, "00-aaa-0000 00:00:00") && step == 20)
            return new(LogContainer.Bamboo, text);
        if (text < line.Length && line[text] == ByteOrderMark)
            text++;
        if (StampEnd(line, text, out _) is > 0 and var end)
            return new(LogContainer.GitHubCli, Behind(line, end), at, job);
        return line[text..].StartsWith("##[") ? new(LogContainer.GitHubCli, text, at, job) : default;
    }

    /// <summary>Where <c>2026-10-12T08:02:00.1234567Z</c> ends; 0 without such a time, or if no gap follows it.</summary>
    private static int StampEnd(ReadOnlySpan<char> line, int at, out int digits)
    {
        digits = 0;
        if (!Fits(line, at, Date))
            return 0;
        at = Fraction(line, at + Date.Length, out digits);
        if (at < line.Length && line[at] == 'Z')
            at++;
        else if (Fits(line, at + 1, "00:00") && line[at] is '+' or '-')
            at += 6;
        else if (Fits(line, at + 1, "0000") && line[at] is '+' or '-')
            at += 5;
        else
            return 0;
        return at == line.Length || line[at] is ' ' or ']' or '\t' || digits == 7 ? at : 0;
    }

    /// <summary>Position after GitLab's <c> 00O </c> or <c> 01E+</c>; 0 without one.</summary>
    private static int StreamEnd(ReadOnlySpan<char> line, int at) =>
        at + 4 <= line.Length && line[at] == ' ' && char.IsAsciiHexDigit(line[at + 1]) && char.IsAsciiHexDigit(line[at + 2]) && line[at + 3] is 'O' or 'E'
            && (at + 4 == line.Length || line[at + 4] is ' ' or '+') ? Math.Min(line.Length, at + 5) : 0;

    /// <summary>Position after <c>.123</c>, with up to nine digits.</summary>
    private static int Fraction(ReadOnlySpan<char> line, int at, out int digits)
    {
        digits = 0;
        if (at >= line.Length || line[at] is not ('.' or ','))
            return at;
        while (at + 1 + digits < line.Length && digits < 9 && char.IsAsciiDigit(line[at + 1 + digits]))
            digits++;
        return digits == 0 ? at : at + 1 + digits;
    }

    private static int Behind(ReadOnlySpan<char> line, int at) => at < line.Length && line[at] == ' ' ? at + 1 : at;

    /// <param name="shape">Matches a digit for <c>0</c>, a letter for <c>a</c>, and anything else exactly.</param>
    private static bool Fits(ReadOnlySpan<char> line, int at, string shape)
    {
        if (at + shape.Length > line.Length)
            return false;
        for (var i = 0; i < shape.Length; i++)
        {
            var c = line[at + i];
            if (shape[i] switch { '0' => !char.IsAsciiDigit(c), 'a' => !char.IsAsciiLetter(c), var other => c != other })
                return false;
        }
        return true;
    }
}
