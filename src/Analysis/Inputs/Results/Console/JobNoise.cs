using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Separates lines of a job that may say why it failed from those that never do: commands and their environment, hints, statistics, passes, locations without a
/// message, and lines in which one tool only says that another failed.
/// </summary>
internal static partial class JobNoise
{
    private const int MostOfLine = 2000;

    /// <summary>It is not an error, whatever words it contains.</summary>
    public static bool IsNoise(string line) =>
        line.Length > MostOfLine || Matches(Command(), line) || Matches(Hint(), line) || Matches(Statistics(), line) || Matches(Passed(), line)
            || Matches(Place(), line) || Matches(Progress(), line);

    /// <summary>A path or a line of source without a message, a frame of a stack, a ruler.</summary>
    public static bool IsPlace(string line) => line.Length <= MostOfLine && Matches(Place(), line);

    /// <summary>It only says that something else failed; it is a cause only if nothing else is said.</summary>
    public static bool IsConsequence(string line) => line.Length <= MostOfLine && Matches(Consequence(), line);

    /// <summary>It names an error: an exception's type, <c>error: …</c>, a signal, an answer from the system.</summary>
    public static bool IsError(string line) => line.Length <= MostOfLine && Matches(Error(), line);

    /// <summary>It mentions something that went wrong.</summary>
    public static bool IsTelling(string line) => line.Length <= MostOfLine && Matches(Telling(), line);

    /// <summary>A line on which a pattern takes too long has no pattern; the rest of the log is worth more.</summary>
    private static bool Matches(Regex pattern, string line)
    {
        try
        {
            return pattern.IsMatch(line);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>What a shell, a package manager or the job prints about what it runs.</summary>
    [GeneratedRegex(
        @"^\s*(?:shell: |env:$|\[command\]|\$ \S|\+{1,3} \S|> \S+@\d\S* \S|> [a-z][\w./:@-]*(?:\s|$)|> Task :|> Configure project|Run \S+ .*\{0\}"
        + @"|[A-Z][A-Z0-9]*_[A-Z0-9_]*[=:] ?\S*$|[A-Z][A-Z0-9_]+=\S*$|with:$)",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Command();

    [GeneratedRegex("""
        ^\s*(?:\[(?:ERROR|INFO|WARNING|error|info|warn)\]\s*)?(?:
            For\ more\ (?:information|details)|Run\ with\ -|>?\ ?Run\ with\ -|Try\b.*:?$|\*\ (?:Try|Get\ more\ help)|To\ see\ the\ full\ stack|Re-?run\b
            |See\ (?:https?:|the\ |also|above|below)|Please\ (?:refer|see|check|run|read)
            |\[Help\ \d+\]|After\ correcting\ the\ problems|mvn\ <|note:\ |hint:\ |help:\ |Hint:|Tip:|Use\ ["'`]?-|You\ can\b|Learn\ more|If\ you\b
            |Did\ you\ mean|Consider\ |To\ (?:fix|rerun|re-run|address|continue|ignore|skip|learn)\b
            |npm\ (?:ERR!|error)\ (?:A\ complete\ log|\ +\S+\.log$|This\ is\ probably\ not|There\ is\ likely|path\ |command\ |errno\ |syscall\ |Run\ |To\ see|Lifecycle\ script
            |workspace\ |location\ |node-pre-gyp\ )|info\ Visit\ |A\ complete\ log
            |Output\ from\ these\ tests\ are\ in|More\ (?:info|details)\b|Details:|Documentation:|https?://\S+$|(?:\#\#\[)?(?:notice|debug)\b
            |Stack\ trace:?$|Debugging\ information|Error\ stacktraces\ are\ turned\ on
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Hint();

    [GeneratedRegex(
        @"^\s*(?:(?:cc|sc)?ache\b.*\b(?:hit|miss|size|saved|restored|not found|key)|Cache (?:hit|miss|size|saved|restored|not found)|(?:Cache )?(?:hits"
        + @"|misses)\b|Hit rate|Cacheable calls|Compile requests|Errors?:?\s+0\b|Time elapsed|Total [Tt]ime|Finished at|Finished in|Duration|Elapsed|real\s"
        + @"|user\s|sys\s|Took \d|Done in|Ran all test suites|Start at|Warnings?: \d+$)|\b0 (?:errors?|failures?|failed"
        + @"|problems)\b(?!.*\b[1-9]\d* (?:errors?|failures?|failed|problems)\b)|\d{1,3}(?:\.\d+)?%\s*\|",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Statistics();

    [GeneratedRegex(
        @"^\s*(?:\[\w+\]\s*)?(?:ok\b|PASS(?:ED)?\b|[✓✔√] |Passed \S|BUILD SUCCESS|OK(?: \(|$)|All (?:tests|checks) passed|Passed!|(?:Success|SUCCESS)\b"
        + @"|Successfully\b|\S+ PASSED|test \S+ \.\.\. ok|Restored |Build succeeded|Everything is fine)|^=== (?:RUN|PAUSE|CONT|NAME)\b|^--- (?:PASS|SKIP): "
        + @"|\bPASSED$|\.\.\. ok$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Passed();

    /// <summary>A path or a line of source without a message, and stack frames.</summary>
    [GeneratedRegex(
        @"^\s*(?:[./~\w\\@:+-]*[/\\][./~\w\\@:+()-]*(?:\(\d+(?:,\d+)?\))?:?|\d{1,7} ?[|▕].*|\|.*|-->.*|[\^~][\^~\s]*|at [\w.$<>\[\]`/@]+(?: ?\(.*\)"
        + @"| in .*)?|at (?:async |new |Object\.|Module\.|Function\.).*|File ""[^""]+"", line \d+.*|from \S+:\d+:in .*|\.{3} \d+ more"
        + @"|[-=*_~#.─━═⎯]{3,}.{0,3})$",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"^\s*(?:\[?\s*\d{1,3}%\]?|go: downloading |Download(?:ing|ed)\b|Receiving objects|Resolving deltas|Collecting |Installing |Running |Compiling "
        + @"|Building |Checking |Fetching |Progress|Reading package lists|Get:\d+ |Hit:\d+ |Selecting |Preparing to |Unpacking |Setting up )",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Progress();

    [GeneratedRegex("""
        ^\s*(?:\[(?:ERROR|error)\]\s*)?(?:Error:\ )?(?:
            Process\ completed\ with\ exit\ code|The\ process\ '.+'\ failed\ with\ exit\ code|.{0,120}\bexited\ with\ (?:code|status|error\ code)\ '?\d+
            |exit(?:\ status|\ code)?:?\ \d+$|Command\ failed(?:\ with\ exit\ code\ \d+)?[.:]?|error\ Command\ failed
            |npm\ (?:ERR!|error)\ (?:code\ (?:ELIFECYCLE|\d+)|Test\ failed|Exit\ status|\S+@\S+\ \w+:\ |Failed\ at\ the)|npm\ ERR!$|\s?ELIFECYCLE
            |ninja:\ build\ stopped|FAILED:\ \S+$|g?make(?:\[\d+\])?:\ \*\*\*\ .*\]\ (?:Error|Segmentation|Aborted|Killed).*|g?make:\ Leaving
            |collect2:\ error:\ ld\ returned|error:\ (?:could\ not\ compile|test\ failed,\ to\ rerun|doctest\ failed|aborting\ due\ to|\d+\ targets?\ failed
            |recipe\ .*\ failed|script\ ".+"\ exited|build\ failed)|ERROR:\ (?:Build|Job)\ failed|The\ command\ ".*"\ (?:exited|failed)
            |BUILD\ FAIL(?:ED|URE)|FAILURE:\ Build\ failed|Build\ FAILED|Build\ failed\b|Build\ step\ '.*'\ marked|Test\ Run\ Failed|Tests?\ failed\.?$
            |FAIL(?:ED|URES!+)?$|COMPILATION\ ERROR|Execution\ failed\ for\ task|>\ There\ were\ failing\ tests
            |There\ (?:are|were)\ (?:test\ failures|failing\ tests)
            |Error(?:s\ while\ running\ CTest|:\ Process)|\d+\ errors?\ generated|[✖×]\ \d+\ problems?|\d+\ problems?\b|Found\ \d+\ errors?
            |ERROR:\ .*\bExit\ code\ \d+|Finished:\ FAILURE|task\ failed|Failed\ to\ execute\ script|Makefile:\d+:\ .*failed|script\ returned\ exit\ code
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Consequence();

    [GeneratedRegex(
        @"^\s*(?:[\w.$:\\]*(?:Error|Exception|Fault)\b(?:\s?\[\w+\])?[:( ]|(?:\w+: )?(?:error|fatal|panic|E)\b(?:\[\w+\])?:|(?:ERROR|FATAL|PANIC|Error"
        + @"|Fatal)\b[: ])|: (?:fatal )?error\b[: ]|\berror [A-Z]{2,8}\d{2,5}\b|Segmentation fault|\bKilled$|core dumped|: (?:command )?not found$"
        + @"|No such file or directory|Permission denied|No space left on device|Connection refused|timed out\b|Assertion .+ failed",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Error();

    [GeneratedRegex(
        @"\b(?:error|fatal|exception|failed|fails|failure|cannot|can't|could not|couldn't|unable|not found|denied|refused|invalid|missing|unexpected"
        + @"|mismatch|expired|forbidden|unauthorized|exceed(?:s|ed)|threshold|does not|doesn't|did not|undefined|unknown|conflict|abort(?:ed)?"
        + @"|would reformat|out of date|must)\b|[a-z](?:Error|Exception)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Telling();
}
