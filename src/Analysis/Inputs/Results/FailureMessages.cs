using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results.Formats;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>Finds a failed test's message, without its stack.</summary>
internal static partial class FailureMessages
{
    /// <summary>Used if a test failed and nothing says why.</summary>
    public const string Silent = "it failed and said nothing";

    private const string NotCollected = "collection failure";

    /// <summary>In front of each line of an error, as pytest shows it.</summary>
    private const string Mark = "E   ";

    private const int MostLines = 12;
    private const int MostOfPhrase = 100;
    private const int MostRead = 400;

    /// <summary>Longer lines are neither source nor stack, and would take a pattern too long.</summary>
    private const int MostOfLine = 500;

    /// <summary>The message attribute, or else the text's lines before the first stack frame; the runner's wrapping is removed.</summary>
    public static string Clean(string? attribute, string text)
    {
        var message = string.IsNullOrWhiteSpace(attribute) || IsEmptyPhrase(attribute) ? Lead(text) : InLines(attribute, text);
        message = WithWhatWasSaid(Unwrap(Ansi.Strip(message).Trim()), text);
        if (message == NotCollected && OfCollection(text) is { } reason)
            message = $"{reason}\n{message}";
        return message.Length <= ReadLimits.MaxMessage ? message : message[..ReadLimits.MaxMessage];
    }

    /// <summary>pytest could not load a test file; the error that it met is the last that it marks in the text.</summary>
    private static string? OfCollection(string text)
    {
        var lines = text.Split('\n').Select(l => Ansi.Strip(l).TrimEnd()).ToList();
        var last = lines.FindLastIndex(IsMarked);
        if (last < 0)
            return null;
        var first = lines.FindLastIndex(last, l => !IsMarked(l)) + 1;
        return lines[first..(last + 1)].Select(l => l[Mark.Length..]).FirstOrDefault(l => l.Length is > 0 and <= MostOfLine && l[0] != ' ');

        static bool IsMarked(string line) => line.StartsWith(Mark, StringComparison.Ordinal);
    }

    /// <summary>A message that a command ended with an error says nothing if the text contains the command's own error, as compilers print it.</summary>
    private static string WithWhatWasSaid(string message, string text)
    {
        if (message.Length > MostOfLine || message.Contains('\n', StringComparison.Ordinal) || !Ended().IsMatch(message))
            return message;
        var said = text.Split('\n').Take(MostRead).Select(l => Ansi.Strip(l).Trim())
            .FirstOrDefault(l => l.Length <= MostOfLine && Stated().Match(l) is { Success: true } stated
            && !IsEmptyPhrase(stated.Groups["said"].Value.Trim('\'', '"')) && !Ended().IsMatch(l));
        return said is null ? message : $"{said}\n{message}";
    }

    /// <summary>go-junit-report and others write "Failed", which says nothing.</summary>
    public static bool IsEmptyPhrase(string attribute) => attribute.Length <= MostOfPhrase
        && attribute.Trim().ToLowerInvariant() is "" or "failed" or "failure" or "error" or "test failed" or Silent;

    /// <summary>An XML attribute cannot contain line feeds and has spaces instead; the text that follows has them.</summary>
    private static string InLines(string attribute, string text)
    {
        if (attribute.Contains('\n', StringComparison.Ordinal) || !text.Contains('\n', StringComparison.Ordinal))
            return attribute;
        var at = text.Replace('\n', ' ').Replace('\t', ' ').IndexOf(attribute.Trim(), StringComparison.Ordinal);
        return at < 0 ? attribute : text.Substring(at, attribute.Trim().Length);
    }

    private static string Lead(string text)
    {
        // Go prints that the test failed, and maybe a signal's registers, around the reason.
        if (GoMessages.PanicIn(text) is { } crash && crash.Contains("\ngoroutine ", StringComparison.Ordinal))
            return GoMessages.OfPanic(crash);
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => !IsProgress(l)).ToList();
        // What a test in Rust printed before it panicked is not the reason why it failed.
        var panic = lines.FindIndex(l => l.Length <= MostOfLine && PanicHead().IsMatch(l));
        lines = panic > 0 ? lines[panic..] : lines;
        var lead = lines.TakeWhile(l => StackFrames.Parse(l) is null && !IsPlace(l)).Select(WithoutThread).Where(l => l.Trim().Length > 0)
            .Take(MostLines).ToList();
        return string.Join('\n', lead.Count > 0 ? lead : lines.Where(l => l.Trim().Length > 0).Take(MostLines));
    }

    /// <summary>From a panic in Rust, the message without the thread, which is named after the test, and without the location, which is not part of the
    /// message.</summary>
    private static string WithoutThread(string line) => line.Length > MostOfLine ? line
        : Panic().Match(line) is { Success: true } panic ? panic.Groups["said"].Value
        : OldPanic().Match(line) is { Success: true } old ? old.Groups["said"].Value : PanicPlace().Replace(line, "");

    /// <summary>gotestsum writes into a failure also that go began and ended the test; Unity, a test framework for C, also what passed.</summary>
    private static bool IsProgress(string line) => line.Length <= MostOfLine
        && ((line.StartsWith("=== ", StringComparison.Ordinal) && Progress().IsMatch(line))
            || (line.Contains(":PASS", StringComparison.Ordinal) && UnityPass().IsMatch(line)));

    private static bool IsPlace(string line) => line.Length <= MostOfLine && Place().IsMatch(line);

    [GeneratedRegex(@"^=== (?:RUN|PAUSE|CONT|NAME)\s", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Progress();

    [GeneratedRegex(@"^\S{1,300}:\d{1,7}:\w{1,200}:PASS$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex UnityPass();

    /// <summary>The end of a command, in the words of the program that ran it.</summary>
    [GeneratedRegex(@"\b(?:non-?zero exit (?:status|code)|exit(?:ed)? (?:with )?(?:status|code)|[Cc]ommand failed|[Pp]rocess (?:failed|completed with))\b",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Ended();

    /// <summary>An error with its location, code or level in front, as compilers and similar tools write it.</summary>
    [GeneratedRegex(@"^(?:\S{1,200}: )?(?:\S{1,300}[:(]\d+(?:[:,]\d+)?\)?\s?:? (?:- )?)?(?:fatal )?(?:error|ERROR|fatal|FATAL)(?:\[\w+\]| [A-Z]{1,5}\d+)?: (?<said>\S.*\w.*)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Stated();

    [GeneratedRegex(@"^\s*thread '[^']*'(?: \(\d+\))? panicked at (?:'(?<said>.*)', )?\S+:\d+:\d+:?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Panic();

    [GeneratedRegex(@"^\s*thread '[^']*'(?: \(\d+\))? panicked at ", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex PanicHead();

    /// <summary>Before Rust 1.73 a message of several lines was in quotes, with the location after its last line.</summary>
    [GeneratedRegex(@"^\s*thread '[^']*' panicked at '(?<said>.+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OldPanic();

    [GeneratedRegex(@"', \S+\.rs:\d+:\d+$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex PanicPlace();

    /// <summary>The source around the failed line, as JavaScript runners show it, and the head or a line of a stack that names no function (Rust, PHP,
    /// Ruby).</summary>
    [GeneratedRegex(
        @"^\s*(?:>?\s*\d{1,7}\s?\|(?:\s|$)|❯ \S+:\d+|stack backtrace:$|note: (?:run with `RUST_BACKTRACE|Some details are omitted)|/\S+\.php:\d+$"
        + @"|# \S+:\d+:in )",
        RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Place();

    /// <summary>pytest reports a broken fixture as: failed on setup with "…".</summary>
    private static string Unwrap(string message)
    {
        foreach (var prefix in new[] { "failed on setup with \"", "failed on teardown with \"" })
            if (message.StartsWith(prefix, StringComparison.Ordinal))
                return message[prefix.Length..].TrimEnd('"');
        return message;
    }
}
