using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>An open issue whose claim this run contradicts.</summary>
public sealed record Contradiction(int Issue, string Title, IReadOnlyList<Prose> Because, IReadOnlyList<Citation> Citations);

/// <summary>
/// Finds open issues that this run proves wrong: the tests they name really ran and passed, or the service they report as down is up.
/// </summary>
internal static partial class Contradictions
{
    /// <param name="proved">By id: tests that ran and passed, and whose pass proves something.</param>
    public static IEnumerable<Contradiction> Find(IReadOnlyList<IssueProfile> issues, IReadOnlyDictionary<string, TestCase> proved,
        ReadinessReport? readiness, IReadOnlySet<int> matched)
    {
        foreach (var issue in issues.Where(i => i.Issue.Open && !matched.Contains(i.Issue.Number)))
        {
            if (ByTests(issue, proved) is { } tests)
                yield return tests;
            else if (issue.Tests.Count == 0 && ByService(issue, readiness) is { } service)
                yield return service;
        }
    }

    private static Contradiction? ByTests(IssueProfile issue, IReadOnlyDictionary<string, TestCase> proved)
    {
        var ids = issue.Tests.Values.SelectMany(i => i).Distinct().ToList();
        if (ids.Count == 0 || !ids.All(proved.ContainsKey))
            return null;
        var passed = ids.Select(id => proved[id]).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var name = issue.Tests.Keys.First();
        return new Contradiction(issue.Issue.Number, issue.Issue.Title,
            [Prose.Of($"{new NamedTestsPassed(name, ids)}")],
            [Citation.OfJson(issue.Issue.Source, issue.Pointer(name) ?? issue.Issue.Pointer + "/title", name), .. passed.Take(3).Select(Cite)]);
    }

    private static Citation Cite(TestCase test) => Citation.OfLines(test.Source, test.Line, test.EndLine, test.Name);

    private static Contradiction? ByService(IssueProfile issue, ReadinessReport? readiness)
    {
        foreach (var service in readiness?.Services ?? [])
            if (service.Ready && service.Probes.FirstOrDefault(p => p.Ok && NamesAsDown(issue.Text, p)) is { } probe)
                return new Contradiction(issue.Issue.Number, issue.Issue.Title,
                    [Prose.Of($"it calls {service.Name} unreachable; the {probe.Kind} probe of {probe.Target} succeeds now")],
                    [Citation.OfJson(issue.Issue.Source, issue.Issue.Pointer + "/title", issue.Issue.Title), probe.Citation]);
        return null;
    }

    /// <summary>The issue names the probe's port or host, and reports it as down in the same text.</summary>
    private static bool NamesAsDown(string text, ProbeReading probe)
    {
        var port = Port().Match(probe.Target).Value;
        return Down().IsMatch(text) && (text.Contains(probe.Target, StringComparison.OrdinalIgnoreCase)
            || (port.Length > 0 && EnvironmentFaults.Mentions(text, port) && EnvironmentFaults.Mentions(text, probe.Kind)));
    }

    [GeneratedRegex(@"connection refused|ECONNREFUSED|refuses connections|cannot reach|unreachable|can't connect|not reachable",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Down();

    [GeneratedRegex(@":[1-9]\d{3,4}$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Port();
}
