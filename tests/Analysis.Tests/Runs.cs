using System.Diagnostics.CodeAnalysis;
using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Tests;

/// <summary>Runs in memory, in a few words.</summary>
internal static class Runs
{
    /// <summary>What the tests of a run say, its issues and changes, as if they stood in files; nothing else can be cited.</summary>
    private sealed class Said(Incident incident) : IEvidence
    {
        public bool TryReadLines(string source, int first, int last, [NotNullWhen(true)] out string? text)
        {
            var there = incident.Tests.Where(t => t.Source == source && t.Line <= last && t.EndLine >= first)
                .Select(t => $"{t.Id} {t.Failure?.Message} {t.Failure?.Text} {t.Output}".Replace('\n', ' ')).ToList();
            text = there.Count == 0 ? null : string.Join(' ', there);
            return text is not null;
        }

        public bool TryReadJson(string source, string pointer, [NotNullWhen(true)] out string? value)
        {
            if (pointer == "/commit/message" && incident.Changes?.Commits.FirstOrDefault(c => c.Source == source) is { } commit)
                return (value = commit.Message) is not null;
            if (incident.Changes?.Files.Select(f => f.File).FirstOrDefault(f => f.Source == source
                && pointer.StartsWith(f.Pointer + "/", StringComparison.Ordinal)) is { } file)
                return (value = pointer.EndsWith("/patch", StringComparison.Ordinal) ? file.Patch : file.Path) is not null;
            var issue = incident.Issues.FirstOrDefault(i => i.Source == source && pointer.StartsWith(i.Pointer + "/", StringComparison.Ordinal));
            value = issue is null ? null : pointer.EndsWith("/title", StringComparison.Ordinal) ? issue.Title : issue.Body;
            return value is not null;
        }
    }

    public static Report Analyse(this Incident incident) => Analyst.Analyse(incident, new Said(incident));

    public static string Decided(this Incident incident) => DecisionTable.Of(incident.Analyse().Decision).Json;

    public static Incident Of(params ResultFile[] files) => new()
    {
        Deployment = new Deployment(new("team/shop"), "staging", new CommitSha(new string('f', 40)), new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero)),
        Results = files,
        Unread = [.. files.SelectMany(f => f.Problems)],
    };

    public static ResultFile File(string suite, params TestCase[] cases) =>
        new($"results/{suite}.xml", suite, null, null, [.. cases.Select(c => c with { Suite = suite, Source = $"results/{suite}.xml" })], []);

    public static ResultFile Broken(this ResultFile file, string reason = "it ends in the middle", ReadExtent extent = ReadExtent.Partial) =>
        file with { Problems = [new InputProblem(file.Source, 3, extent, reason) { Suites = [file.Suite] }] };

    public static TestCase Test(string name, TestOutcome outcome = TestOutcome.Passed, string? message = null, TestScope scope = TestScope.Test,
        double? seconds = 0.1, int failedAttempts = 0, int line = 1) => new()
        {
            Id = $"tests::{name}",
            ClassName = "tests",
            Suite = "unit",
            Outcome = outcome,
            Scope = scope,
            Seconds = seconds,
            FailedAttempts = failedAttempts,
            Source = "results/unit.xml",
            Line = line,
            EndLine = line,
            Failure = outcome.IsFailure() ? new Failure(null, message ?? $"{name} broke", message ?? $"{name} broke", line, line) : null,
        };

    public static TestCase[] Passing(int count, string prefix = "passes") => [.. Enumerable.Range(1, count).Select(i => Test($"{prefix}_{i}"))];

    public static JobEnd Job(JobState state, string source = "logs/unit.txt", int? code = null) => new("unit", state, source) { ExitCode = code };

    public static HistoricRun Earlier(string name, params TestCase[] cases) => new(name, new CommitSha(name.PadLeft(40, 'a')), null,
        cases.ToDictionary(c => c.Id, c => new PastOutcome(c.Outcome, c.Seconds, c.Failure is null ? null : Signature.Of(c.Failure),
            c.Suite, c.Source, c.Line)
        { Flaky = c.Flaky }));

    public static RepositorySettings Gates(params (string Name, double Rate)[] gates) =>
        RepositorySettings.Default with { Gates = gates.ToDictionary(g => g.Name, g => g.Rate, StringComparer.Ordinal) };
}
