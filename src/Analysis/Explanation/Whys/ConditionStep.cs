using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Explanation.Claims;
using Whybot.Analysis.Explanation.Findings;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Whys;

/// <summary>Where is it: which service, module, setting, dependency?</summary>
internal static class ConditionStep
{
    private const string Question = "Where is it: which service, module, setting or dependency?";

    public static WhyDraft Of(ClusterFinding finding, RunView run) =>
        ByFault(finding) ?? ByTrouble(finding) ?? ByLog(finding) ?? ByCompiler(finding) ?? BySuspect(finding, run) ?? ByHealth(finding, run) ?? ByFrame(finding)
        ?? WhyDraft.Unknown(WhyStep.Condition, Question,
            $"{new Asserted(Assertion.NothingSaysWhere, finding.Facts)} Collect the service's log for the time of the run and analyse again.");

    private static WhyDraft? ByFault(ClusterFinding finding)
    {
        if (finding.Fault is not { } fault)
            return null;
        Prose name = fault.Name.Length > 0 ? Prose.Of($"{fault.Name}") : Prose.Of($"a partner or dependency that the log does not name");
        Prose answer = fault switch
        {
            { OwnError: true } => $"In {name}: it broke by an error of its own, {new FaultSays(fault)}.",
            { Down: true } => $"In {name}: the probe found it not ready{Words(fault)}.{Logged(fault.Events.Count)}",
            { Probes.Count: > 0 } => $"In {name}: the probe itself shows it, {new FaultSays(fault)}.",
            _ => $"In {name}: the platform logged {new FaultSays(fault)}.",
        };
        return new WhyDraft(WhyStep.Condition, Question, answer, WhyStatus.Established, [.. fault.Citations.Concat(Frames(finding))], $"Probe {name} by hand.");
    }

    private static WhyDraft? ByTrouble(ClusterFinding finding) => finding.Trouble is not { } trouble ? null
        : new WhyDraft(WhyStep.Condition, Question, $"Outside the code: {trouble.Witness:t} says {new Quotation(trouble.Said)}.{Reported(trouble)}",
            WhyStatus.Established, trouble.Citations, $"{new KindOfFault(finding.Facts, trouble.Kind, KindPart.Next)}");

    private static Prose Reported(JobTrouble trouble) =>
        trouble.Reported is { } incident ? Prose.Of($" {new IncidentReported(incident)}.") : Prose.Empty;

    private static Prose Logged(int kinds) => kinds > 0 ? Prose.Of($" The platform's log shows the same from its side.") : Prose.Empty;

    private static Prose Words(EnvironmentFault fault) =>
        fault.Probes.FirstOrDefault(p => p.Evidence.Length > 0) is { } probe ? Prose.Of($" ({new Quotation(probe.Citation)})") : Prose.Empty;

    private static WhyDraft? ByLog(ClusterFinding finding)
    {
        if (finding.Facts.Events is not [var logged, ..])
            return null;
        var frame = logged.Frames.LastOrDefault(f => !f.Library);
        Prose at = frame is null ? Prose.Empty : Prose.Of($" at {new FrameAt(finding.Facts, frame)}");
        return new WhyDraft(WhyStep.Condition, Question, $"In the service that logged {new Quotation(logged.Citation)}{at} while these tests ran.",
            WhyStatus.Established,
            [logged.Citation], $"Read the log around that line.");
    }

    /// <summary>A job without a failing test says where its code is refused; whose change that is comes in the next step.</summary>
    private static WhyDraft? ByCompiler(ClusterFinding finding)
    {
        if (finding.Facts.Main[0] is not { Scope: TestScope.Job, Failure: { } failure } job || TestFrame(finding) is null)
            return null;
        var place = finding.Facts.Frames.First(f => !f.Library);
        if (JobPlaces.Printed(job, place) is not { } printed)
            return null;
        Prose named = finding.Facts.Symptom.RefusesCode && RefusedNames.In(failure.Message) is { } name
            ? Prose.Of($"; the error names {new InError(finding.Facts, name)}") : Prose.Empty;
        return new WhyDraft(WhyStep.Condition, Question, $"At {new FrameAt(finding.Facts, place)}, as the log says{named}.", WhyStatus.Established,
            [Citation.OfLines(job.Source, failure.Line, failure.EndLine, printed)], $"Read {new FrameAt(finding.Facts, place)}.");
    }

    private static WhyDraft? BySuspect(ClusterFinding finding, RunView run) => finding.Suspect is not { } suspect
        ? null
        : new WhyDraft(WhyStep.Condition, Question, $"In {suspect.File.Path}: {suspect.Because[0]}.", WhyStatus.Likely,
            [.. suspect.Citations, .. Keys(finding, suspect.Keys), .. Logged(run, suspect.Keys)], $"Read {suspect.File.Path} beside the failing line.");

    /// <summary>Where the failing tests name what the change touched.</summary>
    private static IEnumerable<Citation> Keys(ClusterFinding finding, IReadOnlyList<string> keys) =>
        finding.Facts.Said(Speaker.Test, Speaker.Source).Where(s => keys.Any(k => s.Words.Contains(k, StringComparison.Ordinal))).Select(s => s.Citation)
            .Take(1);

    /// <summary>Where the platform's log shows it too, at any level.</summary>
    private static IEnumerable<Citation> Logged(RunView run, IReadOnlyList<string> keys) =>
        run.Incident.PlatformLogs.SelectMany(l => l.Events).Where(e => keys.Any(k => k.Length >= 5 && e.Message.Contains(k, StringComparison.Ordinal)))
            .Select(e => e.Citation).Take(1);

    /// <summary>All services are up, so the fault is in what they answer.</summary>
    private static WhyDraft? ByHealth(ClusterFinding finding, RunView run)
    {
        if (run.Readiness is not { Services.Count: > 0 } readiness || !readiness.Services.All(s => s.Ready))
            return null;
        var frame = TestFrame(finding);
        Prose at = frame is null ? Prose.Empty : Prose.Of($" The tests notice it at {new FrameAt(finding.Facts, frame)}.");
        return new WhyDraft(WhyStep.Condition, Question, $"Not an availability problem: {new AllReady()}.{at}", WhyStatus.Likely,
            [.. readiness.Services.SelectMany(s => s.Probes).Select(p => p.Citation).Take(2), .. Frames(finding)],
                $"Read the service's log for the time of the run.");
    }

    private static WhyDraft? ByFrame(ClusterFinding finding) => TestFrame(finding) is not { } frame
        ? null
        : finding.Facts.Main[0].Scope == TestScope.Job
        ? new WhyDraft(WhyStep.Condition, Question, $"At {new FrameAt(finding.Facts, frame)}, where the log's stack is innermost.", WhyStatus.Likely,
            Frames(finding), $"Read {new FrameAt(finding.Facts, frame)}.")
        : new WhyDraft(WhyStep.Condition, Question,
        $"The tests notice it at {new FrameAt(finding.Facts, frame)}; {new Asserted(Assertion.NothingSaysWhereItArises, finding.Facts)}.",
            WhyStatus.Likely, Frames(finding), $"Read the service's log for the time of the run.");

    private static StackFrame? TestFrame(ClusterFinding finding) => finding.Facts.Frames.LastOrDefault(f => !f.Library);

    private static List<Citation> Frames(ClusterFinding finding)
    {
        if (TestFrame(finding) is not { } frame)
            return [];
        return [.. finding.Tests.Take(3).Select(t => Citation.OfLines(t.Source, t.Failure!.Line, t.Failure.EndLine, Printed(t.Failure.Text, frame)))];
    }

    /// <summary>The words in which a compiler, Python's traceback or another stack gives the place.</summary>
    private static string Printed(string text, StackFrame frame)
    {
        if (SourcePlaces.Printed(text, frame) is { } printed)
            return printed;
        var asPython = $"{frame.Path}\", line {frame.Line}";
        return text.Contains(asPython, StringComparison.Ordinal) ? asPython : $"{frame.Path}:{frame.Line}";
    }
}
