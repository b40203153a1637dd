using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Grouping;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Tests;

/// <summary>The parts that the deciding classes work on, in memory; each part that a test does not name is harmless.</summary>
internal static class Build
{
    public const string Unlike = "AssertionError: cart total is 41 instead of 42";
    public const string Refused = "connect ECONNREFUSED 10.0.0.5:5432";

    public static Mechanism Kind(string id) => MechanismCatalogue.All.Single(m => m.Id == id);

    public static TestCase Failing(string message = Unlike, string name = "adds_up", string suite = "orders", TestOutcome outcome = TestOutcome.Failed) =>
        Runs.Test(name, outcome, message) with { Suite = suite };

    /// <summary>What was said about failures that belong together: their own messages, line by line.</summary>
    public static GroupFacts FactsOf(params TestCase[] tests)
    {
        IReadOnlyList<TestCase> failed = tests.Length == 0 ? [Failing()] : tests;
        return new GroupFacts
        {
            Groups = FailureGroup.Of(failed),
            Statements = [.. failed.SelectMany(t => t.Failure!.Message.Split('\n').Select(l => new Statement(Speaker.Test, l, At(t.Source, t.Line, l))))],
            Events = [],
            Frames = [],
            Symptom = MechanismCatalogue.Of(failed.Select(t => t.Failure!.Message)),
        };
    }

    public static GroupFacts FactsOf(string message) => FactsOf(Failing(message));

    public static GroupFacts Logged(this GroupFacts facts, params LogEvent[] events) => facts with
    {
        Events = [.. facts.Events, .. events],
        Statements = [.. facts.Statements, .. events.Select(e => new Statement(Speaker.Platform, e.Words, e.Citation))],
    };

    /// <summary>The failing line of the test's source, as a runner shows it.</summary>
    public static GroupFacts Reading(this GroupFacts facts, string source) => facts with
    {
        Statements = [.. facts.Statements, new Statement(Speaker.Source, source, At(facts.Tests[0].Source, 1, source))],
    };

    public static GroupFacts Through(this GroupFacts facts, string path, int line, bool library = false) => facts with
    {
        Frames = [.. facts.Frames, new StackFrame(path, line, "run", library)],
    };

    public static LogEvent Event(string message, string source = "logs/api.log", LogLevel level = LogLevel.Error, string? exception = null, int line = 1,
        params DateTime[] times) => new()
        {
            Source = source,
            Line = line,
            EndLine = line,
            Level = level,
            Message = message,
            Exception = exception,
            ExceptionLine = line,
            Times = times,
            Count = Math.Max(1, times.Length),
        };

    public static ProbeReading Probe(string evidence = "connection refused", bool ok = false, string kind = "tcp", string target = "store:5432",
        int? status = null, double? latency = 2) => new(kind, target, ok, status, latency, evidence, "readiness.json", "/services/0/probes/0");

    public static ServiceReadiness Service(string name, params ProbeReading[] probes) => new(name, probes.All(p => p.Ok), probes);

    public static ReadinessReport Probed(params ServiceReadiness[] services) => new("readiness.json", null, "staging", services);

    /// <summary>A fault that a probe found.</summary>
    public static EnvironmentFault Down(string name = "store", string kind = "connection-refused", params string[] mentions) =>
        new(name, Kind(kind), true, [Probe(target: $"{name}:5432")], [], mentions);

    /// <summary>A fault that only the platform's log shows.</summary>
    public static EnvironmentFault Fault(string kind, params LogEvent[] events) => new("", Kind(kind), false, [], events, []);

    public static ChangedFile File(string path, params string[] patch) =>
        new(path, null, "modified", $"@@ -1,{patch.Length} +1,{patch.Length} @@\n{string.Join('\n', patch)}", "commit.json",
            $"/files/{path.Replace('/', '.')}");

    public static Commit Commit(char sha, params ChangedFile[] files) =>
        new(new CommitSha(new string(sha, 40)), $"Change {sha}", null, null, $"commit-{sha}.json", files, null, []);

    public static ChangeSet Changes(params Commit[] commits) =>
        new(new(new string('0', 40)), new(new string('9', 40)), "compare.json", commits, new Dictionary<string, IReadOnlyList<PastCommit>>());

    /// <summary>One commit for each file.</summary>
    public static ChangeSet Changes(params ChangedFile[] files) => Changes([.. files.Select((f, i) => Commit((char)('a' + i), f))]);

    public static Suspect Suspect(bool established = false, bool byName = false, Commit? commit = null, double likely = 0.8)
    {
        var by = commit ?? Commit('a', File("src/cart.py", "+total = 41"));
        return new Suspect(by, by.Files[0], likely, established, [$"it added what the error names"], byName ? [] : ["total"],
            [Citation.OfJson(by.Source, by.Files[0].Pointer + "/patch", "+total = 41")]);
    }

    public static ClusterFinding Finding(GroupFacts? facts = null, params HistoricRun[] earlier) => new()
    {
        Cause = new Cause(facts ?? FactsOf(), null, []),
        Root = (facts ?? FactsOf()).Symptom,
        Ranking = Ranking.None,
        Issues = Correlated.None,
        Past = new PastOfCluster(facts ?? FactsOf(), new RunHistory(earlier), Runs.Of().Deployment),
        ChangesKnown = true,
    };

    public static ClusterFinding Following(this ClusterFinding finding, EnvironmentFault fault) =>
        finding with { Cause = finding.Cause with { Fault = fault }, Root = fault.Mechanism };

    public static ClusterFinding Blaming(this ClusterFinding finding, params Suspect[] suspects) =>
        finding with { Ranking = new Ranking([.. suspects], suspects) };

    public static ClusterFinding Matching(this ClusterFinding finding, IssueMatch match) => finding with { Issues = new Correlated(match, [], []) };

    public static KnownIssue Issue(int number, string title, string body = "", bool open = true) =>
        new(number, title, body, open, [], null, null, "issues.json", $"/{number}");

    public static IssueMatch Match(int number = 12, bool own = false, bool bySomebody = false) =>
        new(Issue(number, "The store is gone"), 0.9, "it says the error", [$"both say it"], []) { Own = own, BySomebody = bySomebody };

    public static RunView View(Incident incident) =>
        new(incident, RunTotals.Of(incident), new SuiteLookup(incident.Settings), [], new LogCorrelation(incident), IssueProfile.All(incident));

    public static Citation At(string source, int line, string words) => Citation.OfLines(source, line, line, words);
}
