namespace Whybot.Analysis.Inputs.Results;

/// <summary>What the JSON formats share: a missing state is never a pass.</summary>
internal static class JsonStates
{
    private const int MostTries = 1000;

    /// <summary>Adds a test; a test in which the document breaks off did not pass, whatever was read of it.</summary>
    public static void Add(ResultReading reading, JsonItem item, TestCase test) =>
        reading.Add(item.Cut && !test.Bad ? test with { Outcome = TestOutcome.NotRun, FailedAttempts = 0 } : test);

    /// <summary>Handles a state that the format does not have, or a missing state.</summary>
    public static TestOutcome Unknown(ResultReading reading, JsonItem item, string? status)
    {
        if (!item.Cut)
            reading.Problem(item.Line, status is { Length: > 0 }
                ? $"a test's state is \"{ResultReading.Cut(ResultReading.Short(status), 40)}\", which is not known" : "a test without a state");
        return TestOutcome.NotRun;
    }

    public static int Tries(double? count) => (int)Math.Clamp(count ?? 0, 0, MostTries);

    /// <summary>Converts milliseconds since 1970.</summary>
    public static DateTime? Time(double milliseconds) => milliseconds is > 0 and < 4e12 ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : null;
}
