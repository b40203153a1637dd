using System.Text;
using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Lines of TAP, the Test Anything Protocol (versions 12 to 14): <c>TAP version 14</c>, the plan <c>1..N</c>, <c>ok 1 - name</c> and
/// <c>not ok 2 - name # TODO why</c>, comments, <c>Bail out!</c>. Anything else that a program prints is not TAP, and is ignored.
/// </summary>
internal static partial class TapLines
{
    /// <summary>Banners of package managers are short.</summary>
    private const int MostLines = 40;

    /// <summary>Lines of a banner before the first line of TAP.</summary>
    private const int MostStrange = 5;

    private const int MostOfLine = 4096;

    /// <summary>Whether a text begins like TAP: with its version, or a plan and a test, or two tests, after no more than a short banner.</summary>
    public static bool Begins(ReadOnlyMemory<byte> text)
    {
        var (seen, strange, only) = (0, 0, true);
        foreach (var line in JsonLines.Split(text).Take(MostLines).Select(Text))
        {
            if (Version().IsMatch(line.Trim()))
                return true;
            if (line.Trim() is not { Length: > 0 } said || said[0] is '#' or '>' or '$')
                continue;
            if (NumberedPoint().IsMatch(line) || Plan().IsMatch(line) || said.StartsWith("Bail out!", StringComparison.Ordinal))
                seen++;
            else if (seen == 0 && ++strange > MostStrange)
                return false;
            only &= strange == 0;
            if (seen > 1)
                return true;
        }
        // A file with a single line, or truncated after its plan.
        return seen > 0 && only;
    }

    /// <summary>A line without colours and without the remains of a broken copy.</summary>
    public static string Text(ReadOnlyMemory<byte> bytes)
    {
        var line = Ansi.Strip(Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, MostOfLine)])).TrimEnd('\r', ' ');
        return line.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 ? line : string.Concat(line.Where(c => c is >= ' ' or '\t'));
    }

    [GeneratedRegex(@"^TAP version \d{1,3}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    public static partial Regex Version();

    [GeneratedRegex(@"^1\.\.(?<count>\d{1,9})(?:\s*#\s*(?<why>.*))?$", RegexOptions.CultureInvariant, 10000)]
    public static partial Regex Plan();

    /// <summary>Go's <c>ok  package</c> is not a test point: without a number there must be a dash before the description, or nothing.</summary>
    [GeneratedRegex(@"^(?<not>not )?ok(?:\s+(?<number>\d{1,9})(?=\s|$)|(?=\s+-\s|$))(?<dash>\s+-(?=\s|$))?(?:\s+(?<rest>.*))?$",
        RegexOptions.CultureInvariant, 10000)]
    public static partial Regex Point();

    [GeneratedRegex(@"^(?:not )?ok \d{1,9}(?:\s|$)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex NumberedPoint();

    /// <summary>A <c>#</c> that is not escaped, with the word after it.</summary>
    [GeneratedRegex(@"(?:^|\s)#\s*(?<word>SKIP|TODO)(?:\S*)(?:\s+(?<why>.*))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    public static partial Regex Directive();

    [GeneratedRegex(@"(?:^|\s)(?:#\s*time=(?<time>[\d.]{1,20})(?<unit>ms|s|m)|in (?<time>\d{1,12})(?<unit>ms))(?=\s|$)", RegexOptions.CultureInvariant, 10000)]
    public static partial Regex Time();

    [GeneratedRegex(@"^#\s*(?:fail(?:ed)?|Looks like you failed)\s+(?<count>\d{1,9})\b", RegexOptions.CultureInvariant, 10000)]
    public static partial Regex FailCount();

    /// <summary>Counts that runners print at the end.</summary>
    [GeneratedRegex(@"^#\s*(?:(?:tests|suites|pass|fail|cancelled|skipped|skip|todo|duration_ms)\s+[\d.]+|ok|time=.{1,40}|failed \d+ .{0,60})$",
        RegexOptions.CultureInvariant, 10000)]
    public static partial Regex Summary();

    [GeneratedRegex(@"^#\s*Looks like your test (?:exited with|died)\b.*", RegexOptions.CultureInvariant, 10000)]
    public static partial Regex Died();
}
