using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Analysis.Output.Reports;
using Whybot.Features.Commands;
using Whybot.Hosts.Setup;
using Whybot.Testing;

namespace Whybot.Bot.Tests.House;

/// <summary>A message that the bot posts, as its writer makes it of a sample.</summary>
/// <param name="Writer">The file that makes it, relative to the repository's root.</param>
internal sealed record PostedMessage(string Name, string Writer, string Text)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);

    /// <summary>One of every kind.</summary>
    public static IReadOnlyList<PostedMessage> All { get; } = Make();

    private static List<PostedMessage> Make()
    {
        var messages = new List<PostedMessage>();
        var broken = Drafts("event-structure");
        messages.Add(new("The comment on a pull request or commit", "src/Analysis/Output/Reports/CommentWriter.cs", broken.Comment));
        messages.Add(new("The same when all is well", "src/Analysis/Output/Reports/CommentWriter.cs", Drafts("all-green").Comment));
        messages.Add(new("What the merged pull request that broke the default branch is told, once", "src/Analysis/Output/Filing/MergedPullWriter.cs",
            Broken().Body));
        messages.Add(new("The check run", "src/Analysis/Output/Filing/CheckDraft.cs", $"{broken.Check.Title}\n\n{broken.Check.Summary}"));
        messages.Add(new("The check run of a deployment under way", "src/Analysis/Output/Reports/ProgressWriter.cs",
            $"{ProgressWriter.Title(Progress)}\n\n{ProgressWriter.Summary(Progress)}"));
        var issue = Samples().SelectMany(s => Drafts(s).Issues).First();
        messages.Add(new("An issue for a new cause", "src/Analysis/Output/Filing/IssueDraft.cs", $"{issue.Title}\n\n{issue.Body}"));
        foreach (var note in Samples().SelectMany(s => Drafts(s).Notes).Take(1))
            messages.Add(new("A note on an issue that a person filed", "src/Analysis/Output/Filing/NoteWriter.cs", note.Body));
        messages.Add(new("The answer to `/plan`", "src/Analysis/Decisions/Planning/PlanWriter.cs",
            PlanWriter.Write(Planner.Make(new PlanInput { Settings = Settings("event-structure") }))));
        foreach (var (name, words) in Lifecycle())
            messages.Add(new($"On one of its own issues: {name}", "src/Analysis/Output/IssueLifecycle/IssueLifecycleWriter.cs", words));
        messages.Add(new("The weekly digest", "src/Analysis/Output/IssueLifecycle/DigestWriter.cs", DigestWriter.Write(Digest)));
        messages.Add(new("The worklog, on a branch if the settings name one", "src/Analysis/Output/Reports/WorklogWriter.cs",
            WorklogWriter.Write(Analysed.Folder(Repository.Sample("event-structure")))));
        messages.Add(new("The answer to `/help`", "src/Bot/Features/Commands/HelpCommand.cs", CommandRegistration.Catalogue.Table()));
        return messages;
    }

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
            return new RunProgress("staging", new CommitSha("44444444c0ffee"),
                new PlanFile(1, "all", true, [Phase(1, "connectivity", "smoke"), Phase(2, "P1", "orders")], ""), 2,
                [new SuiteCount("smoke", "connectivity", 3, 0, 1), new SuiteCount("orders", "P1", 12, 2, 0)],
                    new HashSet<string>(StringComparer.Ordinal) { "smoke", "orders" });
        }
    }

    private static IEnumerable<(string Name, string Words)> Lifecycle()
    {
        var cause = new TrackedCause
        {
            About = new SeenCause(new ClusterId("w2-a"), "ValueError: the warehouse is closed", 2, VerdictKind.Regression, 7),
            Rows = [new SeenRow(Now, "staging", new("44444444c0ffee"), 2), new SeenRow(Now.AddDays(-9), "staging", new("33333333c0ffee"), 3)],
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
            [new SeenCause(new ClusterId("w2-b"), "redis: connection refused", 4, VerdictKind.Environment, 9)]));
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
        Refuted = [new RefutedIssue(7, "Search is down", Priority.P0, 3, new("44444444c0ffee"), "staging",
            "the test it names really ran and passed: test_search")],
        Lingering = [new LingeringIssue(9, "Orders are late", Now.AddDays(-20), 2, 4, 11)],
        Unclassified = [new UnclassifiedCause(new("w2-a"), "exit code 3", null, VerdictKind.Inconclusive, "staging", new("44444444c0ffee"))],
    };
}
