using Whybot.Analysis.Evidence;
using Whybot.Analysis.Logs;

namespace Whybot.Analysis.Results;

/// <summary>
/// Takes out the failures that the log of a job tells of which ended well all the same: its step was allowed to fail, and so were the tests in it, be it by
/// <c>continue-on-error</c>, by <c>|| true</c> or because they passed when they ran again. They are shown with the job, and are no cause and no reason.
/// What result files say stays as it is.
/// </summary>
internal static class AllowedResults
{
    /// <summary>Tests of one job that are named.</summary>
    private const int MostNamed = 5;

    public static (IReadOnlyList<ResultFile> Results, IReadOnlyList<JobEnd> Jobs) Of(IReadOnlyList<ResultFile> results, JobEndsReading jobs)
    {
        var allowed = results.Where(r => jobs.EndedWell.Contains(r.Source) && (r.UnnamedFailed > 0 || r.Cases.Any(c => c.Bad))).ToList();
        if (allowed.Count == 0)
            return (results, jobs.Ends);
        var named = allowed.ToDictionary(r => r.Source, r => r.Cases.Where(c => c.Bad && c.Scope != TestScope.Job).Take(MostNamed).Select(Failure).ToList(), StringComparer.Ordinal);
        return ([.. results.Select(r => named.ContainsKey(r.Source) ? Passed(r) : r)],
            [.. jobs.Ends.Select(e => named.GetValueOrDefault(e.Source) is { } failures ? e with { Allowed = [.. e.Allowed, .. failures] } : e)]);
    }

    private static ResultFile Passed(ResultFile file) => file with { Cases = [.. file.Cases.Where(c => !c.Bad)], UnnamedFailed = 0, Problems = [] };

    private static AllowedFailure Failure(TestCase test) => new(test.Id, Citation.OfLines(test.Source, test.Failure?.Line ?? test.Line, test.Failure?.EndLine ?? test.EndLine, test.Failure?.Message ?? test.Name));
}
