using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Analysis.Output.Reports;
using Whybot.Features.Commands;
using Whybot.Hosts.Setup;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.House;

/// <summary>
/// <c>docs/messages.md</c> shows everything that the bot posts, each as its writer makes it of a sample; <c>WHYBOT_UPDATE_SNAPSHOTS=1</c> writes it anew.
/// </summary>
public sealed partial class MessagesDocTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_docs_show_every_message_as_its_writer_makes_it()
    {
        var file = Path.Combine(Repository.Root, "docs", "messages.md");
        var made = Document();
        if (Environment.GetEnvironmentVariable("WHYBOT_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, made);

        File.ReadAllText(file).ShouldBe(made);
    }

    [Fact]
    public void Every_writer_has_its_place_in_the_docs()
    {
        var made = Document();
        var writers = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Analysis"), "*Writer.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileName).ToList();

        writers.Count.ShouldBeGreaterThan(5);
        writers.Where(w => !made.Contains(w!, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Document()
    {
        var text = new StringBuilder("""
            # Messages

            What Whybot posts on GitHub, with an example of each message; where the answers to single commands are written is at the end. The examples are made by the program from its [samples](../samples/incidents/README.md), and a test compares this page with them. To change a sentence, open the file that is named below its heading.

            """.ReplaceLineEndings("\n"));
        var broken = Drafts("event-structure");
        text.Append(Section("The comment on a pull request or commit", "src/Analysis/Output/Reports/CommentWriter.cs", broken.Comment));
        text.Append(Section("The same when all is well", "src/Analysis/Output/Reports/CommentWriter.cs", Drafts("all-green").Comment));
        text.Append(Section("What the merged pull request that broke the default branch is told, once", "src/Analysis/Output/Filing/MergedPullWriter.cs",
            Broken().Body));
        text.Append(Section("The check run", "src/Analysis/Output/Filing/CheckDraft.cs", $"{broken.Check.Title}\n\n{broken.Check.Summary}"));
        text.Append(Section("The check run of a deployment under way", "src/Analysis/Output/Reports/ProgressWriter.cs",
            $"{ProgressWriter.Title(Progress)}\n\n{ProgressWriter.Summary(Progress)}"));
        var issue = Samples().SelectMany(s => Drafts(s).Issues).First();
        text.Append(Section("An issue for a new cause", "src/Analysis/Output/Filing/IssueDraft.cs", $"{issue.Title}\n\n{issue.Body}"));
        foreach (var note in Samples().SelectMany(s => Drafts(s).Notes).Take(1))
            text.Append(Section("A note on an issue that a person filed", "src/Analysis/Output/Filing/NoteWriter.cs", note.Body));
        text.Append(Section("The answer to `/plan`", "src/Analysis/Decisions/Planning/PlanWriter.cs",
            PlanWriter.Write(Planner.Make(new PlanInput { Settings = Settings("event-structure") }))));
        foreach (var (name, words) in Lifecycle())
            text.Append(Section($"On one of its own issues: {name}", "src/Analysis/Output/IssueLifecycle/IssueLifecycleWriter.cs", words));
        text.Append(Section("The weekly digest", "src/Analysis/Output/IssueLifecycle/DigestWriter.cs", DigestWriter.Write(Digest)));
        text.Append(Section("The worklog, on a branch if the settings name one", "src/Analysis/Output/Reports/WorklogWriter.cs",
            WorklogWriter.Write(Analysed.Folder(Repository.Sample("event-structure")))));
        text.Append(Section("The answer to `/help`", "src/Bot/Features/Commands/HelpCommand.cs", CommandRegistration.Catalogue.Table()));
        text.Append("""

            ## Answers to the other commands

            Each is in the file of its command, `src/Bot/Features/Commands/*Command.cs`; what earlier causes became of is in `src/Analysis/Output/Reports/AnswersWriter.cs`, the answer to a rule in an issue in `src/Analysis/Explanation/Rules/RuleTrial.cs`, the text of a draft revert in `src/Bot/Publishing/RevertSender.cs`, and the check run of a deployment whose suites were not run in `src/Bot/Features/Deployments/LiveCheck.cs`. [commands.md](commands.md) says what each command does.

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }

    /// <summary>The message as it is sent, fenced so that the page shows its Markdown.</summary>
    private static string Section(string name, string file, string message) =>
        $"\n## {name}\n\n[`{Path.GetFileName(file)}`](../{file})\n\n~~~~markdown\n{Hidden().Replace(message, "").TrimEnd()}\n~~~~\n";

    private static RepositorySettings Settings(string incident) =>
        ProgramVocabulary.Settings.Read(File.ReadAllText(Path.Combine(Repository.Sample(incident), "whybot.yml")), "whybot.yml").Settings;

    private static RunDrafts Drafts(string incident) =>
        RunDrafts.Of(Analysed.Folder(Repository.Sample(incident)), RepositorySettings.Default, CommandRegistration.Catalogue);

    /// <summary>As if the checks of the default branch had seen it, not a deployment.</summary>
    private static MergedPullDraft Broken()
    {
        var report = Analysed.Folder(Repository.Sample("event-structure"));
        return RunDrafts.Of(report with { Deployment = report.Deployment with { Environment = null, Branch = "main" } }, RepositorySettings.Default,
            CommandRegistration.Catalogue).Broken.Single();
    }

    private static IEnumerable<string> Samples() => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples", "incidents"))
        .Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    private static RunProgress Progress
    {
        get
        {
            static PlannedPhase Phase(int number, string name, string suite) =>
                new(number, name, [new PlannedPart(suite, suite, [], null, [])], new Dictionary<string, double>(StringComparer.Ordinal));
            return new RunProgress("staging", "44444444c0ffee",
                new PlanFile(1, "all", true, [Phase(1, "connectivity", "smoke"), Phase(2, "P1", "orders")], ""), 2,
                [new SuiteCount("smoke", "connectivity", 3, 0, 1), new SuiteCount("orders", "P1", 12, 2, 0)],
                    new HashSet<string>(StringComparer.Ordinal) { "smoke", "orders" });
        }
    }

    private static IEnumerable<(string Name, string Words)> Lifecycle()
    {
        var cause = new TrackedCause
        {
            About = new SeenCause("w2-a", "ValueError: the warehouse is closed", 2, "regression", 7),
            Rows = [new SeenRow(Now, "staging", "44444444c0ffee", 2), new SeenRow(Now.AddDays(-9), "staging", "33333333c0ffee", 3)],
        };
        var issue = new TrackedIssue
        {
            Number = 7,
            Open = false,
            ClosedAt = Now.AddDays(-3),
            Causes = [cause],
            Fix = new LinkedFix(1020, true, Now.AddDays(-2)),
        };
        var rate = new FailureRate(3, 10);
        var figures = IssueLifecycleWriter.Fixed(issue, cause, rate, ClosingRule.Needed(rate, isFixed: true));
        var last = cause.Rows[0];
        yield return ("fixed, and closed", IssueLifecycleWriter.Closed(figures));
        yield return ("fixed, but people decide", IssueLifecycleWriter.Suggested(figures));
        yield return ("back, and reopened", IssueLifecycleWriter.Back(issue, last));
        yield return ("closed by a person, and still failing", IssueLifecycleWriter.StillFails(issue, last));
        yield return ("another cause has taken its place", IssueLifecycleWriter.Replaced(
            [new SeenCause("w2-b", "redis: connection refused", 4, "environment", 9)]));
        yield return ("worse", IssueLifecycleWriter.Worse(2, 7));
        yield return ("seen elsewhere", IssueLifecycleWriter.Elsewhere(["staging-eu"]));
        yield return ("its priority has changed",
            IssueLifecycleWriter.Priority(Priority.P2, new Ranked(Priority.P1, Prose.Of($"it failed in the last 3 runs"))));
        yield return ("its priority was set by a person",
            IssueLifecycleWriter.Advice(new Ranked(Priority.P1, Prose.Of($"it failed in the last 3 runs")), Priority.P3));
    }

    private static Digest Digest => new()
    {
        Until = Now,
        Places = [new DigestPlace("staging", 9, 2, 1)],
        Refuted = [new RefutedIssue(7, "Search is down", Priority.P0, 3, "44444444c0ffee", "staging", "the test it names really ran and passed: test_search")],
        Lingering = [new LingeringIssue(9, "Orders are late", Now.AddDays(-20), 2, 4, 11)],
        Unclassified = [new UnclassifiedCause("w2-a", "exit code 3", null, "inconclusive", "staging", "44444444c0ffee")],
    };

    /// <summary>Markers, which nobody sees on GitHub.</summary>
    [GeneratedRegex("<!--.*?-->\n?", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
