namespace Whybot.Analysis.Inputs.Issues;

/// <summary>How an issue that the bot filed can be recognised, and which part of it says what it is about.</summary>
public static class OwnIssue
{
    internal const string WhyHeading = "## Why";
    internal const string TestsHeading = "## Failing tests";

    /// <summary>The hidden line that the bot uses to find a cause's issue.</summary>
    public static string Marker(string cause) => $"<!-- whybot:cause {cause} -->";

    /// <summary>The part of a body that says what the issue is about, without explanations, other causes and tables.</summary>
    internal static string Core(string body)
    {
        var why = body.IndexOf(WhyHeading, StringComparison.Ordinal);
        var tests = why < 0 ? -1 : body.IndexOf(TestsHeading, why, StringComparison.Ordinal);
        return why < 0 ? body : tests < 0 ? body[..why] : string.Concat(body.AsSpan(0, why), body.AsSpan(tests));
    }
}
