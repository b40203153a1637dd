using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Finds where in the repository a cluster's tests failed, and whose code that is.</summary>
internal static class FailurePlaces
{
    private const int Most = 50;

    public static IReadOnlyList<FailurePlace> Of(ClusterFinding finding, SuiteLookup suites) =>
        [.. finding.Tests.Select(t => Of(t, suites)).OfType<FailurePlace>().Take(Most)];

    /// <summary>Owners of the suspect's file or, without a suspect, of the innermost code that failed.</summary>
    public static IReadOnlyList<string> Owners(ClusterFinding finding, RunView run)
    {
        if (run.Incident.Owners is not { } owners)
            return [];
        string?[] paths = [finding.Suspect?.File.Path, .. finding.Facts.Frames.Where(f => !f.Test && !f.Library).Select(f => f.Path).Reverse(),
            .. finding.Tests.Select(t => run.Suites.FileOf(t) is { } file ? run.Suites.InRepository(t, file) : null)];
        return paths.OfType<string>().Select(owners.Of).FirstOrDefault(o => o.Count > 0) ?? [];
    }

    /// <summary>The innermost frame in the repository's own code; product code is preferred over test code.</summary>
    private static FailurePlace? Of(TestCase test, SuiteLookup suites)
    {
        var frames = StackFrames.Of(test.Failure!.Text).Select(f => f.Frame).Where(f => !f.Library && f.Line > 0 && IsInRepository(f.Path)).ToList();
        var frame = frames.LastOrDefault(f => !f.Test) ?? frames.LastOrDefault();
        return frame is null ? null : new FailurePlace(suites.InRepository(test, frame.Path), frame.Line, Secrets.Redact(test.Id));
    }

    private static bool IsInRepository(string path) =>
        path.Length <= 250 && !path.StartsWith('/') && !path.Contains("..", StringComparison.Ordinal)
            && path.All(c => !char.IsControl(c) && c is not (':' or '<' or '>' or '\\'));
}
