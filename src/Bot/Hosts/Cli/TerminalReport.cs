using Spectre.Console;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Explanation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Hosts.Cli;

/// <summary>Prints a report for people: the decision first, then cause by cause.</summary>
internal static class TerminalReport
{
    private const int MaxTests = 8;
    private const int MaxBlocks = 3;
    private const int MaxUnread = 5;
    private const int MaxNamed = 100;

    public static void Print(Report report, IAnsiConsole console)
    {
        var colour = report.Decision switch { Decision.Go => "green", Decision.NoGo => "red", _ => "yellow" };
        var where = string.Join(" ",
            new[] { report.Deployment.Environment, report.Deployment.Repository?.Value, report.Deployment.Sha?.Short }.OfType<string>());
        console.MarkupLine($"[bold {colour}]{Wording.Of(report.Decision).ToUpperInvariant()}[/] {Escape(report.Reason)}");
        console.MarkupLine($"{Markup.Escape(Wording.Passed(report))}{(where.Length > 0 ? $" [dim]· {Escape(where)}[/]" : "")}");
        foreach (var unread in report.Unread.Take(MaxUnread))
            console.MarkupLine($"[yellow]Not fully read:[/] {Escape(unread.ToString())}");
        if (report.Unread.Count > MaxUnread)
            console.MarkupLine($"[yellow]Not fully read:[/] and {report.Unread.Count - MaxUnread} more");
        Gates(report, console);
        foreach (var (cluster, i) in report.Clusters.Take(ClusterAnalysis.MostExplained).Select((c, i) => (c, i)))
            Cluster(cluster, i + 1, report, console);
        foreach (var other in report.Clusters.Skip(ClusterAnalysis.MostExplained).Take(MaxNamed))
            console.MarkupLine($"[bold]Also:[/] {Escape(other.Title)} ({other.Verdict.Kind.Word()}, {Wording.Count(other)})");
        if (report.Clusters.Count - ClusterAnalysis.MostExplained - MaxNamed is > 0 and var unnamed)
            console.MarkupLine($"[bold]Also:[/] {Numbers.Count(unnamed, "more cause")}; the JSON report names them all");
        foreach (var flaky in report.Flaky.Take(MaxTests))
            console.MarkupLine($"[yellow]Flaky in this run:[/] {Escape(flaky.Test)} passed on try {flaky.Tries}");
        if (report.Flaky.Count > MaxTests)
            console.MarkupLine($"[yellow]Flaky in this run:[/] and {report.Flaky.Count - MaxTests} more");
        foreach (var jobs in JobWords.Of(report.Jobs.Where(j => j.CutShort)))
            console.MarkupLine($"[yellow]Job:[/] {Escape(jobs)}");
        foreach (var (job, allowed) in report.Jobs.SelectMany(j => j.Allowed.Select(a => (j, a))))
            console.MarkupLine($"[dim]Allowed to fail:[/] {Escape(job.Name)}: {Escape(allowed.Step)}");
        foreach (var contradiction in report.Contradictions)
            console.MarkupLine($"\n[bold]Contradicted[/] #{contradiction.Issue} {Escape(contradiction.Title)}: "
                + $"{Escape(Prose.Join("; ", contradiction.Because))}");
        foreach (var warning in report.Warnings)
            console.MarkupLine($"[yellow]Note:[/] {Escape(warning)}");
        console.MarkupLine($"\n[dim]Read: {Markup.Escape(report.Coverage)}.[/]");
        console.MarkupLine($"[dim]Self-check: claims: {report.SelfCheck.Claims}; citations: {report.SelfCheck.Citations}.[/]");
    }

    private static void Gates(Report report, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Gate", "Needed", "Passed", "Outcome", "Why");
        foreach (var gate in report.Gates)
        {
            var colour = gate.Outcome switch { GateOutcome.Passed => "green", GateOutcome.Failed => "red", _ => "yellow" };
            table.AddRow(Escape(gate.Name), Numbers.Rate(gate.Required), Numbers.Rate(gate.Actual), $"[{colour}]{Wording.Of(gate.Outcome)}[/]",
                Escape(gate.Reason));
        }
        console.Write(table);
    }

    private static void Cluster(ReportedCluster cluster, int number, Report report, IAnsiConsole console)
    {
        console.MarkupLine($"[bold]Cause {number}: {Escape(cluster.Title)}[/]");
        console.MarkupLine(Escape(cluster.RootCause));
        Line(console, 2, $"[bold]Verdict[/] {Escape(cluster.Verdict.Because)}");
        Line(console, 2, $"[bold]Issue[/] {Issue(cluster, report)}");
        Line(console, 2, $"[bold]Suspect[/] {Suspect(cluster, report)}");
        Line(console, 2, $"[bold]Tests[/] {Escape(string.Join(", ", cluster.Tests.Take(MaxTests).Select(Short)))}"
            + $"{(cluster.Tests.Count > MaxTests ? $" and {cluster.Tests.Count - MaxTests} more" : "")}");
        if (cluster.Impact is { } impact)
            Line(console, 2, $"[bold]At risk[/] {Escape(impact)} ({Escape(cluster.Priority?.ToString() ?? "")})");
        foreach (var block in cluster.Evidence.Take(MaxBlocks))
            Block(block, console);
        foreach (var why in OpenWhys.Answered(cluster.Whys))
            Why(why, console);
        if (OpenWhys.Of(cluster.Whys) is { } open)
            Line(console, 2, $"[bold]{OpenWhys.Heading}[/] {Escape(open)}");
        foreach (var ruledOut in cluster.RuledOut)
            Line(console, 2, $"[bold]Not[/] {Escape(ruledOut.What)}: {Escape(ruledOut.Because)}");
        foreach (var related in cluster.Related)
            Line(console, 2, $"[bold]Related?[/] #{related.Number} {Escape(related.Title)}: {Escape(related.Because[0])}");
        foreach (var action in cluster.Actions)
            Line(console, 2, $"[bold]{Wording.Of(action.Urgency)}:[/] {Escape(action.What)}");
        console.WriteLine();
    }

    private static void Block(EvidenceBlock block, IAnsiConsole console)
    {
        Line(console, 2, $"[bold]New in the log[/] {Escape(block.Range)}");
        foreach (var line in block.Telling)
            Line(console, 5, Escape(line));
    }

    private static void Why(Why why, IAnsiConsole console)
    {
        var colour = why.Status == WhyStatus.Established ? "green" : "yellow";
        Line(console, 2, $"[bold]{why.Level}. {Markup.Escape(why.Question)}[/] [{colour}]{Wording.Of(why.Status)}[/]");
        Line(console, 5, Escape(why.Answer));
        foreach (var citation in why.Citations)
            Line(console, 5, $"[dim]{Escape(citation.ShortPlace)}: {Escape(citation.Excerpt)}[/]");
    }

    /// <summary>Wrapped lines keep their indent.</summary>
    private static void Line(IAnsiConsole console, int indent, string markup) => console.Write(new Padder(new Markup(markup), new Padding(indent, 0, 0, 0)));

    private static string Issue(ReportedCluster cluster, Report report)
    {
        if (cluster.Issue is { } issue)
            return $"#{issue.Number} {Escape(issue.Title)} ({issue.Confidence:0.00})";
        var seen = cluster.SeenBefore is [var before, ..] ? $"; seen before: #{before.Number} {Escape(before.Title)}" : "";
        return (report.NewIssues.Any(n => n.Cluster == cluster.Id) ? $"none matches; a new one is drafted ({cluster.Id})" : "none matches") + seen;
    }

    private static string Suspect(ReportedCluster cluster, Report report)
    {
        if (cluster is { Suspects: [], Shortlist: { Count: > 0 } shortlist })
            return $"none named; the likeliest: {Escape(Prose.Join("; ", shortlist))}";
        if (cluster.Suspects is not [var suspect, ..])
            return report.ChangesKnown ? "none named: no change stands out" : "none named: what changed is not known";
        var pull = suspect.Pull is { } number ? Prose.Of($" (#{number})") : Prose.Empty;
        return Escape(Prose.Of($"{suspect.Sha.Short} {suspect.Path}{pull}{(suspect.Established ? "" : ", likely"):t}: {suspect.Because[0]}"));
    }

    private static string Short(string test) => test[(test.LastIndexOf("::", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];

    private static string Escape(Prose prose) => Markup.Escape(prose.ToString());

    private static string Escape(string text) => Markup.Escape(SafeText.OneLine(Secrets.Redact(text), 400));
}
