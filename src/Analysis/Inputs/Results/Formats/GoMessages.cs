using System.Globalization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>Messages of Go's tests, compiler and runtime, without locations and stacks.</summary>
internal static partial class GoMessages
{
    private const int MostLines = 12;
    private const int MostOfPanic = 3;

    /// <summary>Longer lines do not come from a runtime, and would take a pattern too long.</summary>
    private const int MostOfLine = 2000;

    /// <summary>A panic's message, otherwise what was logged.</summary>
    public static string OfTest(string text) => PanicIn(text) is { } panic ? OfPanic(panic) : Joined(Lines(text).Take(MostLines).Select(WithoutPlace));

    /// <summary>Its message, up to the first stack.</summary>
    public static string OfPanic(string panic)
    {
        // The go command asked for this panic, to show where the test stood; the reason is its own line below the stacks.
        if (panic.StartsWith("SIGQUIT: ", StringComparison.Ordinal) && RanTooLong().Match(panic) is { Success: true } late)
            return late.Groups["reason"].Value;
        var lines = Lines(panic).TakeWhile(l => !l.StartsWith("goroutine ", StringComparison.Ordinal) && l != "running tests:").Take(MostOfPanic);
        // A panic that the runner recovers and raises again is reported twice.
        return Joined(lines.Select(l => Recovered().Replace(l, "")).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The output of the compiler or <c>go vet</c>, without locations; null for none.</summary>
    public static string? OfBuild(string text)
    {
        var lines = Lines(text).Where(l => !l.StartsWith("# ", StringComparison.Ordinal) && !l.EndsWith("too many errors", StringComparison.Ordinal))
            .Take(MostLines).Select(WithoutPlace).ToList();
        return lines.Count == 0 ? null : Joined(lines);
    }

    /// <summary>A package's output if none of its tests printed any; null if nothing in it is informative.</summary>
    public static string? OfPackage(string text)
    {
        if (PanicIn(text) is { } panic)
            return OfPanic(panic);
        var lines = Lines(text).Where(l => !Chatter().IsMatch(l)).Take(MostLines).Select(WithoutPlace).ToList();
        return lines.Count > 0 ? Joined(lines) : Exit(text) is { } exit ? $"the test process ended: {exit}" : null;
    }

    /// <summary>The last output of the only running test when the process ended without a panic: <c>log.Fatal</c>, <c>os.Exit</c>, a signal.</summary>
    public static string OfDeath(string test, string package)
    {
        var last = Lines(test).Where(l => !Chatter().IsMatch(l)).Select(WithoutPlace).LastOrDefault();
        return last ?? (Exit(package) is { } exit ? $"the test process ended while this test ran: {exit}" : "the test process ended while this test ran");
    }

    public static bool IsPanic(ReadOnlySpan<char> line) =>
        line.StartsWith("panic: ", StringComparison.Ordinal) || line.StartsWith("fatal error: ", StringComparison.Ordinal)
        || (line.StartsWith("SIG", StringComparison.Ordinal) && Signal().IsMatch(line));

    /// <returns>The text starting at the panic; null without a panic.</returns>
    public static string? PanicIn(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (IsPanic(text.AsSpan(at, Math.Min(end - at, MostOfLine)).TrimStart()))
                return text[at..];
            at = end + 1;
        }
        return null;
    }

    /// <summary><c>FAIL package [build failed]</c>, or <c>[setup failed]</c>.</summary>
    public static bool IsNotBuilt(string text) => text.Contains(" [build failed]", StringComparison.Ordinal)
        || text.Contains(" [setup failed]", StringComparison.Ordinal);

    public static bool IsTimeout(string panic) => panic.TrimStart().StartsWith("panic: test timed out after", StringComparison.Ordinal);

    /// <summary><c>running tests:</c> and below it a line such as <c>TestSlow (3s)</c> for each; since Go 1.20.</summary>
    public static IReadOnlyList<(string Name, double Seconds)> RunningTests(string panic) =>
        [.. Lines(panic).SkipWhile(l => l != "running tests:").Skip(1).Select(l => RunningTest().Match(l)).TakeWhile(m => m.Success)
            .Select(m => (m.Groups["name"].Value, Seconds(m)))];

    /// <summary>The test function that the panicking goroutine was in, or was started by.</summary>
    public static string? TestInStack(string panic)
    {
        var stack = panic.IndexOf("goroutine ", StringComparison.Ordinal) is >= 0 and var at ? panic[at..] : panic;
        var end = stack.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = Lines(end < 0 ? stack : stack[..end]).ToList();
        return First(lines, InTest()) ?? First(lines, ByTest());
    }

    /// <summary>Whether a test with failed subtests also failed by itself: its own output shows it. Plain logging is no sign of a failure.</summary>
    public static bool IsOwnFailure(string text) => PanicIn(text) is not null || Lines(text).Any(l => OwnFailure().IsMatch(l));

    /// <summary><c>orders_test.go:19: expected 3</c> becomes <c>expected 3</c>; the stamps of Go's logger are removed too.</summary>
    public static string WithoutPlace(string line) => Place().Replace(line, "");

    private static string? First(List<string> lines, Regex pattern) => lines.Select(l => pattern.Match(l)).FirstOrDefault(m => m.Success)?.Groups["test"].Value;

    private static string? Exit(string text) =>
        Lines(text).FirstOrDefault(l => l.StartsWith("exit status ", StringComparison.Ordinal) || l.StartsWith("signal: ", StringComparison.Ordinal));

    private static double Seconds(Match match)
    {
        double Of(string group) => double.TryParse(match.Groups[group].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
        return (Of("h") * 3600) + (Of("m") * 60) + Of("s");
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(l => l.Length > MostOfLine ? l[..MostOfLine].Trim() : l.Trim()).Where(l => l.Length > 0 && l != "FAIL");

    [GeneratedRegex("""
        ^(?:(?:\./)?[\w./\\-]{1,300}\.go:\d+(?::\d+)?:|\d{4}/\d\d/\d\d[ ]\d\d:\d\d:\d\d(?:\.\d+)?(?=[ ]))(?:\s+|$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^[ \t]*\*\*\* (?<reason>Test killed(?: with quit)?: ran too long \([\w.]{1,40}\))",
        RegexOptions.CultureInvariant | RegexOptions.Multiline, 10000)]
    private static partial Regex RanTooLong();

    [GeneratedRegex(@" \[recovered(?:, repanicked)?\]$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Recovered();

    [GeneratedRegex(@"^SIG[A-Z]{2,8}: ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Signal();

    /// <summary>Lines of the runner that do not say why.</summary>
    [GeneratedRegex("""
        ^(?:FAIL\s|ok[ ]{2}|PASS$|exit[ ]status[ ]\d+$|signal:[ ]|coverage:[ ]|testing:[ ]warning:[ ]no[ ]tests[ ]to[ ]run|={10,}$|Found[ ]\d+[ ]data[ ]race)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex Chatter();

    [GeneratedRegex(@"^(?<name>\S{1,500}) \((?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>[\d.]+)s)?\)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex RunningTest();

    [GeneratedRegex(@"\.(?<test>(?:Test|Fuzz|Benchmark|Example)\w{0,200})(?:\.(?:func|gowrap)[\d.]{1,20}){0,8}\(", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex InTest();

    [GeneratedRegex("""
        ^created[ ]by[ ]\S{0,500}\.(?<test>(?:Test|Fuzz|Benchmark|Example)\w{0,200})(?:\.func[\d.]{1,20})?(?:[ ]in[ ]goroutine[ ]\d+)?$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex ByTest();

    [GeneratedRegex("""
        ^(?:\S{1,300}\.go:\d+:.{0,400}\b(?:want|expected|unexpected|wrong|mismatch|not[ ]equal|fail(?:ed|ure|s)?|errors?|cannot|timed[ ]out)\b
        |Error[ ]Trace:|Error:\s)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex OwnFailure();
}

/// <summary>Lines that Go tests log.</summary>
internal static partial class GoLines
{
    /// <summary><c>orders_test.go:19: expected 3</c> becomes <c>expected 3</c>.</summary>
    public static string WithoutPlace(string line) => Place().Replace(line, "");

    [GeneratedRegex(@"^[\w.-]+\.go:\d+:(?:\s+|$)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();
}
