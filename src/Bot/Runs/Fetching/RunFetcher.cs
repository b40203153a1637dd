using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Fetches all evidence about a commit's checks into a run's folder, in the layout that <c>whybot analyze</c> reads. What cannot be obtained is noted as
/// unread.
/// </summary>
internal sealed class RunFetcher(DefaultBranchFiles files, WorkflowRunCollector workflows, BranchHistory histories, PassingLogFetcher passing,
    AnswerFetcher answers, LedgerFolder ledgers, EvidenceFolders folders, TimeProvider time)
{
    /// <returns>The folder, newly created.</returns>
    public Task<RunEvidence> FetchAsync(RepositoryRef repository, Subject subject, CommitState state, CancellationToken cancel) =>
        folders.NewAsync(repository, subject.Sha.Value, folder => FetchAsync(repository, subject, state, folder, cancel));

    private async Task FetchAsync(RepositoryRef repository, Subject subject, CommitState state, string folder, CancellationToken cancel)
    {
        var (sha, origin) = (subject.Sha, state.Origin);
        var inputs = new FetchedInputs();
        var began = state.Runs.Select(r => (DateTimeOffset?)r.CreatedAt).Min() ?? time.GetUtcNow();
        new RunFile(repository.FullName, sha, origin.Label, origin.Pull?.Number, began, subject.Filing is not null).Write(folder);
        await files.SettingsAsync(repository, folder, cancel);
        await workflows.CollectAsync(repository, state.Runs, folder, inputs, cancel);
        CommitSha? left = origin.Pull is { } pull ? await answers.BranchedFromAsync(repository, sha, pull, cancel) : null;
        await passing.FetchAsync(repository, state, left, folder, inputs, cancel);
        var history = await histories.WriteAsync(repository, sha, state, folder, cancel);
        var start = left ?? history.LastOrDefault(r => r.Green == 1)?.Sha ?? await answers.ParentAsync(repository, sha, cancel);
        await answers.FetchAsync(repository, sha, start, pulls: false, folder, inputs.Warnings, cancel);
        await ledgers.WriteAsync(repository.Id, subject.Mandate?.Place, folder, cancel);
        if (!state.Complete)
            inputs.Lost("checks", "some checks of this commit have not ended; what they will find is not known");
        foreach (var check in state.OtherChecks.Where(c => Conclusions.IsFailure(c.Conclusion)))
            inputs.Lost($"check {check.Name}", "it failed, and what it found is not known here");
        foreach (var run in state.Aside)
            inputs.Warnings.Add($"the workflow {run.Name} failed on this commit too, on "
                + $"{run.HeadRepository?.FullName.Value ?? "a deleted fork"}:{run.HeadBranch} "
                + $"({run.Event}); that run is not read here");
        foreach (var cancelled in state.Cancelled)
            inputs.Jobs.Add(new JobRecord(cancelled.Name ?? $"{cancelled.Id}", JobConclusions.Cancelled));
        inputs.Write(folder);
    }
}
