using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>
/// Removes failures found in the log of a job that ended well anyway: its step was allowed to fail, and so were the tests in it, through
/// <c>continue-on-error</c>, through <c>|| true</c> or because they passed when they ran again. They are shown with the job, but are neither a cause nor a
/// reason. Failures in result files are not changed.
/// </summary>
internal static class AllowedResults
{
    /// <summary>How many tests of one job are named.</summary>
    private const int MostNamed = 5;

    public static (IReadOnlyList<ResultFile> Results, IReadOnlyList<JobEnd> Jobs) Of(IReadOnlyList<ResultFile> results, JobEndsReading jobs)
    {
        var allowed = results.Where(r => jobs.EndedWell.Contains(r.Source) && (r.UnnamedFailed > 0 || r.Cases.Any(c => c.Bad))).ToList();
        if (allowed.Count == 0)
            return (results, jobs.Ends);
        var named = allowed.ToDictionary(r => r.Source, r => r.Cases.Where(c => c.Bad && c.Scope != TestScope.Job).Take(MostNamed).Select(Failure).ToList(),
            StringComparer.Ordinal);
        return ([.. results.Select(r => named.ContainsKey(r.Source) ? Passed(r) : r)],
            [.. jobs.Ends.Select(e => named.GetValueOrDefault(e.Source) is { } failures ? e with { Allowed = [.. e.Allowed, .. failures] } : e)]);
    }

    private static ResultFile Passed(ResultFile file) => file with { Cases = [.. file.Cases.Where(c => !c.Bad)], UnnamedFailed = 0, Problems = [] };

    private static AllowedFailure Failure(TestCase test) =>
        new(test.Id, Citation.OfLines(test.Source, test.Failure?.Line ?? test.Line, test.Failure?.EndLine ?? test.EndLine, test.Failure?.Message ?? test.Name));
}
