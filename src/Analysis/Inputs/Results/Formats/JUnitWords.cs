using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>What writers of JUnit XML say about a test in addition to its elements.</summary>
internal static partial class JUnitWords
{
    private const string Switched = "DISABLED_";

    /// <summary>From the attributes <c>status</c> and <c>result</c>, in lower case; null if they do not show it.</summary>
    public static TestOutcome? Outcome(string? status, string? result, string? name) => (status, result) switch
    {
        (null, null) => null,
        // gtest: result is completed, skipped (at run time) or suppressed (by its name or a filter).
        (_, "suppressed") or ("disabled", _) => TestOutcome.Disabled,
        ("notrun" or "not_run" or "not run", _) => name?.Contains(Switched, StringComparison.Ordinal) == true ? TestOutcome.Disabled : TestOutcome.NotRun,
        _ => One(result) ?? One(status),
    };

    /// <summary>The tool that wrote a suite, by the names that only it gives.</summary>
    public static TestRunner Runner(string suite, XmlReader xml) => suite switch
    {
        "pytest" or "pytest tests" => TestRunner.Pytest,
        "jest tests" => TestRunner.Jest,
        "vitest tests" => TestRunner.Vitest,
        "Mocha Tests" => TestRunner.Mocha,
        "nextest-run" => TestRunner.Nextest,
        _ when xml.GetAttribute("noNamespaceSchemaLocation", XmlSchema.InstanceNamespace)?.Contains("surefire", StringComparison.Ordinal) == true
            => TestRunner.Maven,
        _ => TestRunner.Unknown,
    };

    /// <summary>Catch2: a test with this tag may fail.</summary>
    public static bool MayFail(string? message) =>
        message is not null && (message.EndsWith("!mayfail", StringComparison.Ordinal) || message.EndsWith("!shouldfail", StringComparison.Ordinal));

    /// <summary>ctest's reasons for not running a test that mean it was skipped on purpose.</summary>
    public static bool IsSkip(string message) => message.StartsWith("SKIP_", StringComparison.Ordinal) || message is "Disabled" or "Skipped" or "";

    /// <param name="type">Type of a <c>skipped</c> element: pytest.xfail, XFAIL.</param>
    /// <param name="message">Its message.</param>
    public static TestOutcome Skip(string? type, string? message)
    {
        if (type?.Contains("xfail", StringComparison.OrdinalIgnoreCase) == true || type?.Contains("expectedfail", StringComparison.OrdinalIgnoreCase) == true)
            return TestOutcome.ExpectedFailure;
        if (message is null)
            return TestOutcome.Skipped;
        return ExpectedToFail().IsMatch(message) ? TestOutcome.ExpectedFailure
            : message.StartsWith("test passes unexpectedly", StringComparison.Ordinal) ? TestOutcome.UnexpectedPass
            : message.EndsWith(" is @Disabled", StringComparison.Ordinal) ? TestOutcome.Disabled
            : NotRun().IsMatch(message) ? TestOutcome.NotRun : TestOutcome.Skipped;
    }

    private static TestOutcome? One(string? word) => word switch
    {
        "skipped" or "skip" or "ignored" or "pending" => TestOutcome.Skipped,
        "fail" or "failed" or "failure" => TestOutcome.Failed,
        "error" or "errored" or "broken" or "timeout" or "timedout" or "crashed" => TestOutcome.Error,
        "xfail" => TestOutcome.ExpectedFailure,
        _ => null,
    };

    /// <summary>nose2: expected test failure; unittest: expected failure.</summary>
    [GeneratedRegex(@"^expected (?:test )?failure\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex ExpectedToFail();

    /// <summary>A run that was ended, given as the reason why a test did not run. "Not run on Windows" is a different reason.</summary>
    [GeneratedRegex(@"^(?:not run|did not run|not executed|not started|cancell?ed|aborted|interrupted)\.?$"
        + @"|\b(?:run|suite|session|execution)\b.{0,40}\b(?:aborted|cancell?ed|interrupted|terminated|stopped|bailed|crashed|timed out)\b"
        + @"|\b(?:because|due to|after|since)\b.{0,60}\b(?:crash|abort|fail-?fast|max(?:imum)?[ -]failures|bail)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex NotRun();
}
