using System.Globalization;
using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Issues;

/// <summary>How an issue that the bot filed can be recognised, and which part of it says what it is about.</summary>
public static partial class OwnIssue
{
    internal const string WhyHeading = "## Why";
    internal const string TestsHeading = "## Failing tests";

    /// <summary>In front of the id of the only cause that the body explains.</summary>
    internal const string SignatureWord = "Signature ";

    private const string MarkerStart = "<!-- whybot:cause ";

    /// <summary>The body must not become longer than GitHub allows.</summary>
    internal const int MostCovered = 200;

    /// <summary>The hidden line that the bot uses to find a cause's issue.</summary>
    public static string Marker(string cause) => $"{MarkerStart}{cause} -->";

    /// <summary>The hidden line above the marker that names what else the issue is about.</summary>
    internal static string Covers(IReadOnlyList<ClusterId> clusters) => $"<!-- whybot:covers {string.Join(' ', clusters.Take(MostCovered))} -->";

    /// <summary>
    /// What the marker of an issue names: a cluster, with the number of an earlier issue if that was closed long ago; many causes at once; or an environment
    /// that is not ready.
    /// </summary>
    /// <returns>Null unless the marker is the body's last line and its only one.</returns>
    public static string? CauseOf(string? body) =>
        body is not null && OfCause().Match(HiddenLine.Last(body).ToString()) is { Success: true } marker
            && body.IndexOf(MarkerStart, StringComparison.Ordinal) == body.LastIndexOf(MarkerStart, StringComparison.Ordinal)
            ? marker.Groups["cause"].Value : null;

    /// <summary>What the line of <see cref="Covers"/> names; empty if it is not one.</summary>
    internal static IReadOnlyList<ClusterId> CoveredIn(string line) =>
        OfCovers().Match(line) is { Success: true } covers ? [.. covers.Groups["cluster"].Captures.Select(c => new ClusterId(c.Value)).Distinct()] : [];

    /// <summary>The cluster in the name of a cause, and the number of the earlier issue in it; null if it does not name exactly one cluster.</summary>
    internal static (ClusterId Cluster, int Earlier)? ClusterOf(string cause) =>
        OfCluster().Match(cause) is { Success: true } one ? (new ClusterId(one.Groups["cluster"].Value), one.Groups["earlier"] is { Success: true } number
            ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : 0)
        : cause.StartsWith("down-", StringComparison.Ordinal) ? (new ClusterId(cause), 0) : null;

    /// <summary>The part of a body that says what the issue is about, without explanations, other causes and tables.</summary>
    internal static string Core(string body)
    {
        var why = body.IndexOf(WhyHeading, StringComparison.Ordinal);
        var tests = why < 0 ? -1 : body.IndexOf(TestsHeading, why, StringComparison.Ordinal);
        return why < 0 ? body : tests < 0 ? body[..why] : string.Concat(body.AsSpan(0, why), body.AsSpan(tests));
    }

    [GeneratedRegex(@"\A<!-- whybot:cause (?<cause>w[0-9]{1,3}-[0-9a-f]{12}(?:-[0-9]{1,9})?|(?:mass|down)-[a-z0-9-]{1,60}) -->\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfCause();

    [GeneratedRegex(@"\A<!-- whybot:covers(?: (?<cluster>w[0-9]{1,3}-[0-9a-f]{12})){1,200} -->\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfCovers();

    [GeneratedRegex(@"\A(?<cluster>w[0-9]{1,3}-[0-9a-f]{12})(?:-(?<earlier>[0-9]{1,9}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex OfCluster();
}
