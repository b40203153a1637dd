using System.Text.Json;
using Shouldly;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Json;
using Whybot.Hosts.Setup;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests;

public sealed class IncidentTests
{
    public static TheoryData<string> Incidents => [.. Repository.Samples];

    [Theory, MemberData(nameof(Incidents))]
    public void What_is_expected_of_the_incident_is_found(string incident)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Sample(incident), "expected.json")));
        var expected = document.RootElement;
        var report = Analysed.Folder(Repository.Sample(incident));

        Strings(expected, "decision").ShouldContain(Word(report.Decision));
        var totals = expected.GetProperty("totals");
        (report.Totals.Tests, report.Totals.Passed, report.Totals.Failed, report.Totals.Errors, report.Totals.Skipped)
            .ShouldBe((totals.Integer("tests")!.Value, totals.Integer("passed")!.Value, totals.Integer("failed")!.Value,
                totals.Integer("errors")!.Value, totals.Integer("skipped")!.Value));
        report.NewIssues.Count.ShouldBe(expected.Integer("new_issues")!.Value);
        foreach (var cluster in expected.GetProperty("clusters").EnumerateArray())
            Check(cluster, report);
        foreach (var number in Numbers(expected, "contradictions"))
            report.Contradictions.ShouldContain(c => c.Issue == number);
        foreach (var number in Numbers(expected, "not_contradicted"))
            report.Contradictions.ShouldNotContain(c => c.Issue == number);
        foreach (var number in Numbers(expected, "not_matched"))
            report.Clusters.ShouldNotContain(c => c.Issue != null && c.Issue.Number == number);
    }

    private static void Check(JsonElement expected, Report report)
    {
        var tests = Strings(expected, "tests");
        var cluster = report.Clusters.Where(c => tests.All(t => c.Tests.Any(x => x.Contains(t, StringComparison.Ordinal)))).ShouldHaveSingleItem();
        Strings(expected, "verdict").ShouldContain(cluster.Verdict.Kind.Word());
        Strings(expected, "cause").ShouldContain(k => $"{cluster.Cause} {cluster.RootCause}".Contains(k, StringComparison.OrdinalIgnoreCase));
        (cluster.Issue?.Number).ShouldBe(expected.Integer("issue"));
        if (expected.Text("suspect") is { } suspect)
        {
            cluster.Suspects[0].Sha.Value.ShouldBe(suspect);
            Strings(expected, "path").ShouldContain(cluster.Suspects[0].Path);
        }
        else
            cluster.Suspects.ShouldBeEmpty();
        cluster.Whys.Count(w => w.Status != WhyStatus.Unknown && w.Citations.Count > 0).ShouldBeGreaterThanOrEqualTo(3);
        cluster.Whys.ShouldAllBe(w => w.Status == WhyStatus.Unknown || w.Citations.Count > 0);
    }

    [Theory, MemberData(nameof(Incidents))]
    public void The_comment_the_worklog_and_the_issues_read_as_kept(string incident)
    {
        var report = Analysed.Folder(Repository.Sample(incident));

        Snapshot.Differs("Bot.Tests", $"{incident}/comment.md", CommentWriter.Write(report)).ShouldBeNull();
        Snapshot.Differs("Bot.Tests", $"{incident}/worklog.md", WorklogWriter.Write(report)).ShouldBeNull();
        foreach (var draft in IssueDrafter.Draft(report, RepositorySettings.Default))
            Snapshot.Differs("Bot.Tests", $"{incident}/issue.md", $"{draft.Title}\n\n{draft.Body}").ShouldBeNull();
    }

    /// <summary>Holds every citation against the bytes on disk by other code than the program's.</summary>
    [Theory, MemberData(nameof(Incidents))]
    public void Every_citation_stands_in_the_files(string incident)
    {
        var report = Analysed.Folder(Repository.Sample(incident));

        var citations = report.Clusters.SelectMany(c => c.Whys.SelectMany(w => w.Citations).Concat(c.Suspects.SelectMany(s => s.Citations))
            .Concat(c.RuledOut.SelectMany(r => r.Citations)))
            .Concat(report.Contradictions.SelectMany(c => c.Citations)).ToList();

        foreach (var citation in citations)
        {
            var text = File.ReadAllText(Path.Combine(Repository.Sample(incident), citation.Source));
            if (citation.Pointer is { } pointer)
                JsonPointer.Resolve(JsonDocument.Parse(text).RootElement, pointer)!.Value.ToString().ShouldContain(citation.Excerpt);
            else
                System.Net.WebUtility.HtmlDecode(text.Split('\n')[citation.Line!.Value - 1]).ShouldContain(citation.Excerpt);
        }
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var folder = new RunFolder(Repository.Sample("event-structure"));
        var incident = new IncidentFolder(folder, ProgramVocabulary.Settings, new Progress<string>()).Read(null);
        using var evidence = new FolderEvidence(folder);
        var turned = incident with
        {
            Results = [.. incident.Results.Reverse().Select(r => r with { Cases = [.. r.Cases.Reverse()] })],
            JobLogs = [.. incident.JobLogs.Reverse()],
            Issues = [.. incident.Issues.Reverse()],
            Changes = incident.Changes! with { Commits = [.. incident.Changes.Commits.Reverse()] },
        };

        var one = Analysis.Analyst.Analyse(incident, evidence);
        var other = Analysis.Analyst.Analyse(turned, evidence);

        other.Clusters.Select(c => (c.Id, c.Verdict.Kind, c.Cause, c.Issue?.Number, Suspect: c.Suspects.Count > 0 ? c.Suspects[0].Path : null,
            string.Join('\n', c.Tests)))
            .ShouldBe(one.Clusters.Select(c => (c.Id, c.Verdict.Kind, c.Cause, c.Issue?.Number, Suspect: c.Suspects.Count > 0 ? c.Suspects[0].Path
                : null, string.Join('\n', c.Tests))));
        other.Decision.ShouldBe(one.Decision);
    }

    [Fact]
    public void No_word_of_a_sample_platform_stands_in_the_sources()
    {
        string[] words = ["harbor", "quay", "acme", "1030", "1229", "trackingId", "jwt-auth", "tool_executing"];

        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal))
                .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

        foreach (var source in sources)
            words.ShouldAllBe(w => !File.ReadAllText(source).Contains(w, StringComparison.OrdinalIgnoreCase), source);
    }

    private static string Word(Decision decision) => decision switch { Decision.Go => "go", Decision.NoGo => "no-go", _ => "inconclusive" };

    private static List<string> Strings(JsonElement element, string name) => element.Field(name) switch
    {
        { ValueKind: JsonValueKind.Array } many => [.. many.EnumerateArray().Select(e => e.GetString()!)],
        { } one => [one.GetString()!],
        _ => [],
    };

    private static List<int> Numbers(JsonElement element, string name) => [.. element.Field(name).Items().Select(i => i.Item.GetInt32())];
}
