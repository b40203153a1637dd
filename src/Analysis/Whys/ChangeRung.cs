using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Suspects;
using Whybot.Analysis.Verdicts;

namespace Whybot.Analysis.Whys;

/// <summary>Which change brought it; or nothing in the diff explains it.</summary>
internal static class ChangeRung
{
    private const string Question = "Which change brought it?";

    public static WhyDraft Of(ClusterFinding finding, RunView run)
    {
        if (finding.Suspect is { } suspect)
        {
            Prose pull = suspect.Commit.Pull is { } p ? Prose.Of($" (#{p.Number})") : Prose.Empty;
            Prose answer = $"{suspect.Commit.ShortSha} {suspect.Commit.Title:q}{pull} changed {suspect.File.Path}: {Prose.Join("; ", suspect.Because.Take(2))}.";
            return new WhyDraft(Rung.Change, Question, answer, suspect.Established ? WhyStatus.Established : WhyStatus.Likely, suspect.Citations, Compare(run));
        }
        if (finding.Past.AlreadyFailing && finding.Past.FailedBefore is [.., var before])
            return new WhyDraft(Rung.Change, Question, $"None since the last {finding.Occasion:t}: it failed alike there already (run {before.Run.Name}).",
                WhyStatus.Established,
                [Citation.OfLines(before.Outcome.Source, before.Outcome.Line, before.Outcome.Line, before.Test.Name)], Compare(run));
        if (run.Changes is not { Commits.Count: > 0 } changes)
            return WhyDraft.Unknown(Rung.Change, Question, Compare(run));
        var files = changes.Files.Select(f => f.File).ToList();
        var places = files.Take(3).Select(f => Citation.OfJson(f.Source, f.Pointer + "/filename", f.Path)).ToList();
        if (finding.Fault is { } fault && !fault.OwnError)
            return new WhyDraft(Rung.Change, Question,
                $"Nothing in the diff explains it: {NoneOf(files)}. The environment differs.",
                WhyStatus.Likely, [.. places, .. fault.Citations.Take(1)], Compare(run));
        return WhyDraft.Unknown(Rung.Change, Question,
            $"Of the changes, {NoneOf(files)}. {Compare(run)}");
    }

    private static Prose NoneOf(IReadOnlyList<ChangedFile> files) => files.Count == 1
        ? Prose.Of($"the only changed file ({files[0].Path}) does not touch what the error names")
        : Prose.Of($"none of the {files.Count} changed files ({Prose.List(files.Select(f => f.Path))}) touches what the error names");

    private static Prose Compare(RunView run) => run.Changes is { } changes
        ? Prose.Of($"Bisect between {changes.Base} and {changes.Head}.")
        : Prose.Of($"Compare the deployed commit with the last green one (GitHub's compare answer is not in the folder).");
}
